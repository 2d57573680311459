"""The ramps of an action as small bars, with their quantities in words."""

from dash import html
from dash.development.base_component import Component

from components import svg
from components.format import joined
from components.markup import attrs
from components.texts import t
from data.rules.ramps import PERIODS, Ramp

_TALL, _BAR, _STEP = 24, 6, 21


def spark(ramps: list[Ramp]) -> Component | str:
    """Return three small bars per ramp that is drawn."""
    drawn = [ramp for ramp in ramps if ramp.drawn]
    if not drawn:
        return t("planes.no_ramp")
    picture = svg.together(*(_bars(ramp) for ramp in drawn))
    said = "; ".join(_quantities(ramp) for ramp in drawn)
    return html.Span(
        [
            html.Span(className="still spark", **attrs(data_svg=picture)),
            html.Span(said, className="unseen"),
        ],
        className="ramps",
    )


def _quantities(ramp: Ramp) -> str:
    mark = " %" if ramp.targets[0].unidad == "%" else ""
    return joined([f"{row.cantidad}{mark}" for row in ramp.targets])


def _bars(ramp: Ramp) -> svg.Element:
    values = {row.periodo: float(row.cantidad or 0) for row in ramp.targets}
    top = max(100.0 if ramp.targets[0].unidad == "%" else 0.0, *values.values())
    shades = ("band-2", "quiet", "ink")
    bars = [
        svg.element("rect", x=(_BAR + 1) * index, width=_BAR,
                    y=_TALL + 1 - _TALL * values[period] / top,
                    height=_TALL * values[period] / top, fill=svg.paint(shades[index]))
        for index, period in enumerate(PERIODS) if period in values
    ]  # fmt: skip
    return svg.element("svg", *bars, viewBox=f"0 0 {_STEP} {_TALL + 2}", width=_STEP,
                       height=_TALL + 2, aria_hidden="true", focusable="false")  # fmt: skip
