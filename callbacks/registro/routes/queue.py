"""The queue of who reviews and who approves: what waits for each, and who has the rest."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Flask
from sqlalchemy import Connection, select

from callbacks.registro.pages import page
from callbacks.registro.visit import parts, signed
from data.model.years import Reported
from data.registro import asked
from data.registro.database import reading
from data.registro.publication.review_mark import marked
from data.registro.reports import Report, listed
from data.registro.rights import Person, puede
from data.registro.schema.plan import ficha

_REVIEWED: tuple[Reported, ...] = ("recomendado", "aprobado")
_WAITING: tuple[Reported, ...] = ("enviado", "en-revision", *_REVIEWED)


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report of the queue: its sheet's name, whether it can be taken, who reviewed it."""

    reporte: Report
    nombre: str
    toma: bool
    misma: bool


def register(server: Flask) -> None:
    """Add the address of the queue."""
    server.add_url_rule("/revision", "revision", _queue, methods=["GET"])


def _queue() -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        groups = tuple(_groups(connection, who))
        open_ones = [one for one in asked.listed(connection, who) if not one.respondida]
    return page("queue.html", grupos=groups, pedidas=open_ones)


def _groups(connection: Connection, who: Person) -> Iterator[tuple[str, list[Waiting]]]:
    rows = connection.execute(select(ficha.c.codigo, ficha.c.nombre)).all()
    names = {row.codigo: row.nombre for row in rows}
    kinds: dict[str, list[Waiting]] = {name: [] for name in ("tomar", "mios", "otros", *_REVIEWED)}
    reports = listed(connection, who, states=_WAITING)
    same = marked(connection, {one.id: one.entidad for one in reports if one.estado in _REVIEWED})
    for report in reports:
        takes = puede(who, "tomar", report.subject)
        waiting = Waiting(report, names[report.codigo], takes, report.id in same)
        kinds[_group(report, who)].append(waiting)
    yield from ((name, waiting) for name, waiting in kinds.items() if waiting)


def _group(report: Report, who: Person) -> str:
    if report.estado == "en-revision":
        return "mios" if report.subject.tomado_por == who.id else "otros"
    return "tomar" if report.estado == "enviado" else report.estado
