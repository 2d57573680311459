"""The order of a list of indicators, as the address asks for it."""

from decimal import Decimal

from data.model import Indicador, Valor
from data.text_normalisation import alphabetical

Pair = tuple[Indicador, Valor]


def ordered(pairs: list[Pair], order: str) -> list[Pair]:
    """Order indicators by a column, backwards after a hyphen; without advance at the end.

    By name is by the name that is read first, the short one.
    """
    name = order.removeprefix("-")
    backwards = order.startswith("-")
    if name == "avance":
        known = [pair for pair in pairs if pair[1].percent is not None]
        absent = [pair for pair in pairs if pair[1].percent is None]
        return sorted(known, key=lambda p: p[1].percent or Decimal(), reverse=backwards) + absent
    name = "short" if name == "nombre" else name
    if name:
        return sorted(pairs, key=lambda p: alphabetical(getattr(p[0], name)), reverse=backwards)
    return pairs
