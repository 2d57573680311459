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


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of composition.csv: every UBIGEO that starts so belongs to this district."""

    code: str
    name: str
    prefix: str
    place: str
    confidence: str


@cache
def rules() -> tuple[Rule, ...]:
    """Read composition.csv in its order (250 rows; `confidence` is alta, media or baja)."""
    text = (files(__package__) / "composition.csv").read_text("utf-8-sig")
    return tuple(
        Rule(
            row["code"], row["distrito_fiscal"], row["ubigeo"], row["place_name"], row["confidence"]
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
