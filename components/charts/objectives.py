"""The gauges: advance of each priority objective against its bands, in one year."""

import itertools
from decimal import Decimal

import pandas as pd

from components import other_figures, svg, theme
from components.charts.chart import Chart, Record, layout, records
from components.charts.layouts.by_hand import NARROW, WIDE, by_hand
from components.charts.layouts.plot import Figure
from components.format import percent
from components.texts import t
from data.codes import Light
from data.model import Avance, Objetivo
from data.query.filters import Filters
from data.rules.progress import AMBER_FROM, FULL, GREEN_FROM
from data.store import Store

_ROW = 92
_EDGES = (Decimal(0), AMBER_FROM, GREEN_FROM, FULL)
COLUMNS = [
    "codigo", "anio", "eje", "objetivo", "avance_publicado", "avance_calculado", "semaforo",
    "otro_avance_publicado", "fuente",
]  # fmt: skip


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return one row per objective whose axis is chosen, for the year looked at."""
    year = store.year(filters)
    axes = filters.eje or _axes_of(store, filters)
    rows = [
        [row.codigo, year, row.eje, row.texto, *_figures(store, store.advances[row.codigo, year])]
        for row in store.rows(Objetivo)
        if row.nivel == "OP" and row.eje in axes and (row.codigo, year) in store.advances
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype=object)


def _axes_of(store: Store, filters: Filters) -> set[str]:
    wanted = Filters(sector=filters.sector, entidad=filters.entidad)
    return {indicator.eje for indicator, _ in store.chosen(wanted.with_(anio=filters.anio))}


def _figures(store: Store, row: Avance) -> list[object]:
    other = other_figures.value(store, row.codigo, row.anio)
    return [row.avance_publicado, row.avance_calculado, row.semaforo, other, row.fuente]


def shown(row: Record) -> Decimal | None:
    """Return the advance that is read off a row: published, else computed."""
    published, computed = row["avance_publicado"], row["avance_calculado"]
    value: Decimal | None = computed if published is None else published
    return value


def draw(frame: pd.DataFrame) -> Figure:
    """Return one bullet gauge per objective."""
    share = 1 / max(len(frame), 1)
    gauges = [
        _gauge(row, (1 - (index + 0.75) * share, 1 - (index + 0.35) * share))
        for index, row in enumerate(records(frame))
        if shown(row) is not None
    ]
    return {"data": gauges, "layout": layout(_ROW * len(frame) + 56)}


def _gauge(row: Record, y: tuple[float, float]) -> Figure:
    light, axis = row["semaforo"], t(f"axes.{row['eje']}")
    edges = [float(edge) for edge in _EDGES]
    return {
        "type": "indicator",
        "mode": "number+gauge",
        "value": float(shown(row) or 0),
        "number": {"suffix": " %", "valueformat": ".1f"},
        "title": {"text": f"{axis}<br>{theme.LIGHT_MARK[light]} {t(f'lights.{light}')}"},
        "domain": {"x": [0.24, 1], "y": list(y)},
        "gauge": {
            "shape": "bullet",
            "axis": {"range": [0, 100], "tickvals": edges, "ticktext": ["0", "75", "95", ""]},
            "bar": {"color": theme.INK, "thickness": 0.5},
            "steps": [
                {"range": [low, high], "color": colour}
                for low, high, colour in zip(edges, edges[1:], theme.BANDS, strict=False)
            ],
        },
    }


def sketch(frame: pd.DataFrame, width: int) -> svg.Drawing:
    """Return the gauges as SVG, one under the other."""
    rows = [_row(row, 12 + _ROW * index, width) for index, row in enumerate(records(frame))]
    bottom = 12 + _ROW * len(frame)
    ticks = [
        svg.text(_x(edge, width), bottom + 8, f"{edge}", font_size=13, text_anchor=anchor,
                 fill=svg.token("quiet", theme.QUIET))
        for edge, anchor in zip(_EDGES, ("start", "middle", "middle", "end"), strict=True)
        if not (width < WIDE and edge == GREEN_FROM)
    ]  # fmt: skip
    variant = "narrow" if width == NARROW else "wide"
    return svg.drawing(width, bottom + 14, *rows, *ticks, variant=variant)


def _x(value: Decimal, width: int) -> float:
    return 2 + float(min(value, FULL)) / 100 * (width - 4)


def _row(row: Record, top: float, width: int) -> svg.Element:
    value, light = shown(row), row["semaforo"]
    ink = svg.token("ink", theme.INK)
    track, bar = top + 40, top + 47
    bands = [
        svg.element("rect", x=_x(low, width), y=track, width=_x(high, width) - _x(low, width) - 2,
                    height=28, fill=svg.token(f"band-{index}", theme.BANDS[index]))
        for index, (low, high) in enumerate(itertools.pairwise(_EDGES))
    ]  # fmt: skip
    filled = [
        svg.element("rect", x=2, y=bar, width=_x(value, width) - 2, height=14, fill=ink)
    ] if value is not None else []  # fmt: skip
    return svg.element(
        "g",
        svg.title(_phrase(row)),
        svg.text(2, top + 26, t(f"axes.{row['eje']}"), font_size=17, font_weight=600, fill=ink),
        svg.text(width - 2, top + 28, percent(value), font_size=26, font_weight=700,
                 text_anchor="end", fill=ink),
        *_status(light, value, top, width),
        *bands,
        *filled,
    )  # fmt: skip


def _status(light: Light, value: Decimal | None, top: float, width: int) -> list[svg.Element]:
    word = t(f"lights.{light}")
    right = width - 2 - 13.5 * len(percent(value)) - 10
    colour = svg.token(f"light-{light}", theme.LIGHT_COLOUR[light])
    return [
        svg.mark(light, right - 7.6 * len(word) - 12, top + 20, 8),
        svg.text(right, top + 26, word, font_size=15, font_weight=600, text_anchor="end",
                 fill=colour),
    ]  # fmt: skip


def _phrase(row: Record) -> str:
    value = shown(row)
    if value is None:
        return t("charts.objetivos.none", axis=t(f"axes.{row['eje']}"))
    key = "computed" if row["avance_publicado"] is None else "published"
    return t(
        f"charts.objetivos.{key}",
        axis=t(f"axes.{row['eje']}"),
        value=percent(value),
        word=t(f"lights.{row['semaforo']}"),
    )


def sentence(frame: pd.DataFrame) -> str:
    """Say the advance of each objective and its band."""
    if not len(frame):
        return t("empty.chart")
    year = frame["anio"].iloc[0]
    parts = [_phrase(row) for row in records(frame)]
    said = t("charts.objetivos.sentence", year=year, parts="; ".join(parts))
    return " ".join([said, *others(frame)])


def others(frame: pd.DataFrame) -> list[str]:
    """Say which other advances the report prints, and which one the state follows."""
    return [
        t("charts.objetivos.other", axis=t(f"axes.{row['eje']}"), used=percent(shown(row)),
          value=percent(row["otro_avance_publicado"]))
        for row in records(frame) if row["otro_avance_publicado"] is not None
    ]  # fmt: skip


CHART = Chart("objetivos", select, by_hand(draw, sketch), sentence, page="/")
