"""What each person has to do: what was observed, what is due, and the rest."""

from collections.abc import Iterator

from flask import Flask, abort
from sqlalchemy import Connection, select

from callbacks.registro.pages import page
from callbacks.registro.visit import parts, signed
from components.registro.texts import word
from data.model.years import Reported
from data.registro.database import reading
from data.registro.reports import Report, listed
from data.registro.schema.plan import ficha, periodo
from data.registro.states import LIVE, followers

_PENDING: tuple[Reported, ...] = ("pendiente", "borrador", "sin-reporte")
_MOST = 100


def register(server: Flask) -> None:
    """Add the first page and that of a period."""
    server.add_url_rule("/", "tareas", _tasks, methods=["GET"])
    server.add_url_rule("/periodos/<name>", "periodo", _period, methods=["GET"])


def _tasks() -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        reports = listed(connection, who, states=LIVE)
        return _page(word("tareas.titulo"), connection, reports, _MOST)


def _period(name: str) -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        line = select(periodo.c.id).where(periodo.c.id == name)
        if connection.execute(line).first() is None:
            abort(404)
        return _page(name, connection, listed(connection, who, name))


def _page(
    title: str, connection: Connection, reports: list[Report], most: int | None = None
) -> str:
    lines = connection.execute(select(ficha.c.codigo, ficha.c.nombre)).all()
    names = {row.codigo: row.nombre for row in lines}
    opened = select(periodo.c.id).where(periodo.c.abierto.is_not(None))
    spans = connection.execute(opened.order_by(periodo.c.id.desc())).scalars().all()
    return page("tasks.html", titulo=title, grupos=tuple(_groups(reports)), nombres=names,
                siguen=followers, periodos=spans, tope=most)  # fmt: skip


def _groups(reports: list[Report]) -> Iterator[tuple[str, list[Report]]]:
    kinds = {"observados": [one for one in reports if one.estado == "observado"],
             "faltan": [one for one in reports if one.estado in _PENDING]}  # fmt: skip
    seen = {one.id for group in kinds.values() for one in group}
    kinds["resto"] = [one for one in reports if one.id not in seen]
    yield from ((name, group) for name, group in kinds.items() if group)
