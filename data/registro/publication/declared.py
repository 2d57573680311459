"""What a report declares besides its figures, read to be public: words, and what backs them."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from data.registro.publication.cut import LIMA, Declared, Shown
from data.registro.schema.evidence import archivo, evidencia
from data.registro.schema.reports import hallazgo
from data.registro.typed import read

_PARTS = {"texto": "texto", "limitaciones": "limitaciones", "sin_evidencia": "sin-evidencia"}


def texts(connection: Connection, kept: Any) -> tuple[Declared, ...]:
    """Return what a version says in words, and what each check that asked was answered."""
    entry = read(json.loads(kept.escrito), "").entry
    said = [Declared(part, "", one_line(getattr(entry, name))) for name, part in _PARTS.items()]
    return tuple(one for one in (*said, *_explained(connection, kept)) if one.texto)


def evidence(connection: Connection, kept: Any) -> tuple[Shown, ...]:
    """Return the files of a version that may be named in public, in the order they came."""
    joined = evidencia.join(archivo, archivo.c.sha256 == evidencia.c.sha256)
    which = (evidencia.c.reporte == kept.reporte, evidencia.c.n == kept.n, evidencia.c.publica)
    line = select(evidencia, archivo.c.momento).select_from(joined).where(*which)
    return tuple(
        Shown(one_line(row.titulo), one_line(row.tipo), _day(row), row.sha256)
        for row in connection.execute(line.order_by(evidencia.c.id))
    )


def one_line(words: str) -> str:
    """Return words in one paragraph: a cell of a table has no lines."""
    return " ".join(words.split())


@dataclass(slots=True)
class _Asked:
    says: list[str]
    answer: str


def _explained(connection: Connection, kept: Any) -> Iterator[Declared]:
    """Give a declaration for each check: it may have asked for several things, answered once."""
    which = (hallazgo.c.reporte == kept.reporte, hallazgo.c.n == kept.n,
             hallazgo.c.severidad == "explica")  # fmt: skip
    asked: dict[str, _Asked] = {}
    for row in connection.execute(select(hallazgo).where(*which).order_by(hallazgo.c.id)):
        found = asked.setdefault(row.regla, _Asked([], row.explicacion))
        found.says.append(row.mensaje)
    for rule in sorted(asked):
        yield Declared(rule, one_line(" ".join(asked[rule].says)), one_line(asked[rule].answer))


def _day(row: Any) -> date:
    day: date = row.momento.astimezone(LIMA).date()
    return day
