"""The cuts: what was published, what a new one would change, and publishing it."""

from datetime import UTC, datetime

from flask import Flask, abort, redirect, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.visit import number, parts, signed
from components.registro.texts import word
from data.registro.database import reading
from data.registro.moves import UnmetError
from data.registro.publication import approved, destination, record, report
from data.registro.publication.discard import PublicCutError, discard
from data.registro.publication.plan import ChangedCutError, Plan, printed
from data.registro.publication.publish import Place, publish, resume, simulate
from data.registro.schema.plan import periodo

Told = tuple[str, int]
_UNSEEN = "nada"


def register(server: Flask) -> None:
    """Add the addresses of the cuts."""
    add = server.add_url_rule
    add("/cortes", "cortes", _list, methods=["GET"])
    add("/cortes/nuevo", "corte_nuevo", _show, methods=["GET"])
    add("/cortes/nuevo", "corte_publicar", _publish, methods=["POST"])
    add("/cortes/completar", "corte_completar", _complete, methods=["POST"])
    add("/cortes/descartar", "corte_descartar", _discard, methods=["POST"])


def _place() -> Place:
    return parts().place or destination.place_of(parts().demo)


def _list() -> str:
    with reading(parts().engine, signed().actor) as connection:
        opened = (
            select(periodo.c.id).where(periodo.c.abierto.is_not(None)).order_by(periodo.c.id.desc())
        )
        counts = approved.waiting(connection)
        names = connection.execute(opened).scalars()
        waiting = [(name, counts.get(name, 0)) for name in names]
        done = list(record.listed(connection))
    said = word("cortes.hecho") if "hecho" in request.args else ""
    return page("cuts.html", periodos=waiting, cortes=done, aviso=said)


def _show() -> str | Told:
    return _simulated(_period(request.args.get("periodo", "")))


def _period(said: str) -> str:
    with reading(parts().engine, signed().actor) as connection:
        which = (periodo.c.id == said, periodo.c.abierto.is_not(None))
        if connection.execute(select(periodo.c.id).where(*which)).first() is None:
            abort(404)
        return said


def _simulated(name: str, notice: str = "") -> str | Told:
    try:
        plan = _plan(name)
    except report.REASONS as error:
        return _faults(error)
    with reading(parts().engine, signed().actor) as connection:
        count = len(approved.numbers(connection, name))
    return page("cut.html", periodo=name, n=count, cambios=list(report.lines(plan)),
                huella=printed(plan.files), aviso=notice)  # fmt: skip


def _plan(name: str) -> Plan:
    return simulate(parts().engine, signed(), name, _place(), datetime.now(UTC), rehearsed=False)


def _faults(error: Exception) -> Told:
    words = word("cortes.interrumpido") if report.stands(error) else word("cortes.faltas")
    if isinstance(error, PublicCutError):
        words = word("cortes.no_descarta")
    return page("message.html", titulo=word("errores.titulo"), texto=words,
                lista=report.why(error), volver="/cortes"), 422  # fmt: skip


def _publish() -> str | Response | Told:
    name = _period(request.form.get("periodo", ""))
    try:
        seen = request.form.get("huella") or _UNSEEN
        publish(parts().engine, signed(), name, _place(), datetime.now(UTC), seen)
    except ChangedCutError:
        shown = _simulated(name, word("cortes.distinto"))
        return (shown, 409) if isinstance(shown, str) else shown
    except report.REASONS as error:
        return _faults(error)
    return redirect("/cortes?hecho", 303)


def _complete() -> Response | Told:
    try:
        resume(parts().engine, signed(), _place())
    except report.REASONS as error:
        return _faults(error)
    return redirect("/cortes", 303)


def _discard() -> Response | Told:
    asked, reason = number("corte", "0"), request.form.get("razon", "")
    try:
        discard(parts().engine, signed(), _place(), asked, reason)
    except UnmetError:
        raise
    except report.REASONS as error:
        return _faults(error)
    return redirect("/cortes", 303)
