"""One's own account: designations in force and open sessions."""

from flask import Flask, redirect
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.visit import now, parts, session, signed
from data.registro.accounts import people, sessions
from data.registro.database import reading, writing


def register(server: Flask) -> None:
    """Add the addresses of the account."""
    server.add_url_rule("/mi-cuenta", "cuenta", _account, methods=["GET"])
    server.add_url_rule("/mi-cuenta/sesiones", "cuenta_sesiones", _close, methods=["POST"])


def _account() -> str:
    who, found = signed(), session()
    with reading(parts().engine) as connection:
        row = people.row(connection, who.id)
        opened = sessions.open_ones(connection, who.id, now())
    return page("account.html", quien=row, roles=who.designaciones, sesiones=opened,
                esta=found.suma if found else "")  # fmt: skip


def _close() -> Response:
    who, found = signed(), session()
    with writing(parts().engine, who.actor) as connection:
        sessions.end_all(connection, who.id, now(), found.suma if found else "")
    return redirect("/mi-cuenta", 303)
