"""The settings of the Registro, each read through the only module that knows the environment."""

from pathlib import Path

from data import settings as of_the_board
from data.settings import Setting, SettingError


def _anything(said: str) -> bool:
    return bool(said)


SETTINGS = (
    Setting("REGISTRO_BASE", "sqlite:///build/registro/registro.sqlite",
            "Base de datos: sqlite:///archivo o postgresql:///nombre.",
            lambda said: said.startswith(("sqlite:///", "postgresql://")),
            "escriba sqlite:///archivo o postgresql:///nombre"),
    Setting("REGISTRO_URL", "http://127.0.0.1:8060", "Dirección pública del Registro.",
            lambda said: said.startswith(("http://127.0.0.1", "http://localhost", "https://")),
            "escriba https://nombre, o http://127.0.0.1:puerto en una sola máquina"),
    Setting("REGISTRO_ARCHIVOS", "build/registro/archivos", "Carpeta de las evidencias.",
            _anything, "escriba una carpeta"),
    Setting("REGISTRO_TABLAS", "", "Carpeta de tablas del tablero; sin ella, la que él lee.",
            lambda said: Path(said).is_dir(), "no es una carpeta que exista"),
    Setting("REGISTRO_VERSIONES", "", "Carpeta de las versiones; sin ella, la del paquete.",
            _anything, "escriba una carpeta"),
    Setting("REGISTRO_INFORMES", "", "Carpeta de los textos del informe; sin ella, la del paquete.",
            lambda said: Path(said).is_dir(), "no es una carpeta que exista"),
    Setting("REGISTRO_CORREO", "", "Servidor de correo, servidor:puerto; sin él, no se envía.",
            lambda said: said.rpartition(":")[2].isdigit(), "escriba servidor:puerto"),
    Setting("REGISTRO_REMITENTE", "registro@localhost", "Dirección de los avisos.",
            lambda said: "@" in said, "escriba un correo"),
    Setting("REGISTRO_HOST", "127.0.0.1", "Dirección de red en que se escucha.",
            _anything, "escriba una dirección"),
    Setting("REGISTRO_PORT", "8060", "Puerto en que se escucha.",
            str.isdigit, "escriba un puerto"),
    Setting("REGISTRO_PROXIES", "0", "Cuántos servidores hay delante que dicen de quién viene.",
            lambda said: said.isascii() and said.isdigit() and len(said) == 1,
            "escriba 0, o 1 con nginx delante"),
    Setting("REGISTRO_METRICAS", "", "Puerto de los contadores para Prometheus; sin él, no hay.",
            lambda said: said.rpartition(":")[2].isdigit(), "escriba un puerto, o servidor:puerto"),
    Setting("REGISTRO_SECRETO", "", "Archivo con la clave que cifra los segundos factores.",
            lambda said: Path(said).is_file(), "no es un archivo que se pueda leer"),
)  # fmt: skip
_BY_NAME = {one.name: one for one in SETTINGS}


def setting(name: str) -> str:
    """Return what the operator gave, or the value a setting has when none is given."""
    given = of_the_board.is_given(name)
    return of_the_board.setting(name) if given else _BY_NAME[name].default


def check() -> None:
    """Raise SettingError naming every setting that cannot be used."""
    wrong = [
        f"{one.name}={setting(one.name)!r}: {one.remedy}"
        for one in SETTINGS
        if of_the_board.is_given(one.name) and not one.fits(setting(one.name))
    ]
    if wrong:
        raise SettingError("\n".join(wrong))
