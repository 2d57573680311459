"""The agreements: seen by whom they concern, written by the Secretaría, followed up, confirmed."""

from collections.abc import Callable

from flask import Flask, redirect, request
from sqlalchemy import Connection
from werkzeug.wrappers import Response

from callbacks.registro.agreement_page import LIST, Shown, form_of, write_list, write_one
from callbacks.registro.visit import parts, signed, today
from components.registro.texts import word
from data.registro.agreements import following, minutes, wording
from data.registro.agreements.duties import DECISIONS
from data.registro.agreements.said import AgreementError
from data.registro.database import reading, writing
from data.registro.moves import ConflictError
from data.registro.screening.texts import TextError

_ONE = f"{LIST}/<int(max=999999999):number>"
Told = tuple[str, int]
Fields = dict[str, str]


def register(server: Flask) -> None:
    """Add the addresses of the agreements."""
    add = server.add_url_rule
    add(LIST, "acuerdos", _list, methods=["GET"])
    add(LIST, "acuerdos_nuevo", _new, methods=["POST"])
    add(f"{LIST}/sesiones", "acuerdos_sesion", _session, methods=["POST"])
    add(_ONE, "acuerdo", _show, methods=["GET"])
    add(_ONE, "acuerdo_corregir", _correct, methods=["POST"])
    add(f"{_ONE}/seguimiento", "acuerdo_seguir", _follow, methods=["POST"])
    add(f"{_ONE}/<any({','.join(DECISIONS)}):action>", "acuerdo_decidir", _decide, methods=["POST"])


def _list() -> str:
    with reading(parts().engine, signed().actor) as connection:
        return write_list(connection, signed(), Shown(_saved()))


def _show(number: int) -> str:
    with reading(parts().engine, signed().actor) as connection:
        return write_one(connection, signed(), number, Shown(_saved()))


def _saved() -> str:
    return word("sitio.guardado") if "guardado" in request.args else ""


def _new() -> Response | Told:
    def write(connection: Connection, fields: Fields) -> str:
        return f"{LIST}/{wording.write(connection, signed(), fields)}"

    return _kept(write)


def _session() -> Response | Told:
    def write(connection: Connection, fields: Fields) -> str:
        minutes.write(connection, signed(), fields, today())
        return LIST

    return _kept(write)


def _correct(number: int) -> Response | Told:
    def write(connection: Connection, fields: Fields) -> str:
        wording.correct(connection, signed(), number, fields)
        return f"{LIST}/{number}"

    return _kept(write)


def _follow(number: int) -> Response | Told:
    def write(connection: Connection, fields: Fields) -> str:
        following.follow(connection, signed(), number, fields, today())
        return f"{LIST}/{number}"

    return _kept(write)


def _decide(number: int, action: str) -> Response | Told:
    def write(connection: Connection, fields: Fields) -> str:
        following.decide(connection, signed(), number, action, fields)
        return f"{LIST}/{number}"

    return _kept(write)


def _kept(write: Callable[[Connection, Fields], str]) -> Response | Told:
    """Write and go to what was written; or show the form again, with every word that was typed."""
    fields = {name: said.replace("\r\n", "\n") for name, said in request.form.items()}
    try:
        with writing(parts().engine, signed().actor) as connection:
            place = write(connection, fields)
    except (AgreementError, TextError) as error:
        return _again(fields, tuple(str(error).splitlines())), 422
    except ConflictError:
        return _again(fields, (word("acuerdos.conflicto"),)), 409
    return redirect(f"{place}?guardado", 303)


def _again(fields: Fields, faults: tuple[str, ...]) -> str:
    with reading(parts().engine, signed().actor) as connection:
        return form_of(connection, signed(), request.path, Shown("", faults, typed=fields))
