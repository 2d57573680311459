"""Numbers and lists as es-PE writes them: 1,234.5 and «a, b y c»."""

from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from components.texts import t

ABSENT = "—"
_PERCENT = "\u202f%"
_TENTH = Decimal("0.1")


def number(value: Decimal | int | None, unit: str = "n") -> str:
    """Write a number as screens show it: one decimal at most, thousands with comma.

    What has no decimal gets none, for nobody measured it.
    """
    return printed(shortened(value) if isinstance(value, Decimal) else value, unit)


def shortened(value: Decimal) -> Decimal:
    """Leave one decimal of a figure, unless it would read as a zero that it is not."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or exponent >= -1:
        return value
    tenths = value.quantize(_TENTH, ROUND_HALF_UP)
    return tenths if tenths or not value else value


def printed(value: Decimal | int | None, unit: str = "n") -> str:
    """Write a number with the decimals that its source prints; `%` after a thin space."""
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


def neither(parts: Sequence[str]) -> str:
    """Join words of which none is: with commas and a final «ni»."""
    return f"{', '.join(parts[:-1])} ni {parts[-1]}" if len(parts) > 1 else "".join(parts)


def count(amount: int, one: str, many: str) -> str:
    """Write an amount with its noun in agreement."""
    return f"{amount:,} {one if amount == 1 else many}"


def day_of(one: date, near: date | None) -> str:
    """Write a day in words; its year is left out where it is that of a day beside it."""
    said = t("dates.day", day=one.day, month=t("dates.months").split()[one.month - 1])
    same = near is not None and near.year == one.year
    return said if same else t("dates.month", month=said, year=one.year)


def span(start: date | None, end: date | None) -> str:
    """Write a period: whole years as 2009-2014, else with its months or its last day."""
    if start is None or end is None:
        return t("dates.unknown")
    whole = (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)
    if whole:
        return str(end.year) if start.year == end.year else f"{start.year}-{end.year}"
    first, last = t("dates.months").split()[start.month - 1], _month(end)
    if (start.year, start.month, start.day) == (end.year, end.month, 1) and first == last:
        return t("dates.month", month=last, year=end.year)
    if start.year != end.year:
        first = t("dates.month", month=first, year=start.year)
    return t("dates.span", first=first, last=last, year=end.year)


def until(end: date) -> str:
    """Write the end of a period: a year that is whole, else its last month or day."""
    if (end.month, end.day) == (12, 31):
        return str(end.year)
    return t("dates.month", month=_month(end), year=end.year)


def _month(end: date) -> str:
    """Return the month of an end, with its day where the month does not end there."""
    month = t("dates.months").split()[end.month - 1]
    whole = end.day == monthrange(end.year, end.month)[1]
    return month if whole else t("dates.day", day=end.day, month=month)


def without_period(title: str) -> str:
    """Close the gap that an absent period leaves in a title."""
    return title.replace(",  ", " ").rstrip(", ")
