"""The report of an indicator and period: read, saved, sent, and what follows."""

from dataclasses import replace

from flask import Flask, abort, redirect, request
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from callbacks.registro.report_page import Notice, address, write
from callbacks.registro.unsaved import unsaved
from callbacks.registro.visit import number, parts, signed, today
from components.registro.texts import word
from data.registro import annulments, evidences, office, versions, written
from data.registro.database import reading, writing
from data.registro.listed import EVIDENCE_KINDS
from data.registro.moves import move
from data.registro.periods import grace
from data.registro.reports import Report, find, get
from data.registro.rights import Person, puede
from data.registro.states import Action
from data.registro.versions import PrivateError

_MOVES: dict[str, Action] = {
    "enviar": "enviar", "retirar": "retirar", "tomar": "tomar", "observar": "observar",
    "recomendar": "recomendar", "visar": "visar", "devolver": "devolver", "aprobar": "aprobar",
    "reabrir": "reabrir", "corregir": "corregir", "anular": "anular",
}  # fmt: skip
_PLACE = "/reportes/<period>/<code>"


def register(server: Flask) -> None:
    """Add the addresses of a report."""
    add = server.add_url_rule
    add(_PLACE, "reporte", _show, methods=["GET"])
    add(_PLACE, "reporte_guardar", _save, methods=["POST"])
    add(f"{_PLACE}/<any({','.join(_MOVES)}):action>", "reporte_accion", _act, methods=["POST"])
    add(f"{_PLACE}/responder", "reporte_responder", _answer, methods=["POST"])
    add(f"{_PLACE}/evidencia", "reporte_evidencia", _attach, methods=["POST"])


def _show(period: str, code: str) -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        report = find(connection, who, period, code)
        raw = written.written(connection, report, report.actual or 0)
        saved = Notice(word("sitio.guardado")) if "guardado" in request.args else None
        return write(connection, who, report, raw, saved)


def _save(period: str, code: str) -> str | Response | tuple[str, int]:
    who, raw = signed(), _typed()
    try:
        with writing(parts().engine, who.actor) as connection:
            report = find(connection, who, period, code)
            if _again(connection, who, report, raw):
                return redirect(f"{address(report)}?guardado", 303)
            saved = versions.save(connection, who, _as_seen(report), raw)
    except PrivateError:
        return unsaved(who, period, code, raw, word("reporte.privado")), 422
    if not saved.paralela:
        return redirect(f"/reportes/{period}/{code}?guardado", 303)
    return _beside(who, period, code, raw, saved.n), 409


def _typed() -> dict[str, str]:
    # A browser sends the ends of lines as CRLF; what was typed had one sign.
    fields = request.form.items()
    return {name: said.replace("\r\n", "\n") for name, said in fields if not name.startswith("_")}


def _as_seen(report: Report) -> Report:
    """Return the report with the version that the person saw, which may be no longer its own."""
    return replace(report, version=number("_version"))


def _again(connection: Connection, who: Person, report: Report, raw: dict[str, str]) -> bool:
    """Say whether this is what was saved last: a button pressed twice is no conflict."""
    stale = request.form.get("_version") != str(report.version)
    held = puede(who, "guardar", report.subject)
    return stale and held and written.written(connection, report, report.actual or 0) == raw


def _beside(who: Person, period: str, code: str, raw: dict[str, str], n: int) -> str:
    with reading(parts().engine, who.actor) as connection:
        report = find(connection, who, period, code)
        theirs, name = written.standing(connection, report)
        words = word("reporte.conflicto", n=n)
        return write(connection, who, report, raw, Notice(words, name, theirs))


def _act(period: str, code: str, action: str) -> Response:
    who, form = signed(), request.form
    with writing(parts().engine, who.actor) as connection:
        report = _as_seen(find(connection, who, period, code))
        if action == "enviar":
            versions.send(connection, who, report, today())
        elif action == "anular":
            annulments.confirm(connection, who, report, number("pedido", "0"), today())
        else:
            if action == "observar":
                office.observe(connection, who, report, form.get("campo", ""),
                               form.get("texto", ""))  # fmt: skip
                report = get(connection, who, report.id)
            if action == "recomendar":
                office.accept(connection, who, report)
                report = get(connection, who, report.id)
            facts = office.facts_of(connection, report, today(), form.get("razon", ""))
            later = replace(facts, nuevo_vence=grace(today()))
            move(connection, who, report, _MOVES[action], later)
    return redirect(f"/reportes/{period}/{code}", 303)


def _answer(period: str, code: str) -> Response:
    who, asked = signed(), number("observacion")
    with writing(parts().engine, who.actor) as connection:
        report = _as_seen(find(connection, who, period, code))
        words = request.form.get("respuesta", "").strip()
        office.answer(connection, who, report, asked, words)
    return redirect(f"/reportes/{period}/{code}", 303)


def _attach(period: str, code: str) -> Response:
    who, sent = signed(), request.files.get("archivo")
    kind = request.form.get("tipo", EVIDENCE_KINDS[-1])
    if sent is None or not request.form.get("titulo", "").strip() or not kind.strip():
        abort(400)
    with writing(parts().engine, who.actor) as connection:
        report = _as_seen(find(connection, who, period, code))
        file = evidences.Sent(
            request.form["titulo"].strip(),
            sent.filename or "",
            kind,
            sent.read(),
            looked=bool(request.form.get("mirado")),
            public=bool(request.form.get("publica")),
        )
        evidences.attach(connection, who, report, parts().shelf, file)
    return redirect(f"/reportes/{period}/{code}", 303)
