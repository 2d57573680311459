"""The annulments: asked for by who administers, answered on the page of the report."""

from flask import Flask, redirect, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.visit import number, parts, signed
from data.registro import annulments, asked
from data.registro.database import reading, writing
from data.registro.person import sees_all
from data.registro.reports import find
from data.registro.rights import puede
from data.registro.schema.plan import esperado


def register(server: Flask) -> None:
    """Add the addresses of the annulments."""
    add = server.add_url_rule
    add("/anulaciones", "anulaciones", _list, methods=["GET"])
    add("/anulaciones", "anulacion_pedir", _ask, methods=["POST"])
    add("/reportes/<period>/<code>/anular/rechazar", "anulacion_rechazar", _decline,
        methods=["POST"])  # fmt: skip


def _list() -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        found = asked.listed(connection, who)
        pairs = connection.execute(select(esperado.c.periodo, esperado.c.codigo)).all()
    return page("annulments.html", esperan=[one for one in found if not one.respondida],
                respondidas=[one for one in found if one.respondida], abre=sees_all(who),
                pide=puede(who, "pedir-anulaciones"),
                periodos=sorted({row.periodo for row in pairs}, reverse=True),
                codigos=sorted({row.codigo for row in pairs}))  # fmt: skip


def _ask() -> Response:
    who, form = signed(), request.form
    said = [form.get(name, "") for name in ("periodo", "codigo", "norma", "motivo")]
    with writing(parts().engine, who.actor) as connection:
        annulments.ask(connection, who, asked.Asked(*said))
    return redirect("/anulaciones", 303)


def _decline(period: str, code: str) -> Response:
    who = signed()
    with writing(parts().engine, who.actor) as connection:
        report = find(connection, who, period, code)
        reason = request.form.get("razon", "")
        annulments.decline(connection, who, report, number("pedido", "0"), reason)
    return redirect(f"/reportes/{period}/{code}", 303)
