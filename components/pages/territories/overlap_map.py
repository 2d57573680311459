"""A small map of where a territory and those of the other level lie over each other."""

from collections.abc import Iterable, Iterator, Sequence

from components import assets, outlines, svg, theme
from components.charts.layouts.names import Names, Spot
from data.query.map_periods import Level
from geo import places
from geo.composition import Overlap

_WIDE, _MOST, _EDGE, _LETTER = 340, 420, 12, 13
_TONES = 3


def overlap_map(level: Level, found: Sequence[Overlap]) -> svg.Drawing:
    """Return the distritos fiscales in tones under the outlines of the departamentos."""
    districts = list(dict.fromkeys(each.code for each in found))
    departments = list(dict.fromkeys(each.department for each in found))
    own: list[tuple[places.Layer, str]] = [("departamentos", code) for code in departments]
    own += [("distritos_fiscales", code) for code in districts] if level != "departamento" else []
    left, top, right, bottom = _bounds(own)
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
    ink = svg.token("ink", theme.INK)
    written = svg.element("g", *names.written, class_="halo", fill=ink)
    return svg.drawing(_WIDE, high, shapes, written)


def _bounds(own: Iterable[tuple[places.Layer, str]]) -> tuple[float, float, float, float]:
    boxes = [outlines.bounds(layer, code) for layer, code in own]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _painted(mine: Sequence[str]) -> Iterator[svg.Element]:
    """Yield every distrito fiscal: those of the territory in tones, the others bare."""
    for code, place in places.places().items():
        tone = mine.index(code) % _TONES + 1 if code in mine else 0
        fill = (svg.token(f"case-{tone}", theme.CASES[tone - 1]) if tone
                else svg.token("paper", theme.PAPER))  # fmt: skip
        yield svg.element("use", svg.title(place.name), href=_address("distritos_fiscales", code),
                          fill=fill, class_="mark")  # fmt: skip


def _outlined(departments: Sequence[str], scale: float) -> Iterator[svg.Element]:
    for code in departments:
        yield svg.element("use", href=_address("departamentos", code), fill="none",
                          pointer_events="none", stroke=svg.token("ink", theme.INK),
                          stroke_width=round(2.5 / scale, 2), class_="chosen")  # fmt: skip


def _name(names: Names, code: str, move: tuple[float, float], scale: float) -> None:
    """Write the name of a distrito fiscal in it, where that covers no other name."""
    place = places.places()[code]
    x, y = outlines.frame("distritos_fiscales").place(place.lon, place.lat)
    at = (move[0] + x * scale, move[1] + y * scale)
    names.write([place.name], [Spot(*at), *names.beyond(at, [place.name], 4)])


def _address(layer: places.Layer, code: str) -> outlines.Reference:
    return outlines.reference(assets.url(f"geo/{layer}.svg"), layer, code)
