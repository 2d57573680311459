"""Drawings as a reader sees them: where each text stands, which lines join what."""

from dataclasses import dataclass
from itertools import combinations

_LETTER, _THIN, _RISE, _FALL = 0.48, 0.24, 0.66, 0.14
_NARROW = frozenset("iljtfrI.,;:'!|() ")


@dataclass(frozen=True)
class Box:
    """The room that a text or a mark takes."""

    what: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other):
        return (self.left < other.right and other.left < self.right
                and self.top < other.bottom and other.top < self.bottom)  # fmt: skip


def texts(picture):
    """Return the boxes of the texts of a drawing, drawn a little small so that touching passes."""
    return [_box(node) for node in picture.all("text")]


def _box(node):
    size = float(node.attrs["font-size"])
    x, y = float(node.attrs["x"]), float(node.attrs["y"])
    wide = size * sum(_THIN if letter in _NARROW else _LETTER for letter in node.text)
    left = x - wide * {"middle": 0.5, "end": 1}.get(node.attrs.get("text-anchor"), 0)
    return Box(node.text, left, y - size * _RISE, left + wide, y + size * _FALL)


def covered(boxes, others=()):
    """Return the pairs of names that cover each other, or that cover a mark."""
    pairs = [*combinations(boxes, 2), *((one, other) for one in boxes for other in others)]
    return [(one.what, other.what) for one, other in pairs if one.covers(other)]


def marks(picture):
    """Return the boxes of the round marks of places; what only widens the touch is none."""
    return [
        _round(node)
        for part in (*picture.all("g"), *picture.all("a"))
        if "mark" in part.classes
        for node in part.all("circle")
        if node.attrs.get("fill") != "transparent"
    ]


def _round(node):
    x, y, radius = (float(node.attrs[name]) for name in ("cx", "cy", "r"))
    return Box("a mark", x - radius, y - radius, x + radius, y + radius)


def pictures(part):
    """Return the outer drawings of a part."""
    return [node for node in part.all("svg") if "drawing" in node.classes]


def joined(picture, *, dashed, colour):
    """Return how many steps between two points the lines of a colour take."""
    return sum(
        line.attrs["d"].count("L") for line in picture.all("path", "line")
        if colour in line.attrs["stroke"] and ("stroke-dasharray" in line.attrs) is dashed
    )  # fmt: skip
