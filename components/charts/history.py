"""One indicator over the years: what was promised and what was obtained."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import pairwise

import pandas as pd

from components import svg, theme
from components.charts.chart import Chart, layout
from components.charts.layouts.by_hand import NARROW, by_hand
from components.charts.layouts.plot import Figure
from components.format import number
from components.texts import t
from data.query.filters import Filters
from data.store import Store

COLUMNS = [
    "codigo", "anio", "unidad", "logro_esperado", "valor_obtenido", "estado", "avance_publicado",
    "avance_calculado", "semaforo", "traslado", "fuente",
]  # fmt: skip
_HEIGHT, _TOP, _BOTTOM = 260, 34, 214
Column = Sequence[Decimal | None]


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per closed year of the indicator of the address, or up to the year asked."""
    indicator = store.indicators.get(filters.codigo)
    if indicator is None:
        return pd.DataFrame([], columns=COLUMNS, dtype=object)
    last = max(store.latest, filters.anio or 0)
    values = [value for value in store.history(indicator.codigo) if value.anio <= last]
    rows = [
        value.model_dump()
        | {"unidad": indicator.unidad, "traslado": store.moved.get((value.codigo, value.anio))}
        for value in values
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def draw(frame: pd.DataFrame) -> Figure:
    """Return targets as a dashed line and results as a solid one."""
    unit = frame["unidad"].iloc[0]
    common = {"type": "scatter", "mode": "lines+markers", "x": list(frame["anio"]),
              "connectgaps": False}  # fmt: skip
    suffix = " %" if unit == "%" else ""
    data = [
        common
        | {
            "name": t(f"columns.{column}"),
            "y": [None if value is None else float(value) for value in frame[column]],
            "line": {"color": colour, "dash": dash, "width": 2.5},
            "marker": {"size": 9, "symbol": symbol, "color": colour},
            "hovertemplate": f"{t(f'columns.{column}')} %{{x}}: %{{y}}{suffix}<extra></extra>",
        }
        for column, colour, dash, symbol in (
            ("logro_esperado", theme.QUIET, "dash", "line-ew-open"),
            ("valor_obtenido", theme.ACCENT, "solid", "circle"),
        )
    ]
    return {
        "data": data,
        "layout": layout(
            320,
            showlegend=True,
            legend={"orientation": "h", "y": 1.15},
            margin={"l": 56, "r": 16, "t": 40, "b": 36},
            xaxis={"dtick": 1, "showgrid": False, "fixedrange": True},
            yaxis={"rangemode": "tozero", "gridcolor": theme.RULE, "ticksuffix": suffix},
        ),
    }


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return both series as SVG with their values written on them."""
    years = list(frame["anio"])
    numbers = [value for value in [*frame["logro_esperado"], *frame["valor_obtenido"]] if value]
    top = float(max(numbers, default=1))
    step = (width - 76) / max(len(years) - 1, 1)

    def place(index: int, value: Decimal) -> tuple[float, float]:
        return 38 + step * index, _BOTTOM - float(value) / top * (_BOTTOM - _TOP)

    quiet = svg.token("quiet", theme.QUIET)
    axis = [
        svg.element("line", x1=4, x2=width - 4, y1=_BOTTOM, y2=_BOTTOM, stroke=quiet),
        *(svg.text(38 + step * i, _BOTTOM + 22, str(year), font_size=14, text_anchor="middle",
                   fill=quiet) for i, year in enumerate(years)),
    ]  # fmt: skip
    targets = _series(frame["logro_esperado"].tolist(), place, quiet, dashed=True)
    accent = svg.token("accent", theme.ACCENT)
    results = _series(frame["valor_obtenido"].tolist(), place, accent, dashed=False)
    labels = _absent(frame, place) + _labels(frame, place, width)
    variant = "narrow" if width == NARROW else "wide"
    return svg.drawing(width, _HEIGHT, *axis, *targets, *results, *labels, variant=variant)


Place = Callable[[int, Decimal], tuple[float, float]]


def _series(values: Column, place: Place, colour: str, *, dashed: bool) -> list[svg.Element]:
    """Join only years that follow each other: an absent year leaves a gap."""
    known = [(i, place(i, value)) for i, value in enumerate(values) if value is not None]
    lines = [
        svg.element("line", x1=a[0], y1=a[1], x2=b[0], y2=b[1], stroke=colour, stroke_width=2.5,
                    stroke_dasharray="6 4" if dashed else None)
        for (i, a), (j, b) in pairwise(known)
        if j == i + 1
    ]  # fmt: skip
    if dashed:
        dots = [
            svg.element("line", x1=x - 9, x2=x + 9, y1=y, y2=y, stroke=colour, stroke_width=3)
            for _, (x, y) in known
        ]
    else:
        dots = [svg.element("circle", cx=x, cy=y, r=5, fill=colour) for _, (x, y) in known]
    return lines + dots


def _absent(frame: pd.DataFrame, place: Place) -> list[svg.Element]:
    """Mark the years without a result on the axis, with the word of their kind of absence."""
    colour = svg.token("light-sin-dato", theme.LIGHT_COLOUR["sin-dato"])
    found = []
    for index, (value, state) in enumerate(
        zip(frame["valor_obtenido"], frame["estado"], strict=True)
    ):
        if value is None:
            x, y = place(index, Decimal())
            found += [
                svg.mark("sin-dato", x, y, 6),
                svg.text(x, y - 10, t(f"states_short.{state}"), font_size=12, class_="halo",
                         text_anchor="middle", fill=colour),
            ]  # fmt: skip
    return found


def _labels(frame: pd.DataFrame, place: Place, width: int) -> list[svg.Element]:
    found = []
    size = 12 if width == NARROW else 14
    for index, (target, value) in enumerate(
        zip(frame["logro_esperado"], frame["valor_obtenido"], strict=True)
    ):
        above = value is None or (target is not None and target >= value)
        for amount, name, up in (
            (target, "quiet", above),
            (value, "accent", not above),
        ):
            if amount is not None:
                x, y = place(index, amount)
                y = y - 10 if up else min(y + 20, _BOTTOM - 4) if y < _BOTTOM - 26 else y - 8
                fill = svg.token(name, theme.QUIET if name == "quiet" else theme.ACCENT)
                weight = 400 if name == "quiet" else 700
                found.append(svg.text(x, y, number(amount, frame["unidad"].iloc[0]),
                                      font_size=size, font_weight=weight, class_="halo",
                                      text_anchor="middle", fill=fill))  # fmt: skip
    return found


def sentence(frame: pd.DataFrame) -> str:
    """Say what was promised and obtained in the last year with a result."""
    known = frame[[value is not None for value in frame["valor_obtenido"]]] if len(frame) else frame
    if not len(known):
        return t("charts.indicador.none")
    last = known.iloc[-1]
    key = "no_target" if last["logro_esperado"] is None else "sentence"
    said = t(
        f"charts.indicador.{key}",
        year=last["anio"],
        target=number(last["logro_esperado"], last["unidad"]),
        value=number(last["valor_obtenido"], last["unidad"]),
    )
    moved = t("charts.indicador.moved", other=last["traslado"]) if last["traslado"] else ""
    return f"{said} {moved}".rstrip()


CHART = Chart(
    "indicador", select, by_hand(draw, sketch), sentence, page="/indicadores",
    narrows=("anio", "codigo"), ahead=True,
)  # fmt: skip
