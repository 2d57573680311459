"""The reports by Excel: the template, the upload that is only judged, and its confirmation."""

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from callbacks.registro.pages import page
from callbacks.registro.visit import parts, signed
from components.registro.texts import word
from data.registro.database import reading, writing
from data.registro.reports import listed
from data.registro.rights import Person, puede
from data.registro.screening.files import FileError
from data.registro.states import WRITTEN
from data.registro.workbooks.loads import Load, confirm, simulate
from data.registro.workbooks.template import template
from data.registro.workbooks.waiting import Waiting

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def register(server: Flask) -> None:
    """Add the addresses of the workbooks."""
    add = server.add_url_rule
    add("/plantillas/<period>.xlsx", "plantilla", _template, methods=["GET"])
    add("/cargas", "cargas", _list, methods=["GET"])
    add("/cargas", "cargas_simular", _simulate, methods=["POST"])
    add("/cargas/<key>/confirmar", "cargas_confirmar", _confirm, methods=["POST"])


def _entities(who: Person) -> list[str]:
    return sorted(who.entities(("registrador",)))


def _template(period: str) -> Response:
    who = signed()
    entity = request.args.get("entidad") or _entities(who)[0]
    with reading(parts().engine, who.actor) as connection:
        body = template(connection, who, period, entity)
    answer = Response(body, mimetype=_TYPE)
    name = "".join(c if c.isalnum() or c == "-" else "-" for c in f"registro-{period}-{entity}")
    answer.headers.set("Content-Disposition", "attachment", filename=f"{name}.xlsx")
    return answer


def _list(fault: str = "", load: Load | None = None, key: str = "") -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        pairs = {(one.periodo, one.entidad): None for one in listed(connection, who, states=WRITTEN)
                 if puede(who, "guardar", one.subject)}  # fmt: skip
    return page("workbooks.html", plantillas=tuple(pairs), fallo=fault, carga=load, llave=key,
                avisos=_notices())  # fmt: skip


def _notices() -> list[str]:
    """Return what a confirmation did: only numbers come in the address, the words are ours."""
    said = {name: request.args.get(name, "0") for name in ("guardados", "conflictos")}
    counts = {
        name: int(n) for name, n in said.items() if n.isascii() and n.isdigit() and len(n) < 4
    }
    return [word(f"cargas.{name}", n=n) for name, n in counts.items() if n]


def _waiting(who: Person) -> Waiting:
    return Waiting(parts().shelf.room("cargas"), who.id)


def _simulate() -> str | tuple[str, int]:
    who, sent = signed(), request.files.get("libro")
    if sent is None:
        abort(400)
    try:
        with reading(parts().engine, who.actor) as connection:
            load = simulate(connection, who, sent.read())
    except FileError as error:
        return _list(str(error)), 422
    if load.faltas:
        return _list(load=load), 422
    return _list(load=load, key=_waiting(who).put(load) if load.cambios else "")


def _confirm(key: str) -> Answer:
    who = signed()
    load = _waiting(who).get(key)
    if load is None:
        abort(404)
    with writing(parts().engine, who.actor) as connection:
        saved = confirm(connection, who, load)
    clashes = [one for one in saved if one.paralela]
    done = f"guardados={len(saved) - len(clashes)}&conflictos={len(clashes)}"
    return redirect(f"/cargas?{done}", 303)
