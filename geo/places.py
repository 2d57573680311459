"""Codes, names, eras and shapes as the site uses them: standard library only, read once."""

import csv
import difflib
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from geo.spelling import plain

Layer = Literal["distritos_fiscales", "departamentos", "lima_callao", "vecinos"]
"""Districts and the inset by code, departments by two UBIGEO digits, countries by ISO letters."""

_PREFIX = re.compile(r"^(?:DISTRITO FISCAL|D ?F|DEPARTAMENTO|REGION)(?: DEL?)?(?: LA(?= SELVA))? ")
NEAR_NAMES = 3


class UnknownPlace(ValueError):
    """A name, code or layer that is not ours; says so in Spanish, with the nearest names."""


@dataclass(frozen=True, slots=True)
class Place:
    """A unit of a layer and the point inside it (degrees) where a label has most room."""

    code: str
    name: str
    lon: float
    lat: float


@dataclass(frozen=True, slots=True)
class Era:
    """When a distrito fiscal existed; None is open within the years that we hold figures of."""

    start: date | None
    end: date | None
    source: str
    note: str


@cache
def places(layer: Layer = "distritos_fiscales") -> dict[str, Place]:
    """Return the units of a layer by code, in the order of the codes."""
    _known(layer)
    return {
        row["code"]: Place(row["code"], row["name"], float(row["lon"]), float(row["lat"]))
        for row in _rows("shapes/places.csv")
        if row["layer"] == layer
    }


@cache
def shapes(layer: Layer = "distritos_fiscales") -> str:
    """Return the committed GeoJSON text (degrees, outer rings clockwise, `properties.code`)."""
    _known(layer)
    return _text(f"shapes/{layer}.geojson")


def resolve(name: str, layer: Layer = "distritos_fiscales") -> str:
    """Return the code of a name as any source spells it, or raise UnknownPlace."""
    known, wanted = _spellings(layer), plain(name)
    code = known.get(wanted) or known.get(_PREFIX.sub("", wanted))
    if code is None:
        raise UnknownPlace(_unresolved(name, layer))
    return code


def existed(code: str, start: date, end: date) -> bool:
    """Tell whether a distrito fiscal existed on some day of a period, both days included."""
    era = eras().get(code)
    if era is None:
        raise UnknownPlace(_unresolved(code, "distritos_fiscales"))
    return (era.start is None or era.start <= end) and (era.end is None or start <= era.end)


@cache
def eras() -> dict[str, Era]:
    """Return the era of every distrito fiscal, with its source and what was not found."""
    return {
        row["code"]: Era(_day(row["desde"]), _day(row["hasta"]), row["fuente"], row["nota"])
        for row in _rows("eras.csv")
    }


@cache
def neighbours(code: str) -> tuple[str, ...]:
    """Return the distritos fiscales that share a border, not a mere corner, with one."""
    if code not in places():
        raise UnknownPlace(_unresolved(code, "distritos_fiscales"))
    rows = _rows("shapes/neighbours.csv")
    return tuple(row["neighbour"] for row in rows if row["code"] == code)


@cache
def schematic() -> bool:
    """Tell whether the limits are schematic, not those of an official layer."""
    return bool(json.loads(_text("shapes/origin.json"))["limites"] == "esquematicos")


@cache
def boundary_note() -> str:
    """Return the sentence, in Spanish, that says where the limits come from and their worth."""
    return str(json.loads(_text("shapes/origin.json"))["nota"])


@cache
def _spellings(layer: Layer) -> dict[str, str]:
    """Map codes, names and aliases, all plain, to codes; a name wins over an alias."""
    aliases = {plain(r["alias"]): r["code"] for r in _rows("aliases.csv") if r["layer"] == layer}
    units = places(layer)
    codes = {plain(code): code for code in units}
    return aliases | codes | {plain(place.name): code for code, place in units.items()}


def _unresolved(name: str, layer: Layer) -> str:
    near = difflib.get_close_matches(plain(name), _spellings(layer), NEAR_NAMES)
    units = places(layer)
    names = dict.fromkeys(units[_spellings(layer)[spelling]].name for spelling in near)
    hint = f"¿quiso decir {' o '.join(names)}? " if names else ""
    return (
        f"{name!r} no es un nombre conocido de la capa {layer}; {hint}"
        "Si es otra grafía, añádala a geo/aliases.csv"
    )


def _known(layer: str) -> None:
    if layer not in get_args(Layer):
        raise UnknownPlace(f"no hay capa {layer!r}; las que hay: {', '.join(get_args(Layer))}")


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def _rows(name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(io.StringIO(_text(name), newline=""))


def _text(name: str) -> str:
    return files("geo").joinpath(name).read_text("utf-8")
