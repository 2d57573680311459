"""Days and spans of months as the official files write them."""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from geo.spelling import plain

MONTHS = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio",
    "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
)  # fmt: skip
_BY_NAME = {name.upper(): number for number, name in enumerate(MONTHS, 1)} | {"SETIEMBRE": 9}
_DAY_FIRST = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?:[ T][\d:.]+)?(?: ?[AP]\.?M\.?)?$")
_YEAR_FIRST = re.compile(r"(\d{4})(-?)(\d{2})\2(\d{2})(?:[ T][\d:.]+)?$")
Order = Literal["dia", "mes"]
_JOINING = frozenset({"A", "AL", "DE", "DEL"})


@dataclass(frozen=True, slots=True)
class Span:
    """Whole months of one year, from the first day to the last."""

    year: int
    first: int
    last: int

    @property
    def start(self) -> date:
        """Return the first day."""
        return date(self.year, self.first, 1)

    @property
    def end(self) -> date:
        """Return the last day."""
        return date(self.year, self.last, calendar.monthrange(self.year, self.last)[1])

    @property
    def whole(self) -> bool:
        """Tell whether it is the whole year."""
        return (self.first, self.last) == (1, 12)

    @property
    def code(self) -> str:
        """Return the code that names the months: «2024-ene-jul»."""
        months = [MONTHS[number - 1][:3] for number in sorted({self.first, self.last})]
        return "-".join([str(self.year), *months])

    def __str__(self) -> str:
        """Write the span as a reader says it."""
        first, last = MONTHS[self.first - 1], MONTHS[self.last - 1]
        return f"{first if self.first == self.last else f'{first} a {last}'} de {self.year}"


def months(text: str) -> tuple[int, int] | None:
    """Read «ENERO - NOVIEMBRE» or «MARZO» as first and last month; None if it is neither."""
    words = [word for word in plain(text).split() if word not in _JOINING and not word.isdigit()]
    numbers = [_BY_NAME.get(word, 0) for word in words]
    if len(numbers) not in (1, 2) or 0 in numbers or numbers[0] > numbers[-1]:
        return None
    return numbers[0], numbers[-1]


def readings(text: str) -> dict[Order, date]:
    """Return the day that a text is with the day first and with the month first; {} if neither.

    aaaa-mm-dd and aaaammdd, and any of them with an hour, have one reading for both orders.
    """
    text = text.strip()
    tried: dict[Order, tuple[str, str, str]] = {}
    if found := _DAY_FIRST.match(text):
        tried["dia"] = found[3], found[2], found[1]
        tried["mes"] = found[3], found[1], found[2]
    elif found := _YEAR_FIRST.match(text):
        tried["dia"] = tried["mes"] = found[1], found[3], found[4]
    days = {order: _day(parts) for order, parts in tried.items()}
    return {order: value for order, value in days.items() if value}


def day(text: str) -> date | None:
    """Read dd/mm/aaaa, aaaa-mm-dd or aaaammdd, with or without an hour; None if it is no day."""
    return readings(text).get("dia")


def _day(parts: tuple[str, str, str]) -> date | None:
    try:
        return date(*map(int, parts))
    except ValueError:
        return None


def spoken(value: date) -> str:
    """Write a day as dd/mm/aaaa."""
    return value.strftime("%d/%m/%Y")
