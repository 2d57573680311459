"""The sheets of the indicators and the targets of each year: read by all who are signed in."""

from collections.abc import Mapping

from flask import Flask, redirect, request
from sqlalchemy import Connection, select
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.visit import parts, signed
from components.registro.texts import word
from data.registro import fichas, goals
from data.registro.database import reading, writing
from data.registro.entry import ACCUMULATIONS, KINDS
from data.registro.fichas import FichaError
from data.registro.rights import puede
from data.registro.schema.plan import historia, responsable

_ONE = "/fichas/<code>"


def register(server: Flask) -> None:
    """Add the addresses of the sheets and targets."""
    add = server.add_url_rule
    add("/fichas", "fichas", _list, methods=["GET"])
    add(_ONE, "ficha", _show, methods=["GET"])
    add(_ONE, "ficha_cambiar", _amend, methods=["POST"])
    add(f"{_ONE}/meta", "ficha_meta", _set, methods=["POST"])
    add("/metas/<int(min=2000,max=2100):year>", "metas", _goals, methods=["GET"])


def _list() -> str:
    with reading(parts().engine, signed().actor) as connection:
        return page("fichas.html", fichas=fichas.newest(connection),
                    anios=goals.years(connection))  # fmt: skip


def _show(code: str) -> str:
    with reading(parts().engine, signed().actor) as connection:
        done = next((name for name in ("cambiada", "fijada") if name in request.args), "")
        return _page(connection, code, word(f"fichas.{done}") if done else "")


def _page(
    connection: Connection, code: str, notice: str = "", typed: Mapping[str, str] | None = None,
    faults: tuple[str, ...] = (),
) -> str:  # fmt: skip
    sheets = fichas.of(connection, code)
    held = select(responsable).where(responsable.c.codigo == code).order_by(responsable.c.desde)
    past = select(historia).where(historia.c.codigo == code).order_by(historia.c.anio.desc())
    return page("ficha.html", ficha=sheets.vigente, todas=sheets.todas,
                metas=goals.of(connection, code), aviso=notice, fallos=faults, escrito=typed or {},
                responsables=connection.execute(held).all(),
                historia=connection.execute(past).all(), clases=KINDS,
                acumulaciones=ACCUMULATIONS, textos=fichas.TEXTS,
                escribe=puede(signed(), "administrar-fichas"))  # fmt: skip


def _refused(code: str, error: FichaError) -> tuple[str, int]:
    """Return the page with what was typed still in it, and why it was not kept."""
    with reading(parts().engine, signed().actor) as connection:
        said = tuple(str(error).splitlines())
        return _page(connection, code, typed=dict(request.form.items()), faults=said), 422


def _amend(code: str) -> Response | tuple[str, int]:
    try:
        with writing(parts().engine, signed().actor) as connection:
            fichas.amend(connection, signed(), code, request.form)
    except FichaError as error:
        return _refused(code, error)
    return redirect(f"/fichas/{code}?cambiada", 303)


def _set(code: str) -> Response | tuple[str, int]:
    form = request.form
    goal = goals.Goal(form.get("anio", ""), form.get("valor", ""), form.get("norma_meta", ""),
                      form.get("motivo", ""))  # fmt: skip
    try:
        with writing(parts().engine, signed().actor) as connection:
            goals.write(connection, signed(), code, goal)
    except FichaError as error:
        return _refused(code, error)
    return redirect(f"/fichas/{code}?fijada", 303)


def _goals(year: int) -> str:
    with reading(parts().engine, signed().actor) as connection:
        now, before = goals.in_force(connection, year), goals.in_force(connection, year - 1)
        return page("metas.html", anio=year, fichas=fichas.newest(connection), metas=now,
                    antes=before, anios=goals.years(connection))  # fmt: skip
