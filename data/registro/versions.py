"""What was typed, kept: every save is a version, also an invalid one, also one that lost a race."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select

from data.registro import computed, known
from data.registro.checks import check, obstacles
from data.registro.checks.findings import Finding
from data.registro.conditions import Facts
from data.registro.entry import Entry, Known
from data.registro.moves import ConflictError, allowed, move, note, take
from data.registro.office import facts_of
from data.registro.reports import Report
from data.registro.rights import Person
from data.registro.schema.evidence import evidencia
from data.registro.schema.reports import desagregado, hallazgo, reporte_version
from data.registro.typed import Typed, read
from data.registro.written import written


class PrivateError(Exception):
    """What was typed seems to identify a person: nothing of it is kept."""

    def __init__(self, found: tuple[Finding, ...]) -> None:
        """Keep what was found, which names the field and the kind, never the datum."""
        self.found = found
        super().__init__(", ".join(one.campo for one in found))


@dataclass(frozen=True, slots=True)
class Saved:
    """A version that was kept, what the checks say of it, and whether somebody was first."""

    n: int
    findings: tuple[Finding, ...]
    paralela: bool


def save(connection: Connection, person: Person, report: Report, raw: Mapping[str, str]) -> Saved:
    """Keep what was typed; if somebody saved first, beside his and not over it."""
    row = allowed(person, report, "guardar")
    facts = known.of(connection, report)
    typed = read(raw, report.entidad, evidence(connection, report))
    found = (*typed.illegible, *check(typed.entry, facts))
    if private := tuple(one for one in found if one.regla == "V17"):
        raise PrivateError(private)
    n = _next(connection, report)
    beside = False
    try:
        take(connection, report, {"estado": row.a, "actual": n})
        note(connection, person, report.id, row, "")
    except ConflictError:
        beside = True
    flags = {"base": report.actual or 0, "paralela": beside, "sellada": False}
    _write(connection, person, report, n, typed, facts, flags)
    _findings(connection, report, n, found, typed)
    return Saved(n, found, beside)


def send(connection: Connection, person: Person, report: Report, today: date) -> int:
    """Seal the version that stands and send it; raise what keeps it from being sent."""
    allowed(person, report, "enviar")
    facts = known.of(connection, report)
    raw = written(connection, report, report.actual or 0)
    typed = read(raw, report.entidad, evidence(connection, report))
    found = (*typed.illegible, *check(typed.entry, facts))
    stop = obstacles(found, typed.entry)
    asked: Facts = replace(facts_of(connection, report, today), obstaculos=stop)
    move(connection, person, report, "enviar", asked)
    n = _next(connection, report)
    flags = {"base": report.actual or 0, "paralela": False, "sellada": True}
    _write(connection, person, report, n, typed, facts, flags)
    _findings(connection, report, n, found, typed)
    after = replace(report, version=report.version + 1, estado="enviado")
    take(connection, after, {"actual": n})
    return n


def _next(connection: Connection, report: Report) -> int:
    last = select(func.max(reporte_version.c.n)).where(reporte_version.c.reporte == report.id)
    return (connection.execute(last).scalar() or 0) + 1


def evidence(connection: Connection, report: Report) -> tuple[str, ...]:
    """Return the kinds of evidence of the version that stands."""
    which = (evidencia.c.reporte == report.id, evidencia.c.n == (report.actual or 0))
    return tuple(connection.execute(select(evidencia.c.tipo).where(*which)).scalars())


def _write(
    connection: Connection, person: Person, report: Report, n: int, typed: Typed, facts: Known,
    flags: dict[str, Any],
) -> None:  # fmt: skip
    entry = typed.entry
    line = insert(reporte_version).values(
        reporte=report.id,
        n=n,
        clase=facts.sheet.clase,
        estado_dato=entry.estado_dato,
        numerador=entry.numerador,
        denominador=entry.denominador,
        valor=computed.value(facts.sheet, entry),
        escrito=json.dumps(dict(typed.raw), ensure_ascii=False, sort_keys=True),
        autor=person.id,
        momento=datetime.now(UTC),
        **flags,
    )
    connection.execute(line)
    _breakdowns(connection, report, n, entry)
    _keep_evidence(connection, report, n)


def _breakdowns(connection: Connection, report: Report, n: int, entry: Entry) -> None:
    for dimension, parts in entry.desagregado.items():
        for category, amount in parts.items():
            if amount >= 0:
                row = {"reporte": report.id, "n": n, "dimension": dimension}
                more = row | {"categoria": category, "cantidad": amount}
                connection.execute(insert(desagregado).values(more))


def _keep_evidence(connection: Connection, report: Report, n: int) -> None:
    """Copy the evidence of the version that stands to the one that is written."""
    shown = select(evidencia).where(
        evidencia.c.reporte == report.id, evidencia.c.n == (report.actual or 0)
    )
    for one in connection.execute(shown).mappings().all():
        copy = {name: value for name, value in one.items() if name != "id"} | {"n": n}
        connection.execute(insert(evidencia).values(copy))


def _findings(
    connection: Connection, report: Report, n: int, found: tuple[Finding, ...], typed: Typed
) -> None:
    for one in found:
        line = insert(hallazgo).values(
            reporte=report.id,
            n=n,
            regla=one.regla,
            severidad=one.severidad,
            campo=one.campo,
            mensaje=one.mensaje,
            explicacion=typed.entry.explicaciones.get(one.regla, ""),
        )
        connection.execute(line)
