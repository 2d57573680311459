"""What a check finds: the rule, how grave it is, the field, and the words for who must mend it."""

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Literal

from data.registro.entry import Entry, Known

# calculado: met because the system computes it, so nothing is asked of the officer.
Severity = Literal["bloquea", "explica", "anota", "calculado"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a rule in one field of a report."""

    regla: str
    severidad: Severity
    campo: str
    mensaje: str
    revisor: bool = False


Check = Callable[[Entry, Known], Iterator[Finding]]


@cache
def _messages() -> dict[str, dict[str, str]]:
    text = (files("data.registro.checks") / "messages.toml").read_text("utf-8")
    return tomllib.loads(text)


def about(rule: str) -> str:
    """Return the name of a rule in one line."""
    return _messages()[rule]["regla"]


def says(rule: str, variant: str, **figures: object) -> str:
    """Return what a rule says of a report, with its figures in place."""
    shown = {name: shown_figure(value) for name, value in figures.items()}
    return _messages()[rule][variant].format(**shown)


def shown_figure(value: object) -> str:
    """Write a figure as it is read in Peru: comma for thousands, point for decimals."""
    if not isinstance(value, Decimal):
        return str(value)
    plain = value.normalize() if value != value.to_integral() else value.quantize(Decimal(1))
    return f"{plain:,f}"


def blocks(rule: str, field: str, variant: str = "dice", **figures: object) -> Finding:
    """Return a finding that keeps the report from being sent."""
    return Finding(rule, "bloquea", field, says(rule, variant, **figures))


def explain(rule: str, field: str, variant: str = "dice", **figures: object) -> Finding:
    """Return a finding that asks for a written explanation."""
    return Finding(rule, "explica", field, says(rule, variant, **figures))


def note(rule: str, field: str, variant: str = "dice", **figures: object) -> Finding:
    """Return a finding that is only shown, to the officer and to the reviewer."""
    return Finding(rule, "anota", field, says(rule, variant, **figures))
