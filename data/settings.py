"""Every setting of the board, in one table: the only module that reads the environment.

It stands in the lowest room because tables, addresses and the server all have a setting.
``python -m data.settings`` writes the table for a guide.
"""

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from ipaddress import ip_network
from pathlib import Path

_OURS = "TABLERO_"
_HOST = r"[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?"
_MAIL = r"[^@\s<>\"']+@[^@\s<>\"']+\.[a-z]{2,}"
_LONGEST = 80
# As many as the counts have places for.
MOST_WORKERS = 32


class SettingError(ValueError):
    """Every setting that cannot be used, one line each, in Spanish."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: what it is, the value it has when none is given, what fits and how to write it."""

    name: str
    default: str
    about: str
    fits: Callable[[str], bool]
    remedy: str


def _like(pattern: str) -> Callable[[str], bool]:
    return lambda said: re.fullmatch(pattern, said, re.IGNORECASE | re.ASCII) is not None


def _whole(least: int, most: int) -> Callable[[str], bool]:
    digits = _like(r"\d{1,5}")
    return lambda said: digits(said) and least <= int(said) <= most


def _address(said: str) -> bool:
    found = re.fullmatch(rf"https?://{_HOST}(?::(\d+))?/?", said, re.IGNORECASE | re.ASCII)
    return found is not None and (found[2] is None or _PORT(found[2]))


def _place(said: str) -> bool:
    host, _, port = said.rpartition(":")
    return _PORT(port) and (not host or _like(_HOST)(host))


def _proxies(said: str) -> bool:
    try:
        return said == "*" or bool([ip_network(one.strip()) for one in said.split(",")])
    except ValueError:
        return False


def _hosts(said: str) -> bool:
    named = _like(rf"({_HOST}|\[[0-9a-f:]+\])(?::(\d+))?")
    ports = (one.rpartition(":")[2] for one in said.split(",") if re.search(r":\d+$", one))
    return all(map(named, said.split(","))) and all(map(_PORT, ports))


_PORT = _whole(1, 65_535)
SETTINGS = (
    Setting("TABLERO_DATOS", "", "Carpeta de las tablas; sin ella, la del paquete.",
            lambda said: Path(said).is_dir(),
            "no es una carpeta; escriba la ruta de una que exista"),
    Setting("TABLERO_URL", "", "Dirección pública, para citas, vistas previas y enlaces.",
            _address,
            "escriba http:// o https:// y el nombre del sitio, sin ruta: el tablero va en la raíz"),
    Setting("TABLERO_HOSTS", "localhost,127.0.0.1,[::1]",
            "Nombres por los que se pide; valen en las direcciones si no hay TABLERO_URL.",
            lambda said: _hosts(said.replace(" ", "")),
            "escriba nombres de sitio separados por comas, sin http://"),
    Setting("TABLERO_CONTACTO", "", "Correo o página donde se avisa de un error.",
            _like(rf"{_MAIL}|https?://[^\s<>\"']+"),
            "no es un correo ni una dirección; escriba errores@entidad.gob.pe o https://…"),
    Setting("TABLERO_REVISAR", "1", "Segundos entre dos miradas a las tablas; 0, nunca.",
            _like(r"\d{1,6}(\.\d{1,3})?"), "escriba segundos, o 0 para no revisar"),
    Setting("TABLERO_ENSAYO", "60",
            "Segundos, como mucho, de ensayo de unas tablas nuevas; 0, una página de cada clase.",
            _like(r"\d{1,4}"), "escriba segundos, o 0 para ensayar solo una página de cada clase"),
    Setting("TABLERO_METRICAS", "", "Puerto de las métricas para Prometheus; sin él, no hay.",
            _place, "escriba un puerto de 1 a 65535, o servidor:puerto"),
    Setting("WEB_CONCURRENCY", "2", "Procesos que atienden.",
            _whole(1, MOST_WORKERS), f"escriba un número de 1 a {MOST_WORKERS}"),
    Setting("HOST", "0.0.0.0", "Dirección de red en que se escucha.",
            _like(rf"{_HOST}|\[?[0-9a-f:]+\]?"), "escriba un nombre o una dirección IP"),
    Setting("PORT", "8050", "Puerto en que se escucha.",
            _PORT, "escriba un número de 1 a 65535"),
    Setting("FORWARDED_ALLOW_IPS", "127.0.0.1", "Proxies cuya palabra sobre https vale.",
            _proxies, "escriba direcciones IP separadas por comas, o *"),
)  # fmt: skip
_BY_NAME = {setting.name: setting for setting in SETTINGS}


def setting(name: str) -> str:
    """Return what the operator gave, or the value a setting has when none is given."""
    return os.environ.get(name, "").strip() or _BY_NAME[name].default


def is_given(name: str) -> bool:
    """Say whether the operator gave a setting."""
    return bool(os.environ.get(name, "").strip())


def check(given: Mapping[str, str] = os.environ) -> None:
    """Raise SettingError naming every setting that cannot be used; an empty one is not given."""
    said = {one: given.get(one.name, "").strip() for one in SETTINGS}
    wrong = [
        f"{one.name}={_shown(value)}: {one.remedy}"
        for one, value in said.items()
        if value and not one.fits(value)
    ]
    if wrong:
        raise SettingError("\n".join(wrong))


def unknown(given: Mapping[str, str] = os.environ) -> list[str]:
    """Return a line for each name that looks like one of ours and is not: it changes nothing."""
    names = sorted(name for name in given if name.startswith(_OURS) and name not in _BY_NAME)
    return [f"{name}: no existe y no cambia nada{_meant(name)}" for name in names]


def _meant(name: str) -> str:
    near = get_close_matches(name, _BY_NAME, 1)
    return f"; ¿quiso decir {near[0]}?" if near else ""


def _shown(value: str) -> str:
    return repr(value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")


def guide() -> str:
    """Return the table of settings in Markdown."""
    rows = [f"| `{one.name}` | {f'`{one.default}`' if one.default else '—'} | {one.about} |"
            for one in SETTINGS]  # fmt: skip
    return "\n".join(["| ajuste | si no se da | qué es |", "| --- | --- | --- |", *rows, ""])


if __name__ == "__main__":
    sys.stdout.write(guide())
