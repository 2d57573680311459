"""SVG by parts: elements, status marks, scales; no drawing knows of Dash."""

from components import theme
from components.svg_tree import Change, Drawing, Drawings, Element, Tree, name, short
from data.codes import Light

__all__ = [
    "Change", "Drawing", "Drawings", "Element", "Token", "Tree", "drawing", "element", "label",
    "mark", "name", "paint", "path", "rect", "short", "text", "title", "together",
]  # fmt: skip


Point = tuple[float, float]


def element(tag: str, *children: Element | str | None, **attributes: object) -> Element:
    """Return one element; `class_` and `text_anchor` become `class` and `text-anchor`."""
    return Element(tag, children, attributes)


def together(*parts: Element | None) -> Element:
    """Return some elements beside each other as one."""
    return Element("", parts, {})


def text(x: float, y: float, content: str, **attributes: object) -> Element:
    """Return a text at a point."""
    return element("text", content, x=x, y=y, **attributes)


def label(
    x: float,
    y: float,
    content: str,
    size: float,
    weight: int | None = None,
    anchor: str | None = None,
    ink: "Token | None" = None,
) -> Element:
    """Return a text of some size at a point, in ink where no other colour is told."""
    look = {"font_size": size, "font_weight": weight, "text_anchor": anchor}
    return text(x, y, content, **look, fill=ink or paint("ink"))


def path(steps: str, colour: str, wide: float, *, dashed: bool, **attributes: object) -> Element:
    """Return a path that is not filled, whole or in dashes."""
    look = {"stroke_width": wide, "stroke_dasharray": "6 4" if dashed else None}
    return element("path", d=steps, fill="none", stroke=colour, **look, **attributes)


def rect(x: float, y: float, wide: float, high: float, fill: str, **attributes: object) -> Element:
    """Return a box by its upper left corner and its size."""
    return element("rect", x=x, y=y, width=wide, height=high, fill=fill, **attributes)


def line(start: Point, end: Point, colour: "Token", **attributes: object) -> Element:
    """Return a line from a point to another."""
    (x1, y1), (x2, y2) = start, end
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=colour, **attributes)


def title(content: str) -> Element:
    """Return the native tooltip of the element it stands in."""
    return element("title", content)


def drawing(
    width: int, height: int, *body: Element | None, variant: str = "", linked: bool = False
) -> Drawing:
    """Return a drawing; the text alternative stands on its container."""
    return Drawing(width, height, body, variant, linked)


def glyph(symbol: str, colour: "Token", x: float, y: float, r: float) -> Element:
    """Return a symbol by the name that a figure of Plotly gives it: "-open", a hollow one."""
    shape, _, kind = symbol.partition("-open")
    edge = {"stroke": colour, "stroke_width": 0.35 * r}
    hollow = kind or symbol.endswith("-open")
    look = {"fill": paint("paper"), **edge} if hollow else {"fill": colour}
    if shape == "line-ew":
        return line((x - r, y), (x + r, y), colour, stroke_width=0.35 * r)
    if shape == "circle":
        ring = element("circle", cx=x, cy=y, r=r, **look)
        return together(ring, glyph("square", colour, x, y, 0.5 * r)) if kind else ring
    corners = "L".join(f"{short(x + a * r)} {short(y + b * r)}" for a, b in _CORNERS[shape])
    return element("path", d=f"M{corners}Z", **look)


_CORNERS = {
    "square": ((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)),
    "diamond": ((0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)),
    "triangle-up": ((0, -1.2), (1.2, 0.96), (-1.2, 0.96)),
    "triangle-down": ((0, 1.2), (1.2, -0.96), (-1.2, -0.96)),
}


def mark(light: Light, x: float, y: float, radius: float) -> Element:
    """Return the mark of a status: its own shape and its own colour."""
    drawn = glyph(theme.LIGHT_SYMBOL[light], status(light), x, y, 0.85 * radius)
    return drawn.with_(fill="none") if light == "sin-dato" else drawn


def pending(x: float, y: float, radius: float) -> Element:
    """Return the mark of what is still to come: a ring of dots."""
    return mark("sin-dato", x, y, radius).with_(stroke_dasharray="2 2")


class Token(str):
    """A colour by its name in the theme of the page; `fallback` is its value in a file alone."""

    fallback: str


def paint(colour: str) -> Token:
    """Return a colour by its name: that of the page's theme, its own value in a file alone."""
    fallback = theme.COLOURS[colour]
    found = Token(f"var(--{colour},{fallback})")
    found.fallback = fallback
    return found


def status(light: str) -> Token:
    """Return the colour of a status; of one that only an earlier version knew, that of none."""
    return paint(f"light-{light if light in theme.LIGHT_COLOUR else 'sin-dato'}")
