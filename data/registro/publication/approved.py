"""What a period has approved and what stands besides, read in one moment from the record."""

import json
from collections.abc import Collection
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from data.model.years import Reported
from data.registro.asked import norm_of
from data.registro.publication import agreed, declared, targets
from data.registro.publication.cut import LIMA, Changed, Cut, Line
from data.registro.publication.review_mark import same_institution
from data.registro.schema.plan import esperado, periodo
from data.registro.schema.reports import reporte, reporte_version
from data.registro.schema.review import transicion
from data.registro.typed import read

SILENT = "No reportó al cierre del periodo."


class NoPeriodError(LookupError):
    """There is no such period, or it was not opened."""


def numbers(connection: Connection, name: str) -> tuple[int, ...]:
    """Return the reports of a period that are approved and wait for a cut."""
    which = (reporte.c.periodo == name, reporte.c.estado == "aprobado")
    line = select(reporte.c.id).where(*which).order_by(reporte.c.codigo)
    return tuple(connection.execute(line).scalars())


def waiting(connection: Connection) -> dict[str, int]:
    """Return how many reports of each period wait for a cut."""
    line = select(reporte.c.periodo, func.count().label("cuantos"))
    rows = connection.execute(
        line.where(reporte.c.estado == "aprobado").group_by(reporte.c.periodo)
    )
    return {row.periodo: row.cuantos for row in rows}


def of(connection: Connection, name: str, chosen: Collection[int], moment: datetime) -> Cut:
    """Return the cut of a period with some of its reports."""
    span = connection.execute(select(periodo).where(periodo.c.id == name)).first()
    if span is None or span.abierto is None:
        raise NoPeriodError(name)
    joined = reporte.join(
        esperado,
        (esperado.c.periodo == reporte.c.periodo) & (esperado.c.codigo == reporte.c.codigo),
    )
    rows = connection.execute(
        select(reporte, esperado.c.meta)
        .select_from(joined)
        .where(reporte.c.periodo == name)
        .order_by(reporte.c.codigo, reporte.c.serie)
    ).all()
    changes = targets.changed(connection, span.anio)
    lines = tuple(
        _line(connection, row, row.id in chosen, changes.get(row.codigo, ())) for row in rows
    )
    return Cut(span, moment.astimezone(LIMA).date(), lines, agreed.of(connection))


def _line(connection: Connection, row: Any, chosen: bool, changes: tuple[Changed, ...]) -> Line:
    state: Reported = "publicado" if chosen else row.estado
    plain: dict[str, Any] = {
        name: getattr(row, name)
        for name in ("id", "version", "codigo", "entidad", "serie", "meta", "a_tiempo")
    }
    steps = connection.execute(
        select(transicion).where(transicion.c.reporte == row.id).order_by(transicion.c.id)
    ).all()
    public: dict[str, Any] = {"motivo": SILENT} if state == "sin-reporte" else {}
    if state == "anulado":
        # The norm that retired the indicator is public, and clears the entity.
        public = {"motivo": declared.one_line(norm_of(connection, row.id))}
    # Of what is not public nothing is told but where it stands.
    if state == "publicado":
        public = _public(connection, row)
    metas = targets.until(changes, row.meta)
    return Line(**plain, estado=state, sale=chosen, enviado=_sent(steps), metas=metas, **public)


def _public(connection: Connection, row: Any) -> dict[str, Any]:
    which = (reporte_version.c.reporte == row.id, reporte_version.c.n == row.actual)
    kept = connection.execute(select(reporte_version).where(*which)).one()
    why = _absence(kept) or _correction(connection, row)
    mark = same_institution(connection, row.id, row.entidad)
    return {"n": kept.n, "dato": kept.estado_dato, "numerador": kept.numerador,
            "denominador": kept.denominador, "valor": kept.valor, "motivo": why,
            "misma_institucion": mark, "declarado": declared.texts(connection, kept),
            "evidencias": declared.evidence(connection, kept)}  # fmt: skip


def _absence(kept: Any) -> str:
    """Return why there is no figure, where a report says that there is none."""
    if kept.estado_dato in ("dato", "cero"):
        return ""
    typed = read(json.loads(kept.escrito), "")
    return declared.one_line(typed.entry.motivo)


def _correction(connection: Connection, row: Any) -> str:
    """Return why the series before was corrected; '' for a first one."""
    joined = transicion.join(reporte, reporte.c.id == transicion.c.reporte)
    which = (reporte.c.periodo == row.periodo, reporte.c.codigo == row.codigo,
             reporte.c.serie < row.serie, transicion.c.accion == "corregir")  # fmt: skip
    line = select(transicion.c.motivo).select_from(joined).where(*which)
    said = connection.execute(line.order_by(transicion.c.id.desc()).limit(1)).scalar()
    return declared.one_line(said or "")


def _sent(steps: Any) -> date | None:
    """Return the day of the first sending that stands: a report withdrawn begins again."""
    first: date | None = None
    for step in steps:
        if step.accion == "retirar":
            first = None
        if step.accion == "enviar" and first is None:
            first = step.momento.astimezone(LIMA).date()
    return first
