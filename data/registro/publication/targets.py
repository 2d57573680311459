"""The targets of a year that a norm changed, read to be public up to the one that governs."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, select

from data.registro.publication.cut import LIMA, Changed
from data.registro.publication.declared import one_line
from data.registro.schema.plan import meta
from data.registro.schema.trail import auditoria

Key = tuple[str, int]
NO_REASON = "La fuente no dice por qué."


def changed(connection: Connection, year: int) -> Mapping[str, tuple[Changed, ...]]:
    """Return each change of the targets of a year, by indicator, in their order."""
    rows = connection.execute(select(meta).where(meta.c.anio == year).order_by(meta.c.n)).all()
    held: dict[str, list[Any]] = {}
    for row in rows:
        held.setdefault(row.codigo, []).append(row)
    several = {code: found for code, found in held.items() if len(found) > 1}
    days = _days(connection, year) if several else {}
    return {code: _steps(found, days) for code, found in several.items()}


def until(changes: tuple[Changed, ...], target: Any) -> tuple[Changed, ...]:
    """Return the changes up to the last that gives a target: what came later does not govern."""
    last = max((n for n, one in enumerate(changes, 1) if one.despues == target), default=0)
    return changes[:last]


def _steps(rows: list[Any], days: Mapping[Key, date]) -> tuple[Changed, ...]:
    return tuple(
        Changed(one.valor, after.valor, one_line(after.motivo) or NO_REASON,
                one_line(after.norma), days.get((after.codigo, after.n)))
        for one, after in pairwise(rows) if one.valor != after.valor
    )  # fmt: skip


def _days(connection: Connection, year: int) -> dict[Key, date]:
    """Return the day on which each target was written: only the trail knows it."""
    which = (auditoria.c.tabla == "meta", auditoria.c.operacion == "INSERT")
    found = {}
    for moment, said in connection.execute(
        select(auditoria.c.momento, auditoria.c.datos).where(*which)
    ):
        row = json.loads(said)
        if int(row["anio"]) == year:
            day = datetime.fromisoformat(moment).astimezone(LIMA).date()
            found[str(row["codigo"]), int(row["n"])] = day
    return found
