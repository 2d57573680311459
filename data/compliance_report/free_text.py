"""What people write in a report: `data/informes/<anio>.toml`, by section, with author and date."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from data.faults import Fault, TableError

FOLDER = "informes"
_LINE = re.compile(r"at line (\d+)")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]")
_KEYS = frozenset({"texto", "autor", "fecha"})


@dataclass(frozen=True, slots=True)
class FreeText:
    """One section as somebody wrote it; `line` is where it stands in the file."""

    section: str
    text: str
    author: str
    day: date
    line: int = 0


@dataclass(frozen=True, slots=True)
class FreeTexts:
    """The free text of the report of one year, by section."""

    file: str
    sections: Mapping[str, FreeText]
    faults: tuple[Fault, ...] = ()


@cache
def load(year: int) -> FreeTexts:
    """Return the free text of a year; without a file, nothing is written yet.

    A file that cannot be read leaves its sections to be written, and its faults with them.
    """
    try:
        return read(files("data") / FOLDER, year)
    except TableError as error:
        return FreeTexts(f"{year}.toml", {}, tuple(error.faults))


def years(folder: Traversable | None = None) -> list[int]:
    """Return the years of which there is a file."""
    found = folder or files("data") / FOLDER
    names = (item.name.removesuffix(".toml") for item in found.iterdir())
    return sorted(int(name) for name in names if name.isdigit())


def read(folder: Traversable, year: int) -> FreeTexts:
    """Read the file of a year, or raise TableError naming all its faults."""
    file = folder / f"{year}.toml"
    if not file.is_file():
        return FreeTexts(file.name, {})
    text = _decoded(file)
    given = _parsed(file.name, text)
    found = {
        section: _section(section, record, _first(text, section))
        for section, record in given.items()
        if isinstance(record, dict) and record.get("texto")
    }
    if faults := list(_faults(file.name, text, given)):
        raise TableError(faults)
    return FreeTexts(file.name, found)


def _decoded(file: Traversable) -> str:
    raw = file.read_bytes()
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line, remedy = raw.count(b"\n", 0, error.start) + 1, "guárdelo como UTF-8"
        fault = Fault(file.name, line, "archivo", "", "tiene letras que no se leen", remedy)
        raise TableError([fault]) from error


def _parsed(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _LINE.search(str(error))
        remedy = "revise comillas, corchetes y signos de igual"
        line = int(place[1]) if place else 0
        raise TableError([Fault(name, line, "archivo", "", "no es TOML", remedy)]) from error


def _section(section: str, record: dict[str, Any], line: int) -> FreeText:
    given = record.get("fecha")
    day = given.date() if isinstance(given, datetime) else given
    text, author = str(record.get("texto", "")).rstrip(), str(record.get("autor", ""))
    return FreeText(section, text, author, day if isinstance(day, date) else date.min, line)


def _faults(name: str, text: str, given: dict[str, Any]) -> Iterator[Fault]:
    for section, record in given.items():
        line = _line(text, section)
        if not isinstance(record, dict):
            yield Fault(name, line, section, record, "sobra la clave", "póngala en una sección")
            continue
        for key in record.keys() - _KEYS:
            yield Fault(name, line, key, record[key], "sobra la clave", "quítela de la sección")
        if record.get("texto"):
            yield from _written(name, line, record)


def _written(name: str, line: int, record: dict[str, Any]) -> Iterator[Fault]:
    """Give what is wrong with a section that has a text."""
    text, author, day = (record.get(key, "") for key in ("texto", "autor", "fecha"))
    if not _readable(text):
        remedy = 'escríbalo entre """ y """, con letras y signos corrientes'
        yield Fault(name, line, "texto", text, "no es un texto", remedy)
    if not _readable(author):
        yield Fault(name, line, "autor", author, "falta quién lo escribió", 'añada autor = "…"')
    if not isinstance(day, date):
        remedy = "añada fecha = 2026-11-28, sin comillas"
        yield Fault(name, line, "fecha", day, "falta el día", remedy)


def _readable(value: object) -> bool:
    """Say whether a value is words that every format can hold: no signs that are not printed."""
    return isinstance(value, str) and bool(value.strip()) and not _UNSEEN.search(value)


def _line(text: str, section: str) -> int:
    """Return the line of the heading of a section, from 1; 0 if it is not written as one."""
    lines = text.splitlines()
    return next((n for n, line in enumerate(lines, 1) if line.strip() == f"[{section}]"), 0)


def _first(text: str, section: str) -> int:
    """Return the line where the text of a section begins."""
    begin = _line(text, section)
    for number, line in enumerate(text.splitlines()[begin:], begin + 1):
        if line.split("=", 1)[0].strip() == "texto":
            return number + line.rstrip().endswith('"""')
    return begin
