"""The figures that a text gives with what they count: «2,650 denuncias», «6 (seis) regiones»."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from data.text_normalisation import plain

_FIGURE = re.compile(r"(?<![\w.,/-])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(?![\w/]|[.,]\d)\s*(%?)")
_BETWEEN = re.compile(r"^(?:\s*\([^)]{1,20}\))?\s*(?:de (?:los|las) |de )?")
# What a figure counts stands beside it: a text of many figures is not read again for each.
_NEAR = 200


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a text, and the words that follow it."""

    amount: Decimal
    percent: bool
    after: str


def figures(text: str) -> Iterator[Figure]:
    """Return the figures of a text in their order."""
    for found in _FIGURE.finditer(text):
        amount = Decimal(found[1].replace(",", "") + (found[2] or ""))
        after = text[found.end() : found.end() + _NEAR]
        yield Figure(amount, bool(found[3]), plain(_BETWEEN.sub("", after, count=1)))


def stem(word: str) -> str:
    """Return a word without gender and number, to compare one unit with another."""
    return re.sub(r"(?:/?[ao]s|es|s|a|o)$", "", plain(word))


def counted(figure: Figure, units: Iterable[str]) -> str:
    """Return which of the units the figure counts: the longest that its words begin with."""
    words = re.findall(r"[\w/]+", figure.after)
    fitting = [unit for unit in units if _begins(words, unit.split())]
    return max(fitting, key=len, default="")


def _begins(words: list[str], unit: list[str]) -> bool:
    return len(words) >= len(unit) and all(
        stem(word) == stem(part) for word, part in zip(words, unit, strict=False)
    )
