"""What the record knows of an indicator and period, for the checks."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, func, select

from data.registro import sheets
from data.registro.entry import Answerable, Counterpart, Half, Known, Part, Sheet
from data.registro.reports import Report
from data.registro.schema.plan import esperado, ficha, historia, meta, periodo, responsable
from data.registro.schema.reports import reporte, reporte_version
from geo import composition

_STANDING = ("enviado", "en-revision", "recomendado", "aprobado", "publicado")
_APPROVED = ("aprobado", "publicado")


def of(connection: Connection, report: Report) -> Known:
    """Return everything that is known of a report besides what was typed in it."""
    span = connection.execute(select(periodo).where(periodo.c.id == report.periodo)).one()
    line = select(esperado.c.ficha_n).where(
        esperado.c.periodo == report.periodo, esperado.c.codigo == report.codigo
    )
    which = (ficha.c.codigo == report.codigo, ficha.c.n == connection.execute(line).scalar_one())
    row = connection.execute(select(ficha).where(*which)).one()
    own = sheet(row)
    past = connection.execute(select(historia).where(historia.c.codigo == report.codigo)).all()
    units = connection.execute(select(ficha.c.unidad_contada).distinct()).scalars()
    return Known(
        sheet=own,
        anio=span.anio,
        inicio=span.inicio,
        fin=span.fin,
        base=row.base,
        metas=targets(connection, report.codigo),
        valores={one.anio: one.valor for one in past if one.valor is not None},
        denominadores={one.anio: one.denominador for one in past if one.denominador is not None},
        responsables=tuple(answering(connection, report.codigo, span.inicio, span.fin)),
        contrapartes=tuple(_counterparts(connection, report)),
        mismo_universo=dict(_same_universe(connection, report, own)),
        semestres=tuple(_halves(connection, report, span.anio)),
        unidades=sheets.MORE_UNITS.union(units),
        lugares=frozenset(composition.listed()),
    )


def sheet(row: Any) -> Sheet:
    """Return a sheet as the checks read it."""
    return Sheet(
        codigo=row.codigo,
        nombre=row.nombre,
        clase=row.clase,
        unidad=row.unidad_contada,
        calificador=row.calificador,
        universo=row.universo,
        universo_n=row.universo_n,
        acumulacion=row.acumulacion,
        agregacion=row.agregacion,
        sentido=row.sentido,
        decimales=row.decimales,
        evidencia=tuple(filter(None, row.medio_verificacion.split(";"))),
        cuenta_hechos=row.cuenta_hechos,
    )


def targets(connection: Connection, code: str) -> dict[int, Decimal]:
    """Return the target in force of each year of an indicator: the last that was set."""
    rows = connection.execute(select(meta).where(meta.c.codigo == code).order_by(meta.c.n))
    return {row.anio: row.valor for row in rows}


def answering(connection: Connection, code: str, start: date, end: date) -> Iterator[Answerable]:
    """Return who answers for an indicator in some days."""
    last = func.coalesce(responsable.c.hasta, date.max)
    held = (responsable.c.codigo == code, responsable.c.desde <= end, last >= start)
    line = select(responsable).where(*held).order_by(responsable.c.desde)
    for row in connection.execute(line):
        yield Answerable(row.entidad, row.unidad)


def _sent(connection: Connection, code: str, period: str, states: tuple[str, ...]) -> Any:
    """Return the version that stands of another report of a period; None if there is none."""
    joined = reporte.join(
        reporte_version,
        (reporte_version.c.reporte == reporte.c.id) & (reporte_version.c.n == reporte.c.actual),
    )
    held = (reporte.c.codigo == code, reporte.c.periodo == period, reporte.c.estado.in_(states))
    line = select(reporte_version).select_from(joined).where(*held)
    return connection.execute(line.order_by(reporte.c.serie.desc()).limit(1)).first()


def _counterparts(connection: Connection, report: Report) -> Iterator[Counterpart]:
    for row in sheets.rows("conciliaciones.csv"):
        for own, other in (("a", "b"), ("b", "a")):
            if row[f"codigo_{own}"] != report.codigo:
                continue
            there = row[f"codigo_{other}"]
            found = _sent(connection, there, report.periodo, _STANDING)
            figure = getattr(found, row[f"que_{other}"]) if found else None
            own_part: Part = row[f"que_{own}"]  # type: ignore[assignment]
            yield Counterpart(there, row["dato"], own_part, figure)


def _same_universe(
    connection: Connection, report: Report, own: Sheet
) -> Iterator[tuple[str, Decimal]]:
    if not own.universo:
        return
    alike = (ficha.c.universo == own.universo, ficha.c.codigo != report.codigo)
    for code in connection.execute(select(ficha.c.codigo).where(*alike).distinct()).scalars().all():
        found = _sent(connection, code, report.periodo, _STANDING)
        if found is not None and found.denominador is not None:
            yield code, found.denominador


def _halves(connection: Connection, report: Report, year: int) -> Iterator[Half]:
    if report.periodo != str(year):
        return
    for half in ("S1", "S2"):
        found = _sent(connection, report.codigo, f"{year}-{half}", _APPROVED)
        if found is not None:
            yield Half(found.numerador, found.denominador, found.valor)
