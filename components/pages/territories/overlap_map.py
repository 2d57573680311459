"""A small map of where a territory and those of the other level lie over each other."""

from collections.abc import Iterator, Sequence

from components import outlines, svg
from components.charts.layouts.boxes import Box
from components.charts.layouts.map_panes import address
from components.charts.layouts.names import Names, Spot
from data.query.map_periods import Level
from geo import places
from geo.composition import Overlap

_WIDE, _MOST, _EDGE, _LETTER = 340, 420, 12, 13
_TONES = 3
_ABOUT = 0.35


def overlap_map(level: Level, found: Sequence[Overlap]) -> svg.Drawing:
    """Return the distritos fiscales in tones under the outlines of the departamentos."""
    districts = list(dict.fromkeys(each.code for each in found))
    departments = list(dict.fromkeys(each.department for each in found))
    left, top, right, bottom = _bounds(level, departments, districts)
    scale = min((_WIDE - 2 * _EDGE) / (right - left), _MOST / (bottom - top))
    high = round((bottom - top) * scale) + 2 * _EDGE
    move = ((_WIDE - (right - left) * scale) / 2 - left * scale, _EDGE - top * scale)
    names = Names(_WIDE, high, _LETTER, pad=0.2)
    for code in districts:
        _name(names, code, move, scale)
    shapes = svg.element(
        "g", *_painted(districts), *_outlined(departments, scale),
        transform=f"translate({move[0]:.1f} {move[1]:.1f}) scale({scale:.4g})", class_="shapes",
        stroke_width=round(0.9 / scale, 2),
    )  # fmt: skip
    ink = svg.paint("ink")
    written = svg.element("g", *names.written, class_="halo", fill=ink)
    return svg.drawing(_WIDE, high, shapes, written)


def _bounds(level: Level, departments: Sequence[str], districts: Sequence[str]) -> Box:
    """Return the part of the plane that is shown: the departamento, or the district and about."""
    if level == "departamento":
        return _around([outlines.bounds("departamentos", code) for code in departments])
    left, top, right, bottom = _around(
        [outlines.bounds("distritos_fiscales", c) for c in districts]
    )
    room = _ABOUT * max(right - left, bottom - top)
    return left - room, top - room, right + room, bottom + room


def _around(boxes: Sequence[Box]) -> Box:
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _painted(mine: Sequence[str]) -> Iterator[svg.Element]:
    """Yield every distrito fiscal: those of the territory in tones, the others bare."""
    for code, place in places.places().items():
        tone = mine.index(code) % _TONES + 1 if code in mine else 0
        fill = svg.paint(f"case-{tone}" if tone else "paper")
        yield svg.element("use", svg.title(place.name), href=address("distritos_fiscales", code),
                          fill=fill, class_="mark")  # fmt: skip


def _outlined(departments: Sequence[str], scale: float) -> Iterator[svg.Element]:
    for code in departments:
        yield svg.element("use", href=address("departamentos", code), fill="none",
                          pointer_events="none", stroke=svg.paint("ink"),
                          stroke_width=round(2.5 / scale, 2), class_="chosen")  # fmt: skip


def _name(names: Names, code: str, move: tuple[float, float], scale: float) -> None:
    """Write the name of a distrito fiscal in it, where that covers no other name."""
    place = places.places()[code]
    x, y = outlines.spot("distritos_fiscales", code)
    at = (move[0] + x * scale, move[1] + y * scale)
    names.write([place.name], [Spot(*at), *names.beyond(at, [place.name], 4)])
