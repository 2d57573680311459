"""The words of the report, fixed in one place: sentences with places for references, and terms."""

import tomllib
from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from importlib.resources import files
from string import Formatter
from typing import Any

from data.compliance_report.blocks import Part, Ref, Words

_FILE = "words.toml"
_TENTH = Decimal("0.1")
_PERCENT = "\u202f%"


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / _FILE).read_text("utf-8"))


def text(key: str) -> str:
    """Return a sentence of the file by its dotted key."""
    found: Any = _read()
    for name in key.split("."):
        found = found[name]
    return str(found)


def known(key: str) -> bool:
    """Say whether there is a sentence of a key."""
    try:
        return bool(text(key))
    except KeyError:
        return False


def term(name: str) -> Ref:
    """Return a fixed term, which may hold a digit, with the source or the place that uses it."""
    record = _read()["terminos"][name]
    held = tuple(record.get("fuentes", ()))
    return Ref(record["texto"], (), record.get("lugar", ""), held, "termino")


def rule(name: str) -> str:
    """Return how a computed figure is computed, in words."""
    return str(_read()["reglas"][name])


def say(key: str, **given: Part | Sequence[Part] | Words) -> Words:
    """Return a sentence with its places filled; «{t_name}» is a term of the vocabulary."""
    parts: list[Part] = []
    for words, name, _, _ in Formatter().parse(text(key)):
        parts += [words] if words else []
        if name is not None:
            parts += _given(term(name[2:]) if name.startswith("t_") else given[name])
    return Words(tuple(parts))


def counted(key: str, amount: Ref, **given: Part | Sequence[Part] | Words) -> Words:
    """Return the sentence of an amount: `key`_none, `key`_one or `key`_many, as it is."""
    form = {0: "none", 1: "one"}.get(int(amount.value or 0), "many")
    return say(f"{key}_{form}", amount=amount, **given)


def _given(value: Part | Sequence[Part] | Words) -> list[Part]:
    if isinstance(value, Words):
        return list(value.parts)
    return [value] if isinstance(value, (str, Ref)) else list(value)


def joined(parts: Iterable[Part | Words]) -> tuple[Part, ...]:
    """Join references with commas and a final «y», «e» before the sound i."""
    known_parts = [_given(part) for part in parts]
    found: list[Part] = []
    for index, each in enumerate(known_parts):
        if index:
            last = index == len(known_parts) - 1
            found.append(f" {_link(each)} " if last else ", ")
        found += each
    return tuple(found)


def _link(parts: Sequence[Part]) -> str:
    first = parts[0] if isinstance(parts[0], str) else parts[0].text
    sound = first.lower().removeprefix("h")
    return "e" if sound.startswith(("i", "í")) and not sound.startswith(("ia", "ie")) else "y"


def number(value: Decimal | int, unit: str = "n") -> str:
    """Write a figure as es-PE does, with the decimals that it has: 1,234.5 and 6.39 %."""
    written = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return f"{written}{_PERCENT}" if unit == "%" else written


def rounded(value: Decimal) -> Decimal:
    """Return an advance with one decimal at most, rounded half up."""
    return value.quantize(_TENTH, ROUND_HALF_UP) if _decimals(value) > 1 else value


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.as_tuple().exponent))
