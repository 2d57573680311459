"""A report as it stands: found only among those that the person may see."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, select, union

from data.model.years import Reported
from data.registro.rights import Person, Subject, visible
from data.registro.schema.reports import reporte, reporte_version
from data.registro.schema.review import transicion

_REVIEWING = ("tomar", "observar", "recomendar", "visar")


class NotFoundError(LookupError):
    """There is no such report for this person: another's is not told from one that is not."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its state and the number of its lock."""

    id: int
    periodo: str
    codigo: str
    entidad: str
    serie: int
    estado: Reported
    version: int
    actual: int | None
    vence: date
    a_tiempo: bool | None
    subject: Subject


def find(connection: Connection, person: Person, period: str, code: str) -> Report:
    """Return the report in work of an indicator and period; else the public one."""
    asked = (reporte.c.periodo == period, reporte.c.codigo == code, visible(person))
    retired = reporte.c.estado == "anulado"
    line = select(reporte).where(*asked).order_by(retired, reporte.c.serie.desc())
    row = connection.execute(line.limit(1)).first()
    if row is None:
        raise NotFoundError(f"{period} {code}")
    return _report(connection, row)


def get(connection: Connection, person: Person, number: int) -> Report:
    """Return a report by its number."""
    row = connection.execute(select(reporte).where(reporte.c.id == number, visible(person))).first()
    if row is None:
        raise NotFoundError(str(number))
    return _report(connection, row)


def listed(connection: Connection, person: Person, period: str = "") -> list[Report]:
    """Return the reports that a person may see, of one period or of all."""
    line = select(reporte).where(visible(person)).order_by(reporte.c.vence, reporte.c.codigo)
    if period:
        line = line.where(reporte.c.periodo == period)
    return [_report(connection, row) for row in connection.execute(line).all()]


def _report(connection: Connection, row: object) -> Report:
    cells = row._mapping  # type: ignore[attr-defined]
    number = cells["id"]
    wrote = union(
        select(reporte_version.c.autor).where(reporte_version.c.reporte == number),
        select(transicion.c.persona).where(
            transicion.c.reporte == number, transicion.c.accion == "enviar"
        ),
    )
    reviewed = select(transicion.c.persona).where(
        transicion.c.reporte == number, transicion.c.accion.in_(_REVIEWING)
    )
    subject = Subject(
        cells["entidad"],
        cells["estado"],
        frozenset(filter(None, connection.execute(wrote).scalars())),
        cells["tomado_por"],
        frozenset(filter(None, connection.execute(reviewed).scalars())),
    )
    names = ("id", "periodo", "codigo", "entidad", "serie", "estado", "version", "actual", "vence",
             "a_tiempo")  # fmt: skip
    return Report(**{name: cells[name] for name in names}, subject=subject)
