"""The orders of the Registro: migrate it, start it, invite the first administrator, show it.

``python -m callbacks.registro.commands migrar | servir | admin CORREO | demo``
"""

import sys
from datetime import UTC, date, datetime

from callbacks.registro.start import engine_of, only_here, parts_of, vault_of
from data.loader import load
from data.registro import seeding, settings
from data.registro.accounts import invitations, people
from data.registro.database import writing
from data.registro.demonstration import fill, is_demonstration
from data.registro.outage import in_words
from data.registro.rights import Designation
from data.registro.schema import roles
from data.settings import SettingError

_SERVER = ["callbacks.registro.server:server", "--worker-class", "gthread", "--workers", "1",
           "--threads", "16", "--timeout", "30", "--limit-request-line", "8190",
           "--no-control-socket",
           "--config", "python:callbacks.registro.gunicorn_config"]  # fmt: skip


def bring(_: list[str]) -> int:
    """Bring the database to the last migration and give its roles their rights."""
    with writing(engine_of()) as connection:
        given = roles.grant(connection)
    _say("Base al día" + (f"; permisos de {roles.APP} y {roles.COPY}, dados." if given else "."))
    return 0


def serve(_: list[str]) -> int:
    """Prepare the database and become gunicorn."""
    parts = parts_of()
    with writing(parts.engine) as connection:
        seeding.seed(connection, load())
        empty = not people.has_administrator(connection)
    parts.engine.dispose()
    if empty:
        _say("No hay personas. Cree la primera: make registro-admin CORREO=…")
    _say(f"Registro contra la Trata: {parts.url}")
    return _gunicorn()


def administrator(words: list[str]) -> int:
    """Write the first administrator and print a link of one use, which lasts 15 minutes."""
    if len(words) != 1 or "@" not in words[0]:
        _say("Diga su correo: make registro-admin CORREO=nombre@entidad.gob.pe")
        return 2
    engine = engine_of()
    now = datetime.now(UTC)
    with writing(engine) as connection:
        known = people.by_mail(connection, words[0])
        waiting = known is not None and known.clave_hash is None
        if people.has_administrator(connection) and not waiting:
            _say("Ya hay una administración: pida a ella la invitación.")
            return 1
        try:
            number = known.id if known else people.add(connection, words[0], "Administración")
        except ValueError as error:
            _say(str(error))
            return 2
        if not known:
            given = Designation("MININTER", "administrador", date.today())
            people.designate(connection, number, given, "Por orden, al instalar")
        token = invitations.invite(connection, number, "primera", now, invitations.BY_COMMAND)
    _say(f"Abra este enlace en 15 minutos; sirve una vez:\n{_url()}/invitacion/{token}")
    return 0


def demonstrate(_: list[str]) -> int:
    """Fill a database with invented people, print how to enter, and serve it here."""
    only_here(_url(), settings.setting("REGISTRO_HOST"))
    engine = engine_of()
    with writing(engine) as connection:
        filled = is_demonstration(connection)
        if not filled and people.has_administrator(connection):
            _say("Esa base ya tiene personas: la demostración usa la suya.")
            return 1
        invented = [] if filled else fill(connection, vault_of(), load())
    engine.dispose()
    for one in invented:
        _say(
            f"{one.correo}  {one.rol} de {one.entidad}  clave: {one.clave}  códigos: {one.secreto}"
        )
    if invented:
        _say("Las claves se muestran solo ahora. Todo lo que hay dentro es inventado.")
    if tables := settings.setting("REGISTRO_TABLAS"):
        _say(f"Lo que se publique aquí se mira con: TABLERO_DATOS={tables} make run")
    _say(f"Demostración: {_url()}")
    return _gunicorn()


def _url() -> str:
    return settings.setting("REGISTRO_URL").rstrip("/")


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


def _gunicorn() -> int:
    from gunicorn.app.wsgiapp import run

    bind = f"{settings.setting('REGISTRO_HOST')}:{settings.setting('REGISTRO_PORT')}"
    sys.argv = ["gunicorn", *_SERVER, "--bind", bind]
    run()
    return 0


_ORDERS = {"migrar": bring, "servir": serve, "admin": administrator, "demo": demonstrate}


@in_words
def main(words: list[str]) -> int:
    """Do an order; a setting that cannot be used is said."""
    if not words or words[0] not in _ORDERS:
        _say(f"Órdenes: {', '.join(_ORDERS)}")
        return 2
    try:
        settings.check()
        return _ORDERS[words[0]](words[1:])
    except SettingError as error:
        _say(str(error))
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
