"""One's own account: designations in force, open sessions, another password."""

from flask import Flask, redirect, request
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.visit import now, parts, session, signed, visit
from components.registro.texts import word
from data.registro.accounts import own, people, sessions
from data.registro.database import reading, writing
from data.registro.rights import puede


def register(server: Flask) -> None:
    """Add the addresses of the account."""
    add = server.add_url_rule
    add("/mi-cuenta", "cuenta", _account, methods=["GET"])
    add("/mi-cuenta/sesiones", "cuenta_sesiones", _close, methods=["POST"])
    add("/mi-cuenta/clave", "cuenta_clave", _password, methods=["POST"])


def _account(fault: str = "") -> str:
    who, found = signed(), session()
    with reading(parts().engine) as connection:
        row = people.row(connection, who.id)
        opened = sessions.open_ones(connection, who.id, now())
    notice = word("cuenta.cerradas") if "cerradas" in request.args else ""
    return page("account.html", quien=row, roles=who.designaciones, sesiones=opened,
                esta=found.suma if found else "", fallo=fault, aviso=notice,
                llaves=puede(who, "usar-llaves"))  # fmt: skip


def _close() -> Response | tuple[str, int]:
    who, found, form = signed(), session(), request.form
    assert found is not None
    with writing(parts().engine, who.actor) as connection:
        fault = own.again(connection, parts().vault, visit(), who.id, form.get("codigo", ""))
        if not fault:
            own.close(connection, found, visit(), form.get("sesion", ""))
    return (_account(fault), 422) if fault else redirect("/mi-cuenta?cerradas", 303)


def _password() -> Response | tuple[str, int]:
    form = request.form
    asked = own.Change(*(form.get(name, "") for name in ("actual", "clave", "codigo")))
    fault = own.change_password(parts().engine, parts().vault, visit(), signed().id, asked)
    return (_account(fault), 422) if fault else redirect("/entrar", 303)
