"""Entering and leaving: the password, the second factor, a link of one use."""

import time

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from callbacks.registro.expired import sign_in, unpacked
from callbacks.registro.pages import page
from callbacks.registro.unsaved import reopened
from callbacks.registro.visit import COOKIE, now, parts, session, visit
from components.registro.texts import word
from data.registro.accounts import (
    entry,
    invitations,
    passkeys,
    people,
    second_factor,
    sessions,
)
from data.registro.accounts.passkeys import Site
from data.registro.database import Actor, reading, writing

_FORGOTTEN_SECONDS = 0.4
_CODE = ("codigo", "text", "one-time-code")


def register(server: Flask) -> None:
    """Add the addresses of entry."""
    add = server.add_url_rule
    add("/entrar", "entrar", sign_in, methods=["GET"])
    add("/entrar", "entrar_enviar", _password, methods=["POST"])
    add("/entrar/segundo-factor", "segundo", second, methods=["GET"])
    add("/entrar/segundo-factor", "segundo_enviar", _code, methods=["POST"])
    add("/salir", "salir", _leave, methods=["POST"])
    add("/invitacion/<token>", "invitacion", _invited, methods=["GET"])
    add("/invitacion/<token>", "invitacion_enviar", _accepted, methods=["POST"])
    add("/clave/olvido", "olvido", _forgotten, methods=["GET"])
    add("/clave/olvido", "olvido_enviar", _mailed, methods=["POST"])


def _password() -> Response | str | tuple[str, int]:
    form, pending = request.form, request.form.get("_pendiente", "")
    came = entry.with_password(parts().engine, visit(), form.get("correo", ""),
                               form.get("clave", ""))  # fmt: skip
    if not came.token:
        return sign_in(pending, fault=_refused(came, "entrar.mal")), 401
    if not pending:
        return with_token(redirect("/entrar/segundo-factor", 303), came.token)
    with reading(parts().engine) as connection:
        found = sessions.find(connection, came.token, now())
    ticket = found.csrf if found else ""
    return with_token(Response(second(pending, ticket=ticket), mimetype="text/html"), came.token)


def second(pending: str = "", fault: str = "", ticket: str = "") -> str:
    """Return the page that asks for the second factor."""
    found = session()
    with reading(parts().engine) as connection:
        asked = passkeys.to_enter(connection, Site(parts().url), found) if found else ""
    name, kind, fills = _CODE
    fields = ((name, word("entrar.codigo"), kind, fills),)
    return page("sign_in.html", titulo=word("entrar.segundo"), destino="/entrar/segundo-factor",
                campos=fields, boton=word("entrar.boton"), aviso="", fallo=fault, secreto="",
                pendiente=pending, olvido=False, pide="" if pending else asked,
                ficha_csrf=ticket or (found.csrf if found else ""))  # fmt: skip


def _code() -> Response | tuple[str, int]:
    found, pending = session(), request.form.get("_pendiente", "")
    assert found is not None
    actor = Actor(str(found.persona), todo=True)
    with writing(parts().engine, actor) as connection:
        code = request.form.get("codigo", "")
        came = entry.with_code(connection, parts().vault, visit(), found, code)
    if not came.token:
        return second(pending, _refused(came, "entrar.codigo_mal")), 401
    place, fields = unpacked(pending) if pending else ("", {})
    if fields and (body := reopened(came.token, place, fields)):
        return with_token(Response(body, mimetype="text/html"), came.token)
    return with_token(redirect("/", 303), came.token)


def _refused(came: entry.Entered, words: str) -> str:
    return word("entrar.espera", segundos=came.espera) if came.espera else word(words)


def with_token(response: Response, token: str) -> Response:
    """Return an answer that gives the browser its session."""
    response.set_cookie(COOKIE, token, secure=True, httponly=True, samesite="Strict", path="/")
    return response


def _leave() -> Response:
    found = session()
    assert found is not None
    with writing(parts().engine, Actor(str(found.persona))) as connection:
        sessions.end(connection, found.suma, now())
    response = redirect("/entrar", 303)
    response.delete_cookie(COOKIE, secure=True, httponly=True, samesite="Strict", path="/")
    response.headers["Clear-Site-Data"] = '"cache", "cookies", "storage"'
    return response


def _invited(token: str, fault: str = "", secret: str = "") -> str | tuple[str, int]:
    with reading(parts().engine) as connection:
        found = invitations.holder(connection, token, now())
        who = people.row(connection, found[0]) if found else None
    if found is None or who is None:
        text = word("invitacion.vencida")
        return page("message.html", titulo=word("invitacion.titulo"), texto=text, lista=(),
                    volver="/entrar"), 404  # fmt: skip
    first = found[1] == "primera" or who.totp is None
    secret = (secret or second_factor.secret()) if first else ""
    label = word("invitacion.codigo" if first else "invitacion.codigo_ya")
    fields = (("clave", word("invitacion.clave"), "password", "new-password"),
              (_CODE[0], label, _CODE[1], _CODE[2]))  # fmt: skip
    body = page("sign_in.html", titulo=word("invitacion.titulo"), destino=f"/invitacion/{token}",
                campos=fields, boton=word("invitacion.boton"), aviso="", fallo=fault, pide="",
                secreto=secret, pendiente="", olvido=False,
                otpauth=second_factor.address(secret, who.correo) if first else "")  # fmt: skip
    return (body, 422) if fault else body


def _accepted(token: str) -> str | Response | tuple[str, int]:
    form = request.form
    secret = form.get("secreto", "")
    with writing(parts().engine) as connection:
        fault, codes = entry.accept(connection, parts().vault, token, form.get("clave", ""),
                                    secret, form.get("codigo", ""), visit())  # fmt: skip
    if fault:
        return _invited(token, fault, secret)
    return page("codes.html", codigos=codes) if codes else redirect("/entrar", 303)


def _forgotten(notice: str = "") -> str:
    fields = (("correo", word("entrar.correo"), "email", "username"),)
    return page("sign_in.html", titulo=word("entrar.olvido_titulo"), destino="/clave/olvido",
                campos=fields, boton=word("entrar.olvido_boton"), aviso=notice, fallo="", pide="",
                secreto="", pendiente="", olvido=False)  # fmt: skip


def _mailed() -> str:
    begun = time.monotonic()
    with writing(parts().engine) as connection:
        entry.forgotten(connection, visit(), request.form.get("correo", ""), parts().url)
    # Who is known costs more writes: neither the answer nor its time tells who is.
    time.sleep(max(0.0, _FORGOTTEN_SECONDS - (time.monotonic() - begun)))
    return _forgotten(word("entrar.olvido_hecho"))
