"""Numbers and lists as es-PE writes them: 1,234.5 and «a, b y c»."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from components.texts import t

ABSENT = "—"
_PERCENT = "\u202f%"


def number(value: Decimal | int | None, unit: str = "n") -> str:
    """Write a number with the decimals it has, thousands with comma; `%` after a thin space."""
    if value is None:
        return ABSENT
    written = f"{value:,f}" if isinstance(value, Decimal) else f"{value:,}"
    return f"{written}{_PERCENT}" if unit == "%" else written


def percent(value: Decimal | None) -> str:
    """Write an advance in percent."""
    return number(value, "%")


def advance(value: Decimal, *, computed: bool) -> str:
    """Write an advance in percent, and that it is ours where the report does not print it."""
    return f"{percent(value)} ({t('words.calculated')})" if computed else percent(value)


def joined(parts: Sequence[str]) -> str:
    """Join words with commas and a final «y», «e» before the sound i."""
    if len(parts) < 2:
        return "".join(parts)
    last = parts[-1]
    sound = last.lower().removeprefix("h")
    link = "e" if sound.startswith(("i", "í")) and not sound.startswith(("ia", "ie")) else "y"
    return f"{', '.join(parts[:-1])} {link} {last}"


def count(amount: int, one: str, many: str) -> str:
    """Write an amount with its noun in agreement."""
    return f"{amount:,} {one if amount == 1 else many}"


def span(start: date | None, end: date | None) -> str:
    """Write a period: whole years as 2009-2014, else with its months or its last day."""
    if start is None or end is None:
        return t("dates.unknown")
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole:
        return str(end.year) if start.year == end.year else f"{start.year}-{end.year}"
    months = t("dates.months").split()
    last = months[end.month - 1]
    first = months[start.month - 1]
    if end.day != monthrange(end.year, end.month)[1]:
        last = t("dates.day", day=end.day, month=last)
    if start.year != end.year:
        first = t("dates.month", month=first, year=start.year)
    return t("dates.span", first=first, last=last, year=end.year)
