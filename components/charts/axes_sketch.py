"""The drawing of the three plans by axis: bars, empty bars, marks."""

import pandas as pd

from components import svg, theme
from components.charts.chart import records
from components.charts.layouts.by_hand import NARROW
from components.texts import t
from data.codes import AXES
from data.rules.ramps import PERIODS

_PLANS = ("plan-2007-2013", "plan-2017-2021", "politica-2030")
_BAR, _STEP, _TALL = 17, 21, 56
_PANEL = 84
_MARK = 20
Corner = tuple[float, float]


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return a band per axis with its three plans side by side, or stacked on a phone."""
    narrow = width == NARROW
    axes = [axis for axis in AXES if (frame["eje"] == axis).any()]
    column = width if narrow else (width - 40) / 3
    most = max((int(((frame["eje"] == a) & (frame["periodo"] == p)).sum())
                for a in axes for p in PERIODS), default=1)  # fmt: skip
    top, parts = 4.0, []
    for axis in axes:
        drawn, bottom = _band(frame[frame["eje"] == axis], axis, (top, column, most, narrow))
        parts.append(drawn)
        top = bottom
    variant = "narrow" if narrow else "wide"
    return svg.drawing(width, int(top) or 1, *parts, variant=variant)


def _band(
    rows: pd.DataFrame, axis: str, place: tuple[float, float, int, bool]
) -> tuple[svg.Element, float]:
    top, column, most, narrow = place
    ink = svg.token("ink", theme.INK)
    rule = svg.element("line", x1=0, x2=column * (1 if narrow else 3) + (0 if narrow else 40),
                       y1=top, y2=top, stroke=svg.token("rule", theme.RULE))  # fmt: skip
    parts = [rule, svg.text(2, top + 24, t(f"axes.{axis}"), font_size=17, font_weight=600,
                            fill=ink)]  # fmt: skip
    x, y, bottom = 2.0, top + 46, top
    for plan in _PLANS:
        part = rows[rows["plan"] == plan]
        parts.append(svg.text(x, y, t(f"planes.panel.{plan}"), font_size=12, fill=_quiet()))
        drawn, high = _panel(plan, part, (x, y + 8), (column, most))
        parts.append(drawn)
        bottom = max(bottom, y + 8 + high)
        x, y = (x, y + 34 + high) if narrow else (x + column + 20, y)
    return svg.element("g", *parts), bottom + 18


def _panel(
    plan: str, rows: pd.DataFrame, at: Corner, size: tuple[float, int]
) -> tuple[svg.Element, float]:
    if not len(rows):
        said = t(f"planes.none.{plan}")
        return svg.text(at[0], at[1] + 24, said, font_size=14, fill=_quiet()), 34
    if plan == _PLANS[0]:
        return _metas(rows, at), _PANEL
    if plan == _PLANS[1]:
        return _targets(rows, at, size), _PANEL
    return _marks(rows, at, size[0])


def _metas(rows: pd.DataFrame, at: Corner) -> svg.Element:
    """One bar per meta as high as its declared compliance, in a frame that is 100 %."""
    base = at[1] + 20 + _TALL
    parts: list[svg.Element | None] = []
    for index, row in enumerate(records(rows)):
        value, x = row["cumplimiento_pct"], at[0] + _STEP * index
        high = _TALL * float(value or 0) / 100
        star = "*" if row["observacion"] else ""
        # What was not met has no percentage: an empty frame with a cross, never a bar of zero.
        said = t("planes.unmet_mark") if value is None else f"{float(value):g}{star}"
        parts += [
            svg.element("rect", x=x, y=base - _TALL, width=_BAR, height=_TALL,
                        fill=svg.token("band-0", theme.BANDS[0])),
            svg.element("rect", x=x, y=base - high, width=_BAR, height=high,
                        fill=svg.token("accent", theme.ACCENT)) if high else None,
            svg.element("line", x1=x, x2=x + _BAR, y1=base, y2=base, stroke=_quiet()),
            svg.text(x + _BAR / 2, base - high - 4, said, font_size=12,
                     text_anchor="middle", fill=svg.token("ink", theme.INK)),
        ]  # fmt: skip
    return svg.together(*parts)


def _targets(rows: pd.DataFrame, at: Corner, size: tuple[float, int]) -> svg.Element:
    """One empty bar per period as long as its number of targets: nothing was reported."""
    column, most = size
    parts, room = [], column - 78 - 40
    for index, period in enumerate(p for p in PERIODS if (rows["periodo"] == p).any()):
        amount, y = int((rows["periodo"] == period).sum()), at[1] + 8 + 24 * index
        long = room * amount / most
        parts += [
            svg.text(at[0], y + 14, period, font_size=13, fill=_quiet()),
            svg.element("rect", x=at[0] + 76, y=y + 1, width=long, height=17, fill="none",
                        stroke=_quiet(), stroke_dasharray="3 3"),
            svg.text(at[0] + 82 + long, y + 14, str(amount), font_size=14, font_weight=600,
                     fill=svg.token("ink", theme.INK)),
        ]  # fmt: skip
    return svg.together(*parts)


def _marks(rows: pd.DataFrame, at: Corner, column: float) -> tuple[svg.Element, float]:
    per_line = int(column // _MARK)
    marks = [
        svg.mark(light, at[0] + 8 + _MARK * (i % per_line), at[1] + 18 + 22 * (i // per_line), 7.5)
        for i, light in enumerate(rows["semaforo"])
    ]
    return svg.together(*marks), 12 + 22 * -(-len(rows) // per_line)


def _quiet() -> str:
    return svg.token("quiet", theme.QUIET)
