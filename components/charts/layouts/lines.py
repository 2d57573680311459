"""Lines: series over ordered places, in panels each on its own scale."""

from collections.abc import Iterator, Sequence

from components import theme
from components.charts.layouts import lines_drawing
from components.charts.layouts.figure_frame import BAR, HALO, Figure, framed
from components.charts.layouts.lines_parts import Field, Panel, Point
from components.charts.layouts.marks import note, trace
from components.format import printed
from components.text_width import lines

_SLIDER, _MANY = 72, 6
# The width, px, of the key of a phone.
_KEY = 250


class Lines(Field):
    """A declaration of lines."""

    drawing = lines_drawing.drawing

    def figure(self) -> Figure:
        """Return one trace per series, the panels under each other."""
        titles = [lines(panel.title, 280, 14) for panel in self.panels]
        # A row is as high as what the longest title leaves room for.
        high = max(130, 20 * max(map(len, titles), default=1) + 80) if self.rows else 300
        amount = max(len(titles), 1)
        data: list[Figure] = []
        axis, axes, notes = "", {}, []
        for index, (panel, title) in enumerate(zip(self.panels, titles, strict=True)):
            axis, top = str(index + 1) if index else "", 1 - index / amount
            notes.append(note("<br>".join(title), top, yref="paper", yanchor="top"))
            room = 20 * (len(title) + 1) / (high * amount) if title else 0.0
            low = top - (1 - 16 / high) / amount if amount > 1 else 0
            axes[f"yaxis{axis}"] = self._axis(panel) | {"domain": [low, top - room]}
            data += self._traces(panel, f"y{axis}")
        named = sum(len(lines(one.words, _KEY, 14)) for one in self.key.entries)
        # Of many places a reader looks at a part.
        ranged = not self.rows and len(self.places) >= _MANY
        more = _SLIDER * ranged + 24 * named
        # Key and slider push the margin themselves: it begins with the places alone.
        sides = (8 if self.rows else 56, 16, BAR, 36)
        return framed(
            data, high * amount + more, sides, annotations=notes, dragmode=False,
            hovermode="closest" if self.rows else "x unified", hoversubplots="axis",
            xaxis=self._places(high * amount, ranged) | {"anchor": f"y{axis}"},
            **self.key.legend(yref="container", yanchor="bottom"), **axes)  # fmt: skip

    def _axis(self, panel: Panel) -> Figure:
        under = -0.16 if any(p.absent for one in panel.series for p in one.points) else -0.06
        shown = dict.fromkeys(("zeroline", "showticklabels", "showgrid"), not self.rows)
        return {"range": [under * panel.top, 1.2 * panel.top], "tickformat": ",", **shown,
                "ticksuffix": "\u202f%" if panel.unit == "%" else ""}  # fmt: skip

    def _places(self, high: int, ranged: bool) -> Figure:
        """Return the axis of the places, of which some are named where they are many."""
        every = -(-len(self.places) // 7)
        return {"type": "category", "categoryorder": "array", "categoryarray": list(self.places),
                "range": [-0.4, len(self.places) - 0.6], "showgrid": False,
                "fixedrange": not ranged, "tickangle": 0,
                "rangeslider": {"visible": ranged, "thickness": round(_SLIDER / high / 2, 3),
                                "bgcolor": theme.BANDS[0], "bordercolor": theme.RULE},
                 "tickvals": list(self.places[::every])}  # fmt: skip

    def _traces(self, panel: Panel, axis: str) -> Iterator[Figure]:
        """Yield the lines of a panel, and the places without a figure, each with its word."""
        for one in panel.series:
            points, colour = [*one.parted], theme.COLOURS[one.token]
            # One mark for the line, or that of each point where some have their own.
            own = [(point.symbol if point else "") or one.symbol for point in points]
            symbols = own if set(own) - {one.symbol} else one.symbol
            yield self._trace(
                points, panel.unit, yaxis=axis, name="<br>".join(lines(one.name, _KEY, 14)),
                mode="lines+markers+text" if self.every else "lines+markers",
                textposition="bottom center" if one.target and not self.rows else "top center",
                textfont={"size": 13, "color": colour, "shadow": HALO},
                line={"color": colour, "dash": "dash" if one.target else "solid", "width": 2.5},
                marker={"size": 9, "symbol": symbols, "color": colour,
                        "line": {"color": colour, "width": 2 if "open" in one.symbol else 0}},
            )  # fmt: skip
        absent = [point for one in panel.series for point in one.points if point.absent]
        if absent:
            symbols = ["circle-open-dot" if point.coming else "circle-open" for point in absent]
            yield self._trace(
                absent, "", yaxis=axis, mode="markers+text", textposition="bottom center",
                marker={"size": 9, "symbol": symbols, "color": theme.COLOURS["light-sin-dato"]},
                showlegend=False,
            )  # fmt: skip

    def _trace(self, points: Sequence[Point | None], unit: str, **look: object) -> Figure:
        """Return points with their words; where one is missing the line parts."""
        return trace(
            "scatter", [point.said if point else "" for point in points],
            x=[point and self.places[point.place] for point in points],
            y=[point and float(point.value or 0) for point in points],
            text=[(p.absent or printed(p.value, unit)) if p else "" for p in points],
            connectgaps=False, **look,
        )  # fmt: skip
