"""The people of the Registro: invited, designated and taken out by who administers."""

from datetime import date

from flask import Flask, abort, redirect, request
from sqlalchemy import Connection, select
from sqlalchemy.exc import DBAPIError, IntegrityError
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.visit import now, parts, signed, today
from components.registro.texts import word
from data.registro.accounts import directory, invitations, outbox, people, sessions
from data.registro.database import reading, writing
from data.registro.rights import Designation
from data.registro.schema.people import persona
from data.registro.vocabulary import ROLES, Role

_AT_ONCE, _LONGEST = 50, 80
_ONE = "/personas/<int(max=999999999):number>"


def register(server: Flask) -> None:
    """Add the addresses of the administration."""
    add = server.add_url_rule
    add("/personas", "personas", _list, methods=["GET"])
    add("/personas", "personas_nueva", _invite, methods=["POST"])
    add(f"{_ONE}/invitar", "personas_invitar", _again, methods=["POST"])
    add(f"{_ONE}/sesiones", "personas_sesiones", _cut, methods=["POST"])
    add("/designaciones", "personas_designar", _designate, methods=["POST"])
    add("/designaciones/terminar", "personas_terminar", _terminate, methods=["POST"])
    add(f"{_ONE}/retirar", "personas_retirar", _leave, methods=["POST"])


def _list(notice: str = "") -> str:
    asked, number = request.args.get("buscar", "").strip()[:_LONGEST], _page()
    with reading(parts().engine, signed().actor) as connection:
        found = directory.page_of(connection, asked, number, _AT_ONCE)
    said = notice or _done()
    pages = -(-found.cuantas // _AT_ONCE)
    return page("people.html", personas=found.personas, roles=ROLES, aviso=said, buscar=asked,
                pagina=number, paginas=pages, cuantas=found.cuantas)  # fmt: skip


def _page() -> int:
    said = request.args.get("pagina", "1")
    return max(1, int(said)) if said.isascii() and said.isdigit() and len(said) < 5 else 1


def _done() -> str:
    for name in ("designada", "cerradas", "terminada", "hecho"):
        if name in request.args:
            return word(f"personas.{name}")
    return ""


def _invite() -> Response | tuple[str, int]:
    form = {name: said.strip() for name, said in request.form.items()}
    try:
        given = _given(form)
        with writing(parts().engine, signed().actor) as connection:
            number = people.add(connection, form["correo"], form["nombre"], form["cargo"])
            people.designate(connection, number, given, form["resolucion"])
            _mail(connection, number)
    except (IntegrityError, KeyError, ValueError):
        return _list(word("personas.repetido")), 422
    return redirect("/personas?hecho", 303)


def _given(form: dict[str, str]) -> Designation:
    day = date.fromisoformat(form["desde"])
    return Designation(form["entidad"].upper(), _role(form["rol"]), day)


def _designate() -> Response | tuple[str, int]:
    """Designate somebody who is here already for something else besides."""
    form = {name: said.strip() for name, said in request.form.items()}
    try:
        given = _given(form)
        with writing(parts().engine, signed().actor) as connection:
            who = people.by_mail(connection, form["correo"])
            if who is None:
                raise ValueError(form["correo"])
            people.designate(connection, who.id, given, form["resolucion"])
            body = f"Desde el {given.desde}: {given.rol} de {given.entidad}. {form['resolucion']}"
            outbox.write(connection, who.correo, "Registro: otra designación", body)
    except (DBAPIError, KeyError, ValueError):
        return _list(word("personas.no_designada")), 422
    return redirect("/personas?designada", 303)


def _terminate() -> Response | tuple[str, int]:
    """Say until when somebody holds a designation, who keeps the others and the account."""
    form = request.form
    try:
        number, last = int(form.get("designacion", "")[:9]), date.fromisoformat(form["hasta"])
        with writing(parts().engine, signed().actor) as connection:
            if not people.terminate(connection, number, last, today()):
                raise ValueError(form["hasta"])
    except people.LastError:
        return _list(word("personas.ultima")), 422
    except (KeyError, ValueError):
        return _list(word("personas.no_terminada")), 422
    return redirect("/personas?terminada", 303)


def _role(said: str) -> Role:
    if said not in ROLES:
        raise ValueError(said)
    return said


def _mail(connection: Connection, number: int) -> None:
    who = people.row(connection, number)
    token = invitations.invite(connection, number, "primera", now())
    body = f"Para entrar al Registro, en 72 horas: {parts().url}/invitacion/{token}"
    outbox.write(connection, who.correo, "Invitación al Registro", body)


def _again(number: int) -> Response:
    with writing(parts().engine, signed().actor) as connection:
        _known(connection, number)
        _mail(connection, number)
    return redirect("/personas?hecho", 303)


def _cut(number: int) -> Response:
    """Close every session of somebody, who can enter again."""
    with writing(parts().engine, signed().actor) as connection:
        _known(connection, number)
        sessions.end_all(connection, number, now())
    return redirect("/personas?cerradas", 303)


def _leave(number: int) -> Response | tuple[str, int]:
    try:
        with writing(parts().engine, signed().actor) as connection:
            _known(connection, number)
            people.leave(connection, number, now())
    except people.LastError:
        return _list(word("personas.ultima")), 422
    return redirect("/personas", 303)


def _known(connection: Connection, number: int) -> None:
    line = select(persona.c.id).where(persona.c.id == number)
    if connection.execute(line).first() is None:
        abort(404)
