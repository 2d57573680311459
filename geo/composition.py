"""Which UBIGEO belongs to which distrito fiscal: composition.csv and nothing else."""

import csv
import io
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

UBIGEO_DIGITS = 6
"""Digits of a full UBIGEO: two of department, two of province, two of district (INEI)."""

PREFIX_LENGTHS = (2, 4, UBIGEO_DIGITS)
"""Lengths a rule may have: a whole department, a whole province or one district."""

CONFIDENCES = ("baja", "media", "alta")
"""What a row of the composition may be worth, the least first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of composition.csv: every UBIGEO that starts so belongs to this district."""

    code: str
    name: str
    prefix: str
    place: str
    confidence: str
    source: str


@cache
def rules() -> tuple[Rule, ...]:
    """Read composition.csv in its order (250 rows; `confidence` is alta, media or baja)."""
    text = (files(__package__) / "composition.csv").read_text("utf-8-sig")
    return tuple(
        Rule(
            row["code"],
            row["distrito_fiscal"],
            row["ubigeo"],
            row["place_name"],
            row["confidence"],
            row["source"],
        )
        for row in csv.DictReader(io.StringIO(text, newline=""))
    )


@cache
def _by_prefix() -> dict[str, str]:
    return {rule.prefix: rule.code for rule in rules()}


def code_of(ubigeo: str) -> str | None:
    """Return the distrito fiscal of a six-digit UBIGEO, or None when no rule covers it."""
    prefixes = (ubigeo[:length] for length in reversed(PREFIX_LENGTHS))
    return next((_by_prefix()[prefix] for prefix in prefixes if prefix in _by_prefix()), None)


@cache
def listed() -> dict[str, str]:
    """Read the INEI list of shapes/ubigeos.csv: UBIGEO to name of the 1,891 districts."""
    text = (files(__package__) / "shapes" / "ubigeos.csv").read_text("utf-8")
    return {row["ubigeo"]: row["nombre"] for row in csv.DictReader(io.StringIO(text, newline=""))}


@cache
def named() -> tuple[tuple[str, str, str], ...]:
    """Return UBIGEO, name and distrito fiscal of every province of a rule and every district."""
    provinces = [(rule.prefix, rule.place, rule.code) for rule in rules() if len(rule.prefix) == 4]
    districts = ((ubigeo, name, code_of(ubigeo)) for ubigeo, name in listed().items())
    return (*provinces, *((ubigeo, name, code) for ubigeo, name, code in districts if code))


@dataclass(frozen=True, slots=True)
class Overlap:
    """What a distrito fiscal has of a departamento: all of it, or these provinces and districts.

    confidence: that of the least sure of its rows, `alta`, `media` or `baja`; sources: what its
    rows rest on, each once.
    """

    code: str
    department: str
    whole: bool
    provinces: tuple[str, ...]
    districts: tuple[str, ...]
    confidence: str
    sources: tuple[str, ...]


@cache
def overlaps() -> tuple[Overlap, ...]:
    """Return every distrito fiscal with every departamento that it has a part of."""
    pairs = dict.fromkeys((rule.code, rule.prefix[:2]) for rule in rules())
    return tuple(_overlap(code, department) for code, department in pairs)


def _overlap(code: str, department: str) -> Overlap:
    inside = [r for r in rules() if r.code == code and r.prefix.startswith(department)]
    alone = {r.code for r in rules() if r.prefix.startswith(department)} == {code}
    kinds = {size: tuple(r.place for r in inside if len(r.prefix) == size)
             for size in PREFIX_LENGTHS}  # fmt: skip
    least = min(inside, key=lambda rule: CONFIDENCES.index(rule.confidence)).confidence
    sources = tuple(dict.fromkeys(rule.source for rule in inside))
    return Overlap(code, department, alone, kinds[4], kinds[UBIGEO_DIGITS], least, sources)
