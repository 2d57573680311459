"""A map as SVG: shapes used by address, names where they cover nothing, the key beside or under."""

from dataclasses import dataclass, field

from components import svg, theme
from components.charts.layouts.map_panes import Pane, fill, frame, panes, patterns, shapes
from components.charts.layouts.map_spec import Class, MapSpec
from components.charts.layouts.names import LEADING, Names, Spot
from components.charts.layouts.surface import Surface
from geo import places

_NAMED, _NAMED_NARROW = 5, 3
_LINE, _SWATCH = 1.7, 2
_SECOND = 0.495


def drawing(plot: MapSpec, on: Surface) -> svg.Drawing:
    """Return the map, its inset, its names and its key."""
    parts = panes(plot, on)
    key = Key.of(plot, on, parts)
    names = Names(on.width if on.narrow else parts[0].right + on.letter, parts[0].bottom, on.small)
    amount = _NAMED_NARROW if on.narrow else _NAMED
    _over_inset(plot, parts, names, amount)
    _on_country(plot, parts, names, amount)
    ink = svg.token("ink", theme.INK)
    return svg.drawing(
        on.width,
        round(key.bottom),
        patterns(plot.absences, parts),
        *(frame(pane) for pane in parts[1:]),
        *(shapes(plot, pane) for pane in parts),
        svg.element("g", *names.written, class_="halo", fill=ink),
        svg.element("g", *key.written, class_="key", fill=ink),
        variant=on.variant,
    )


def _over_inset(plot: MapSpec, parts: list[Pane], names: Names, amount: int) -> None:
    """Write over the inset what it is, and the figures of it that are named on the country."""
    for pane in parts[1:]:
        names.keep(((pane.x + pane.right) / 2, (pane.y + pane.bottom) / 2), 500 * pane.scale)
        inside = [one for one in plot.named(amount) if one.code in places.places(pane.layer)]
        lines = [plot.inset_name, *(f"{one.name} {one.figure}" for one in inside)]
        top = pane.y - 12 - names.size * LEADING * (len(lines) - 1)
        names.write(lines, [Spot(2, top, "start")], always=True)


def _on_country(plot: MapSpec, parts: list[Pane], names: Names, amount: int) -> None:
    inset = places.places(parts[1].layer) if len(parts) > 1 else {}
    for one in plot.named(amount):
        if one.code not in inset:
            lines, (x, y) = [one.name, one.figure], parts[0].place(one.code)
            spots = [Spot(x, y - 2), *names.around((x, y), lines, 3)[2:4]]
            names.write(lines, spots, always=one.code == plot.chosen)


@dataclass(slots=True)
class Key:
    """The key of a map: classes, kinds of absence with their patterns, what is left over."""

    on: Surface
    prefix: str
    bottom: float = 0
    written: list[svg.Element] = field(default_factory=list)

    @classmethod
    def of(cls, plot: MapSpec, on: Surface, parts: list[Pane]) -> "Key":
        """Write it beside the map, or where there is room for one column only, under it."""
        key, line = cls(on, parts[0].prefix), on.letter * _LINE
        left, top = (
            (2.0, parts[0].bottom + 30) if on.narrow else (_beside(on, parts), on.letter * 2.8)
        )
        ends = [key._entries(plot.figures, left, top + line * 0.9)]
        second = (
            (on.width * _SECOND, top + line * 0.75) if on.narrow else (left, ends[0] + line * 0.4)
        )
        ends.append(key._rest(plot, second[0], key._entries(plot.absences, *second)))
        key._words(plot.heading, left, top, font_weight=600)
        below = max(ends) + on.small if on.narrow else 0.0
        key.bottom = max(below, parts[0].bottom + 8)
        if plot.note:
            key._note(plot.note)
        return key

    def _entries(self, kinds: list[Class], x: float, y: float) -> float:
        """Write classes one under another; return where the next would stand."""
        size = self.on.letter
        for kind in kinds:
            box = svg.element("rect", x=x, y=y - size, width=size * _SWATCH, height=size * 1.3,
                              fill=fill(kind, f"{self.prefix}-k" if kind.absent else ""),
                              stroke=svg.token("ink", theme.INK), stroke_width=0.4)  # fmt: skip
            self.written.append(box)
            self._words(kind.counted, x + size * (_SWATCH + 0.6), y)
            y += size * _LINE
        return y

    def _rest(self, plot: MapSpec, x: float, y: float) -> float:
        for index, text in enumerate(plot.rest):
            self._words(text, x, y, font_weight=600 if index else None)
            y += self.on.letter * 1.3
        return y

    def _words(self, text: str, x: float, y: float, **drawn: object) -> None:
        self.written.append(svg.text(x, y, text, font_size=self.on.letter, **drawn))

    def _note(self, text: str) -> None:
        self.written.append(
            svg.text(self.on.width - 2, self.bottom - 6, text, font_size=self.on.small,
                     text_anchor="end", font_style="italic", fill=svg.token("quiet", theme.QUIET))
        )  # fmt: skip


def _beside(on: Surface, parts: list[Pane]) -> float:
    return max(parts[0].right + on.letter * 2, on.width * (0.56 if on.staged else 0.706))
