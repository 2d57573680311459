"""The traffic light by who answers: one mark per indicator, one line per sector or entity."""

import pandas as pd

from components import svg, theme
from components.band_counts import bands, indicators
from components.charts import status_legend, status_strip
from components.charts.chart import Chart, layout, records
from components.charts.layouts.by_hand import NARROW, by_hand
from components.charts.layouts.plot import Figure
from components.format import joined
from components.texts import t
from data.codes import LIGHTS
from data.query.code_order import rank
from data.query.commitments import alphabetical
from data.query.filters import Filters
from data.store import Store

COLUMNS = [
    "sector", "responsable", "traslado", "codigo", "anio", "nombre", "avance_publicado",
    "avance_calculado", "semaforo", "fuente",
]  # fmt: skip
_STEP, _ROW, _LABEL = 22, 34, 250
_NARROW_ROW = 54


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per indicator under the filters, by sector and entity in alphabet order."""
    rows = [
        [row.sector, row.responsable, store.moved.get((row.codigo, value.anio)), row.codigo,
         value.anio, row.nombre, value.avance_publicado, value.avance_calculado, value.semaforo,
         value.fuente]
        for row, value in store.chosen(filters)
    ]  # fmt: skip
    rows.sort(key=lambda row: rank(LIGHTS, row[8]))
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def groups(frame: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows of each sector, or of each entity where there is one sector only."""
    column = "sector" if frame["sector"].nunique() > 1 else "responsable"
    codes = dict.fromkeys(frame[column])
    names = [(code, t(f"sectors.{code}") if column == "sector" else code) for code in codes]
    return [(name, frame[frame[column] == code]) for code, name in alphabetical(names)]


def draw(frame: pd.DataFrame) -> Figure:
    """Return one marker per indicator, one line per sector or entity."""
    parts = groups(frame)
    axis = {"showgrid": False, "zeroline": False}
    names = [label for label, _ in parts]
    return {
        "data": [
            status_strip.trace(name, rows, -index) for index, (name, rows) in enumerate(parts)
        ],
        "layout": layout(
            34 * len(parts) + 60,
            xaxis=axis | {"visible": False},
            yaxis=axis
            | {"tickvals": [-index for index in range(len(parts))], "ticktext": names}
            | {"automargin": True, "fixedrange": True},
        ),
    }


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return the marks as SVG: labels at the left, or above where there is little room."""
    narrow = width == NARROW
    row = _NARROW_ROW if narrow else _ROW
    parts = groups(frame)
    lines = [_line(name, rows, row * index, narrow) for index, (name, rows) in enumerate(parts)]
    variant = "narrow" if narrow else "wide"
    lines.append(status_legend.key(frame["semaforo"], row * len(parts)))
    high = row * len(parts) + status_legend.HEIGHT
    return svg.drawing(width, high, *lines, variant=variant, linked=True)


def _line(name: str, rows: pd.DataFrame, top: float, narrow: bool) -> svg.Element:
    left, middle = (0, top + 38) if narrow else (_LABEL, top + 17)
    ink = svg.token("ink", theme.INK)
    label = svg.text(
        2, top + (17 if narrow else 22), f"{name} · {len(rows)}", font_size=15, fill=ink
    )
    rule = svg.element(
        "line", x1=0, x2=NARROW if narrow else 640, y1=top + 0.5, y2=top + 0.5,
        stroke=svg.token("rule", theme.RULE),
    )  # fmt: skip
    marks = [
        status_strip.linked(row, left + _STEP * index + 11.0, middle)
        for index, row in enumerate(records(rows))
    ]
    return svg.together(rule, label, *marks)


def sentence(frame: pd.DataFrame) -> str:
    """Say how many indicators of each sector or entity are in each band."""
    if not len(frame):
        return t("empty.chart")
    parts = groups(frame)
    key = "one" if len(parts) == 1 else "several"
    said = t(f"charts.sector-semaforo.{key}", total=indicators(len(frame)), name=parts[0][0],
             bands=bands(status_strip.tally(frame)))  # fmt: skip
    below = [
        t("charts.sector-semaforo.part", name=name, amount=amount, total=len(rows))
        for name, rows in parts
        if (amount := status_strip.tally(rows)["rojo"])
    ]
    if below and len(parts) > 1:
        said = f"{said} {t('charts.sector-semaforo.below', parts=joined(below))}"
    return " ".join([said, *status_strip.moves(frame)])


CHART = Chart(
    "sector-semaforo", select, by_hand(draw, sketch), sentence, page="/sectores",
    narrows=("anio", "sector", "entidad"), linked=True,
)  # fmt: skip
