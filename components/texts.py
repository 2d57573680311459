"""Every word of the interface, read once from texts.toml."""

import re
import tomllib
from contextvars import ContextVar
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

_LENIENT: ContextVar[bool] = ContextVar("lenient", default=False)
_FILE = "components/texts.toml"
_TABLE = re.compile(r"\s*\[([^\[\]]+)\]")
_LINE = re.compile(r"\s*([\w.\"-]+)\s*=")


class TextError(Exception):
    """What is wrong with the texts: file, line, key, remedy. The tables have no part in it."""


@cache
def _source() -> bytes:
    return (files("components") / "texts.toml").read_bytes()


@cache
def _texts() -> dict[str, Any]:
    try:
        return tomllib.loads(_source().decode())
    except UnicodeDecodeError as error:
        line = _source().count(b"\n", 0, error.start) + 1
        raise TextError(f"{_FILE}:{line}: no es UTF-8; guarde el archivo como UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) if found else len(_source().splitlines())
        said = f"no se puede leer como TOML ({error}); revise comillas y corchetes"
        raise TextError(f"{_FILE}:{line}: {_key_at(line)}{said}") from None


def _keyed_lines() -> list[tuple[int, str]]:
    """Return the number of each line that gives a text, with its dotted key."""
    table, found = "", []
    for number, line in enumerate(_source().decode("utf-8", "replace").splitlines(), 1):
        if opened := _TABLE.match(line):
            table = f"{opened[1].strip()}."
        elif given := _LINE.match(line):
            found.append((number, table + given[1].replace('"', "")))
    return found


def _key_at(line: int) -> str:
    return next((f"«{key}»: " for number, key in _keyed_lines() if number == line), "")


def _wrong(key: str, reason: str) -> str:
    line = next((number for number, known_ in _keyed_lines() if known_ == key), 0)
    return f"{_FILE}:{line}: «{key}»: {reason}"


def lenient(on: bool) -> None:
    """In this request, let a code without a text be its own text: that of an earlier version."""
    _LENIENT.set(on)


def t(key: str, **values: object) -> str:
    """Return the text of a dotted key with its values in place.

    Raises KeyError naming the key, so that the remedy is to add it to texts.toml, and TextError
    for a text that asks for a value that it is not given.
    """
    found: Any = _texts()
    for part in key.split("."):
        if not isinstance(found, dict) or part not in found:
            if _LENIENT.get():
                return part
            raise KeyError(f"add «{key}» to components/texts.toml")
        found = found[part]
    if not values:
        return str(found)
    try:
        return _contracted(str(found).format(**values))
    except (KeyError, IndexError, ValueError) as error:
        names = ", ".join(f"{{{name}}}" for name in values)
        raise TextError(_wrong(key, f"pide {error}, que no se le da; escriba {names}")) from error


def _contracted(said: str) -> str:
    """Write «del Santa», and not «de Del Santa», where a name that begins so follows «de»."""
    return said.replace(" de Del ", " del ").replace(" a Del ", " al ")


def check() -> None:
    """Raise TextError naming every text that is not one, or whose placeholders are ill-formed."""
    wrong = [_wrong(key, reason) for key in keys() if (reason := _fault(key))]
    if wrong:
        raise TextError("\n".join(wrong))


def _fault(key: str) -> str:
    found: Any = _texts()
    for part in key.split("."):
        found = found[part]
    if not isinstance(found, str):
        return "no es un texto; escríbalo entre comillas"
    try:
        parts = list(Formatter().parse(found))
    except ValueError:
        return "tiene una llave sin su pareja; escriba {nombre}"
    names = [part[1] for part in parts if part[1] is not None and (part[2] or part[3] or part[1])]
    empty = any(part[1] == "" for part in parts)
    plain = all(name.isidentifier() for name in names) and not any(p[2] or p[3] for p in parts)
    return "" if plain and not empty else "tiene un valor mal escrito; escriba {nombre}"


@cache
def _known() -> frozenset[str]:
    return frozenset(keys())


def known(key: str) -> bool:
    """Say whether there is a text of a key: codes of the tables may have none."""
    return key in _known()


def keys(table: dict[str, Any] | None = None, prefix: str = "") -> list[str]:
    """Return all dotted keys of the texts."""
    found: list[str] = []
    for name, value in (_texts() if table is None else table).items():
        path = f"{prefix}{name}"
        found += keys(value, f"{path}.") if isinstance(value, dict) else [path]
    return found
