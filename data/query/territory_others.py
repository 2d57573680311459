"""What is published of a territory outside of its yearly register: nothing joins with it."""

from datetime import date

from data.model import Incidencia
from data.query import map_periods
from data.query.territories import Subject
from data.query.territory_record import COLUMNS, OTHER, Record, beside, yearly
from data.store import Store


def others(store: Store, subject: Subject) -> tuple[Record, ...]:
    """Return every other published figure of a territory, in the order of time; months aside."""
    series = {(row["periodo"], row["fuente"]) for row in yearly(store, subject)}
    rows = [
        row
        for row in store.by(Incidencia, "codigo_territorio").get((subject.code,), ())
        if (row.periodo, row.fuente) not in series and not _monthly(row)
    ]
    rows.sort(key=lambda row: (row.periodo_fin or date.min, row.indicador, row.categoria))
    return tuple(_other(store, subject, row) for row in rows)


def history(store: Store, subject: Subject) -> tuple[Record, ...]:
    """Return the whole maps of several years that end before the yearly series begins."""
    series = yearly(store, subject)
    first = series[0]["periodo_inicio"] if series else date.max
    whole = {
        (one.coverage.periodo, one.coverage.fuente)
        for one in map_periods.published(store, subject.level)
        if not one.annual and one.coverage.completo == "si"
        and (one.period.fin or date.max) < first
    }  # fmt: skip
    return tuple(row for row in others(store, subject) if (row["periodo"], row["fuente"]) in whole)


def _monthly(row: Incidencia) -> bool:
    start, end = row.periodo_inicio, row.periodo_fin
    return bool(start and end and (start.year, start.month) == (end.year, end.month))


def _other(store: Store, subject: Subject, row: Incidencia) -> Record:
    own = {name: getattr(row, name) for name in (
        "codigo_territorio", "indicador", "periodo", "periodo_inicio", "periodo_fin", "valor",
        "unidad", "estado", "fuente")}  # fmt: skip
    return (
        dict.fromkeys(COLUMNS)
        | own
        | beside(store, row)
        | {
            "parte": OTHER,
            "nivel": subject.level,
            "territorio": subject.name,
            "institucion": store.sources[row.fuente].institucion,
        }
    )
