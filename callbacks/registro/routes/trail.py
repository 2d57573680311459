"""The trail, read and verified; it shows who wrote where and when, not what."""

from flask import Flask, request
from sqlalchemy import select

from callbacks.registro.pages import page
from callbacks.registro.visit import parts, signed
from data.registro.chain import Break, head, verify
from data.registro.database import reading
from data.registro.schema.trail import auditoria

_SHOWN, _DIGITS = 200, 12


def register(server: Flask) -> None:
    """Add the addresses of the trail."""
    server.add_url_rule("/auditoria", "auditoria", _trail, methods=["GET"])
    server.add_url_rule("/auditoria/verificar", "auditoria_verificar", _verify, methods=["GET"])


def _trail(broken: list[Break] | None = None) -> str:
    with reading(parts().engine, signed().actor) as connection:
        line = select(auditoria).order_by(auditoria.c.n.desc()).limit(_SHOWN)
        before = request.args.get("antes", "")
        if before.isascii() and before.isdigit() and len(before) < _DIGITS:
            line = line.where(auditoria.c.n < int(before))
        rows = connection.execute(line).all()
        return page("audit.html", filas=rows, cabeza=head(connection), verificada=broken)


def _verify() -> str:
    with reading(parts().engine, signed().actor) as connection:
        broken = list(verify(connection))
    return _trail(broken)
