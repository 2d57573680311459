"""What people write in a report: `data/informes/<anio>.toml`, by section, with author and date."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from data.faults import Fault, TableError

FOLDER = "informes"
_LINE = re.compile(r"at line (\d+)")
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


@cache
def load(year: int) -> FreeTexts:
    """Return the free text of a year; without a file, nothing is written yet."""
    return read(files("data") / FOLDER, year)


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
    text = file.read_text("utf-8")
    try:
        given = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _LINE.search(str(error))
        remedy = "revise comillas, corchetes y signos de igual"
        line = int(place[1]) if place else 0
        raise TableError([Fault(file.name, line, "archivo", "", "no es TOML", remedy)]) from error
    found = {
        section: _section(section, record, _first(text, section))
        for section, record in given.items()
        if isinstance(record, dict) and record.get("texto")
    }
    if faults := list(_faults(file.name, text, given)):
        raise TableError(faults)
    return FreeTexts(file.name, found)


def _section(section: str, record: dict[str, Any], line: int) -> FreeText:
    day = record.get("fecha")
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
        if record.get("texto") and not record.get("autor"):
            yield Fault(name, line, "autor", "", "falta quién lo escribió", 'añada autor = "…"')
        if record.get("texto") and not isinstance(record.get("fecha"), date):
            remedy = "añada fecha = 2026-11-28, sin comillas"
            yield Fault(name, line, "fecha", record.get("fecha", ""), "falta el día", remedy)


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
