"""Every version of a report and every step that it took; two versions side by side; its files."""

from flask import Flask, Response, abort
from sqlalchemy import select

from callbacks.registro.pages import page
from callbacks.registro.report_page import address, different
from callbacks.registro.visit import parts, signed
from components.registro.texts import word
from data.registro import evidences, written
from data.registro.database import reading
from data.registro.reports import find
from data.registro.schema.people import persona
from data.registro.schema.reports import reporte_version
from data.registro.schema.review import transicion

_PLACE = "/reportes/<period>/<code>"


def register(server: Flask) -> None:
    """Add the addresses of what was before."""
    add = server.add_url_rule
    add(f"{_PLACE}/historial", "historial", _history, methods=["GET"])
    add(f"{_PLACE}/comparar/<int(max=99999):one>/<int(max=99999):other>", "comparar", _compare,
        methods=["GET"])  # fmt: skip
    add("/evidencias/<int(max=999999999):number>", "evidencia", _file, methods=["GET"])


def _history(period: str, code: str) -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        report = find(connection, who, period, code)
        wrote = reporte_version.join(persona, persona.c.id == reporte_version.c.autor)
        kept = select(reporte_version, persona.c.nombre).select_from(wrote)
        kept = kept.where(reporte_version.c.reporte == report.id).order_by(reporte_version.c.n)
        took = transicion.outerjoin(persona, persona.c.id == transicion.c.persona)
        steps = select(transicion, persona.c.nombre).select_from(took)
        steps = steps.where(transicion.c.reporte == report.id).order_by(transicion.c.id)
        return page("history.html", titulo=word("historial.titulo", codigo=code, periodo=period),
                    base=address(report), versiones=connection.execute(kept).all(),
                    pasos=connection.execute(steps).all())  # fmt: skip


def _compare(period: str, code: str, one: int, other: int) -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        report = find(connection, who, period, code)
        texts = [written.written(connection, report, n) for n in (one, other)]
        if not all(texts):
            abort(404)
        return page("compare.html", titulo=word("historial.comparacion", a=one, b=other), a=one,
                    b=other, base=address(report), filas=different(*texts))  # fmt: skip


def _file(number: int) -> Response:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        row = evidences.find(connection, who, number)
    answer = Response(parts().shelf.get(row.sha256), mimetype=row.mime)
    answer.headers.set("Content-Disposition", "attachment", filename=row.nombre)
    answer.headers["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return answer
