"""One territory year by year in one register, the country's line below on a scale of its own."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

import pandas as pd

from components.charts import territory_words as words
from components.charts.chart import Chart, Record, records
from components.charts.layouts.lines import Lines
from components.charts.layouts.lines_parts import Panel, Point, Series
from components.charts.layouts.marks import said
from components.format import number, span
from components.texts import t
from data.query import territories, territory_page, territory_record
from data.query.filters import Filters
from data.query.map_periods import Level
from data.query.territories import Subject
from data.query.territory_record import COUNTRY
from data.store import Store

COLUMNS = [
    "territorio", "codigo_territorio", "anio", "periodo", "periodo_inicio", "periodo_fin",
    "completo", "tramo", "valor", "unidad", "estado", "porcentaje", "poblacion", "tasa", "puesto",
    "territorios", "confianza", "fuente",
]  # fmt: skip


def _alone(level: Level, store: Store, filters: Filters) -> pd.DataFrame:
    """Return the territory of the address, the one beside it, and the country."""
    subject = _named(level, store, filters)
    beside = territories.find(store, level, filters.comparar)
    several = [one for one in dict.fromkeys((subject, beside)) if one]
    return _frame(level, store, subject, several, beside)


def _inside(store: Store, filters: Filters) -> pd.DataFrame:
    """Return every distrito fiscal that has a part of a departamento, and the country."""
    subject = _named("departamento", store, filters)
    several = territory_page.districts(store, subject) if subject else []
    return _frame("distrito_fiscal", store, subject, several, None)


def _frame(
    level: Level, store: Store, subject: Subject | None, several: list[Subject],
    beside: Subject | None,
) -> pd.DataFrame:  # fmt: skip
    rows = [row for one in several for row in territory_record.yearly(store, one)]
    rows += territory_record.country(store, level) if subject and rows else ()
    frame = pd.DataFrame(rows if subject else [], columns=COLUMNS, dtype=object)
    frame.attrs["lugar"] = subject.slug if subject and rows else ""
    frame.attrs["nombre"] = subject.name if subject else ""
    frame.attrs["comparar"] = beside.slug if beside else ""
    return frame


def _named(level: Level, store: Store, filters: Filters) -> Subject | None:
    """Return the territory of an address; where it names none, that of the largest figure."""
    if filters.lugar:
        return territories.find(store, level, filters.lugar)
    first = (_first(store, one) for one in territories.subjects(store, level))
    return max(first, key=lambda one: one[0], default=(Decimal(), None))[1]


def _first(store: Store, one: Subject) -> tuple[Decimal, Subject]:
    row = territory_record.last(territory_record.yearly(store, one), whole=True)
    return (row["valor"] if row else None) or Decimal(-1), one


def plot(rows: bool, frame: pd.DataFrame) -> Lines:
    """Declare a panel per territory, all on one scale, and the country on another."""
    years = range(min(frame["anio"]), max(frame["anio"]) + 1)
    own = [row["valor"] for row in records(frame) if row["codigo_territorio"] != COUNTRY]
    most = int(max((value for value in own if value is not None), default=Decimal(1)))
    panels = [_panel(one, years, most) for one in words.lines(frame)]
    return Lines(tuple(map(str, years)), tuple(panels), rows=rows)


def _panel(rows: list[Record], years: range, most: int) -> Panel:
    """Return a line: whole years in full marks, a part of a year in an open one."""
    whole = rows[0]["codigo_territorio"] == COUNTRY
    token, mark = ("quiet", "square") if whole else ("accent", "circle")
    parts = [row for row in rows if row["completo"] != "si"]
    full = [row for row in rows if row["completo"] == "si"]
    series = [Series(t("territorio.chart.years"), tuple(_points(full, years, parts)), token, mark)]
    if parts:
        points = tuple(_point(row, years) for row in parts)
        series.append(Series(t("territorio.chart.part"), points, token, "circle-open"))
    title = "territorio.chart.country" if whole else "territorio.chart.own"
    return Panel(t(title, name=rows[0]["territorio"]), "n", tuple(series),
                 least=1 if whole else max(most, 1))  # fmt: skip


def _points(rows: list[Record], years: range, elsewhere: list[Record]) -> Iterator[Point]:
    """Yield a point per year: a figure, or the word of its absence where no source has it."""
    known = {row["anio"]: row for row in rows}
    for year in years:
        if year in known:
            yield _point(known[year], years)
        elif year not in {row["anio"] for row in elsewhere}:
            state = t("states_short.no-publicado")
            yield Point(year - years[0], None, said("", state, period=year), state)


def _point(row: Record, years: range) -> Point:
    absent = "" if row["valor"] is not None else t(f"states_short.{row['estado']}")
    period = span(row["periodo_inicio"], row["periodo_fin"])
    words_ = said(row["territorio"], absent or number(row["valor"]), period=period)
    return Point(row["anio"] - years[0], row["valor"], words_, absent, row["tramo"])


def _heading(slug: str, frame: pd.DataFrame) -> str:
    """Return what is counted, of which territory, between which years."""
    if not len(frame):
        return t(f"charts.{slug}.title_none")
    years = sorted(set(frame["anio"]))
    names = words.names(frame) if frame.attrs["comparar"] else frame.attrs["nombre"]
    return t(f"charts.{slug}.title", name=names, first=years[0], last=years[-1])


def _chart(slug: str, stem: str, level: Level | None) -> Chart:
    chosen = partial(_alone, level) if level else _inside
    narrows = ("lugar", "comparar") if level else ("lugar",)
    return Chart(slug, chosen, partial(plot, not level), words.sentence, page="/territorios",
                 narrows=narrows, heading=partial(_heading, slug), placed=stem)  # fmt: skip


POLICE = _chart("territorio-policia", "/territorios", "departamento")
PROSECUTORS = _chart("territorio-fiscalias", "/territorios", None)
DISTRICT = _chart("distrito-fiscal", "/distritos-fiscales", "distrito_fiscal")
