"""How many people a territory had, and the cases per 100,000 of them."""

from decimal import ROUND_HALF_UP, Decimal

from data.model import Poblacion
from data.store import Store

PER = 100_000
# With fewer cases than this a rate says little: one more or one less changes it.
FEW = 5
_TENTH = Decimal("0.1")


def of(store: Store, code: str, year: int | None) -> Poblacion | None:
    """Return the population of a territory in a year; None where no source gives it."""
    return store.exact(Poblacion).get((code, year)) if year else None


def rate(cases: Decimal | None, people: Poblacion | None) -> Decimal | None:
    """Return the cases per 100,000 people, one decimal; None where either is not known."""
    if cases is None or people is None:
        return None
    return (cases * PER / people.poblacion).quantize(_TENTH, ROUND_HALF_UP)
