"""One indicator over the years: what was promised and what was obtained."""

import pandas as pd

from components.charts.chart import Chart, records
from components.charts.layouts.lines import Lines
from components.charts.layouts.lines_parts import Panel, Point, Series
from components.charts.layouts.marks import said
from components.format import printed
from components.texts import t
from components.year_words import PENDING
from data.query.filters import Filters
from data.store import Store

COLUMNS = [
    "codigo", "anio", "unidad", "logro_esperado", "valor_obtenido", "estado", "avance_publicado",
    "avance_calculado", "semaforo", "traslado", "fuente",
]  # fmt: skip

_ENDS = 2


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


def plot(frame: pd.DataFrame) -> Lines:
    """Declare the targets, dashed, and the results, with the word of each year without one."""
    unit = frame["unidad"].iloc[0]
    target = _series(frame, "logro_esperado")
    result = _series(frame, "valor_obtenido")
    series = (Series(t("columns.logro_esperado"), target, "quiet", "line-ew-open", target=True),
              Series(t("columns.valor_obtenido"), result))  # fmt: skip
    return Lines(tuple(map(str, frame["anio"])), (Panel("", unit, series),))


def _series(frame: pd.DataFrame, column: str) -> tuple[Point, ...]:
    points = []
    for place, row in enumerate(records(frame)):
        lacks = row[column] is None and column == "valor_obtenido"
        word = t(f"states_short.{row['estado']}") if lacks else ""
        figure = word or printed(row[column], row["unidad"])
        words = said(t(f"columns.{column}"), figure, period=row["anio"])
        coming = lacks and row["estado"] == PENDING
        points.append(Point(place, row[column], words, word, coming=coming))
    return tuple(points)


def sentence(frame: pd.DataFrame) -> str:
    """Say what was promised and obtained in the last year with a result."""
    known = frame[[value is not None for value in frame["valor_obtenido"]]] if len(frame) else frame
    if not len(known):
        return t("charts.indicador.none")
    last = known.iloc[-1]
    key = "no_target" if last["logro_esperado"] is None else "sentence"
    words = t(
        f"charts.indicador.{key}",
        year=last["anio"],
        target=printed(last["logro_esperado"], last["unidad"]),
        value=printed(last["valor_obtenido"], last["unidad"]),
    )
    moved = t("charts.indicador.moved", other=last["traslado"]) if last["traslado"] else ""
    return f"{words} {moved}".rstrip()


def finding(frame: pd.DataFrame) -> str:
    """Say from what to what the result went, between the first and the last year that has one."""
    known = [row for row in records(frame) if row["valor_obtenido"] is not None]
    if len(known) < _ENDS:
        return ""
    first, last = known[0], known[-1]
    figures = [printed(row["valor_obtenido"], row["unidad"]) for row in (first, last)]
    key = "same" if first["valor_obtenido"] == last["valor_obtenido"] else "went"
    return t(f"charts.indicador.{key}", first=figures[0], start=first["anio"], last=figures[1],
             end=last["anio"])  # fmt: skip


CHART = Chart("indicador", select, plot, sentence, page="/indicadores",
              narrows=("anio", "codigo"), ahead=True, found=finding)  # fmt: skip
