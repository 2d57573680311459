"""The traffic light of the indicators: one mark each, by objective, in one year."""

from collections import Counter

import pandas as pd

from components import svg, theme
from components.band_counts import bands, indicators
from components.charts import status_legend
from components.charts.chart import Chart, Record, layout, records
from components.charts.layouts.by_hand import NARROW, WIDE, by_hand
from components.charts.layouts.plot import Figure
from components.texts import t
from data.codes import LIGHTS, Light
from data.query.code_order import rank
from data.query.filters import Filters
from data.store import Store

COLUMNS = [
    "codigo", "anio", "nivel", "eje", "nombre", "responsable", "traslado", "semaforo", "fuente",
]  # fmt: skip
_STEPS = {WIDE: 22, NARROW: 19}
_LABEL = 24


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per indicator under the filters, in the order of the lights."""
    rows = [
        [row.codigo, value.anio, row.nivel, row.eje, row.nombre, row.responsable,
         store.moved.get((row.codigo, value.anio)), value.semaforo, value.fuente]
        for row, value in store.chosen(filters)
    ]  # fmt: skip
    rows.sort(key=lambda row: rank(LIGHTS, row[7]))
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def tally(frame: pd.DataFrame) -> Counter[Light]:
    """Count the rows by light."""
    return Counter(frame["semaforo"])


def groups(frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows of each level and axis, in the order of the report."""
    axes = ("prevencion", "persecucion", "proteccion")
    pairs = [*(("ISS", axis) for axis in axes), ("IOP", None)]
    found = []
    for level, axis in pairs:
        rows = frame[(frame["nivel"] == level) & ((frame["eje"] == axis) if axis else True)]
        label = t(f"axes.{axis}") if axis else t("charts.semaforo.objective")
        if len(rows):
            found.append((label, rows))
    return found


def draw(frame: pd.DataFrame) -> Figure:
    """Return one marker per indicator, one line per group."""
    parts = groups(frame)
    traces = [trace(label, rows, -index) for index, (label, rows) in enumerate(parts)]
    axis = {"showgrid": False, "zeroline": False}
    ticks = {"tickvals": [-index for index in range(len(parts))],
             "ticktext": [label for label, _ in parts]}  # fmt: skip
    return {
        "data": traces,
        "layout": layout(
            70 * len(parts) + 40,
            xaxis=axis | {"visible": False},
            yaxis=axis | ticks | {"automargin": True, "fixedrange": True},
        ),
    }


def trace(label: str, rows: pd.DataFrame, y: int) -> Figure:
    """Return the markers of one line of indicators."""
    lights = list(rows["semaforo"])
    return {
        "type": "scatter",
        "mode": "markers",
        "name": label,
        "x": list(range(len(rows))),
        "y": [y] * len(rows),
        "text": [_tip(row) for row in records(rows)],
        "hoverinfo": "text",
        "marker": {
            "size": 16,
            "symbol": [theme.LIGHT_SYMBOL[light] for light in lights],
            "color": [theme.LIGHT_COLOUR[light] for light in lights],
        },
    }  # fmt: skip


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return the marks as SVG, each a link to the sheet of its indicator."""
    step = _STEPS[width]
    per_line = (width - 4) // step
    top, parts = 0, []
    for label, rows in groups(frame):
        parts.append(_group(label, rows, top, (step, per_line)))
        top += _LABEL + step * -(-len(rows) // per_line) + 14
    parts.append(status_legend.key(frame["semaforo"], top))
    variant = "narrow" if width == NARROW else "wide"
    high = top + status_legend.HEIGHT
    return svg.drawing(width, high, *parts, variant=variant, linked=True)


def _group(label: str, rows: pd.DataFrame, top: int, grid: tuple[int, int]) -> svg.Element:
    step, per_line = grid
    heading = svg.text(2, top + 15, f"{label} · {len(rows)}", font_size=14, font_weight=600,
                       fill=svg.token("ink", theme.INK))  # fmt: skip
    middle = step / 2
    marks = [
        linked(row, step * (i % per_line) + middle, top + _LABEL + step * (i // per_line) + middle)
        for i, row in enumerate(records(rows))
    ]
    return svg.together(heading, *marks)


def linked(row: Record, x: float, y: float) -> svg.Element:
    """Return the mark of an indicator, which leads to its sheet."""
    word = t(f"lights.{row['semaforo']}")
    name = f"{row['codigo']}, {named(row)}: {word}"
    return svg.element(
        "a",
        svg.title(name),
        svg.element("rect", x=x - 9, y=y - 11, width=18, height=22, fill="transparent"),
        svg.mark(row["semaforo"], x, y, 8),
        href=f"/indicadores/{row['codigo']}",
        aria_label=name,
        tabindex="-1",
    )


def _tip(row: Record) -> str:
    word = t(f"lights.{row['semaforo']}")
    return f"{row['codigo']}<br>{named(row)}: {word}"


def named(row: Record) -> str:
    """Return who answers, with the entity to which the report says that it moved."""
    return with_moved(row["responsable"], row["traslado"])


def with_moved(entity: str, other: str | None) -> str:
    """Join who answers and the entity to which the report says that it moved, if any."""
    return t("explained.named", entity=entity, other=other) if other else entity


def moves(frame: pd.DataFrame) -> list[str]:
    """Say which indicators moved to another entity, as the report says."""
    return [
        t("charts.semaforo.moved", code=row["codigo"], entity=row["responsable"],
          other=row["traslado"])
        for row in records(frame) if row["traslado"]
    ]  # fmt: skip


def sentence(frame: pd.DataFrame) -> str:
    """Say how many indicators of each level there are in each band."""
    if not len(frame):
        return t("empty.chart")
    levels = [
        t(f"charts.semaforo.{level}", total=indicators(len(rows)), parts=bands(tally(rows)))
        for level in ("ISS", "IOP")
        if len(rows := frame[frame["nivel"] == level])
    ]
    return " ".join([*levels, *moves(frame)])


CHART = Chart("semaforo", select, by_hand(draw, sketch), sentence, page="/", linked=True)
