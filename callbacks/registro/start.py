"""What the Registro stands on, by its settings; and what keeps a demonstration on one machine."""

from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import Engine
from sqlalchemy.exc import ProgrammingError

from callbacks.registro.visit import Parts
from data.registro.accounts.tokens import Vault
from data.registro.database import connect, migrate, reading
from data.registro.demonstration import is_demonstration
from data.registro.evidences import Shelf
from data.registro.settings import setting
from data.settings import SettingError

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
_SQLITE = "sqlite:///"
_BEHIND = (
    "La base no está al día y este papel no puede migrarla. Con el de su dueño: "
    "REGISTRO_BASE=postgresql:///registro python -m callbacks.registro.commands migrar"
)


def engine_of() -> Engine:
    """Return the database of the settings, brought to the last migration."""
    address = setting("REGISTRO_BASE")
    if address.startswith(_SQLITE):
        Path(address.removeprefix(_SQLITE)).parent.mkdir(parents=True, exist_ok=True)
    engine = connect(address)
    try:
        migrate(engine)
    except ProgrammingError as error:
        engine.dispose()
        # The role of the application may not; what the database says is for who looks closer.
        raise SettingError(f"{_BEHIND}\n{error.orig}") from error
    return engine


def parts_of() -> Parts:
    """Return everything that the application stands on; SettingError if it may not stand there."""
    engine = engine_of()
    url = setting("REGISTRO_URL").rstrip("/")
    with reading(engine) as connection:
        demo = is_demonstration(connection)
    if demo:
        only_here(url, setting("REGISTRO_HOST"))
    shelf = Shelf(Path(setting("REGISTRO_ARCHIVOS")))
    proxies = int(setting("REGISTRO_PROXIES"))
    return Parts(engine, vault_of(), shelf, url, demo, proxies=proxies)


def vault_of() -> Vault:
    """Return the vault of the second factors; its file is made the first time."""
    return Vault.of(Path(setting("REGISTRO_SECRETO") or "build/registro/secreto"))


def only_here(url: str, host: str) -> None:
    """Refuse to show a demonstration to anybody but who is at this machine."""
    asked = urlsplit(url)
    if asked.scheme == "https" or asked.hostname not in _LOOPBACK or host not in _LOOPBACK:
        raise SettingError(
            "La base tiene datos de demostración: solo se sirve en http://127.0.0.1. "
            "Use otra base, o quite REGISTRO_URL y REGISTRO_HOST."
        )
