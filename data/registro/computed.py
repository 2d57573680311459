"""V03: the value and the advance are computed from the parts, half up; nobody types them."""

from decimal import ROUND_HALF_UP, Decimal

from data.registro.entry import Entry, Known, Sheet
from data.rules.progress import FULL, advance


def rounded(number: Decimal, decimals: int) -> Decimal:
    """Round half up to the decimals of the sheet."""
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)


def from_parts(sheet: Sheet, above: Decimal | None, below: Decimal | None) -> Decimal | None:
    """Return the exact value that two parts give; None if one is absent or nothing divides."""
    if above is None or not below:
        return None
    if sheet.clase == "variacion":
        return (above - below) / below * FULL
    return above / below * FULL


def value(sheet: Sheet, entry: Entry) -> Decimal | None:
    """Return the value of a report: of its parts if the sheet has them, else the one typed."""
    if entry.estado_dato == "cero":
        return Decimal(0)
    if entry.estado_dato not in (None, "dato"):
        return None
    if not sheet.has_parts:
        return entry.valor
    exact = from_parts(sheet, entry.numerador, entry.denominador)
    return None if exact is None else rounded(exact, sheet.decimales)


def progress(known: Known, entry: Entry) -> Decimal | None:
    """Return the *avance tipo 1* of a report in percent, with one decimal."""
    return advance(value(known.sheet, entry), known.meta)
