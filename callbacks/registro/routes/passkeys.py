"""The passkeys of who reviews, approves or administers: kept, shown at the entry, taken back."""

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.routes.sign_in import second, with_token
from callbacks.registro.visit import now, parts, session, signed, visit
from components.registro.texts import word
from data.registro.accounts import entry, outbox, own, passkeys, people
from data.registro.accounts.passkeys import PasskeyError, Site
from data.registro.accounts.sessions import Session
from data.registro.database import Actor, reading, writing

_PLACE = "/mi-cuenta/llaves"


def register(server: Flask) -> None:
    """Add the addresses of the passkeys."""
    add = server.add_url_rule
    add(_PLACE, "llaves", _list, methods=["GET"])
    add(_PLACE, "llaves_nueva", _keep, methods=["POST"])
    add(f"{_PLACE}/<int(max=999999999):number>/retirar", "llaves_retirar", _revoke,
        methods=["POST"])  # fmt: skip
    add("/entrar/llave", "llave", _enter, methods=["POST"])


def _here() -> tuple[Session, Site]:
    found = session()
    assert found is not None
    return found, Site(parts().url)


def _list(fault: str = "") -> str:
    found, site = _here()
    with reading(parts().engine) as connection:
        who = people.row(connection, signed().id)
        return page("passkeys.html", llaves=passkeys.held(connection, who.id), fallo=fault,
                    pide=passkeys.to_register(connection, site, found, who))  # fmt: skip


def _keep() -> Response | tuple[str, int]:
    found, site = _here()
    form, who = request.form, signed()
    if fault := own.knows(parts().engine, visit(), who.id, form.get("actual", "")):
        return _list(fault), 422
    try:
        with writing(parts().engine, who.actor) as connection:
            fault = own.again(connection, parts().vault, visit(), who.id, form.get("codigo", ""))
            if not fault:
                passkeys.register(connection, site, found, form.get("credencial", ""),
                                  form.get("nombre", ""), now())  # fmt: skip
                mail = people.row(connection, who.id).correo
                outbox.write(connection, mail, "Registro: llave nueva", word("llaves.correo"))
    except PasskeyError as error:
        fault = str(error)
    return (_list(fault), 422) if fault else redirect(_PLACE, 303)


def _revoke(number: int) -> Response | tuple[str, int]:
    who = signed()
    with writing(parts().engine, who.actor) as connection:
        code = request.form.get("codigo", "")
        fault = own.again(connection, parts().vault, visit(), who.id, code)
        if not fault and not passkeys.revoke(connection, who.id, number, now()):
            abort(404)
    return (_list(fault), 422) if fault else redirect(_PLACE, 303)


def _enter() -> Response | tuple[str, int]:
    found, site = _here()
    with writing(parts().engine, Actor(str(found.persona), todo=True)) as connection:
        said = request.form.get("credencial", "")
        good = passkeys.shown(connection, site, found, said, now())
        came = entry.second(connection, visit(), found, good)
    if not came.token:
        wait = word("entrar.espera", segundos=came.espera) if came.espera else ""
        return second(fault=wait or word("entrar.llave_mal")), 401
    return with_token(redirect("/", 303), came.token)
