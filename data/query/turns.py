"""What changed from one year to the next: which indicators went to a better or a worse state."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from data.model import Indicador, Valor
from data.query.ordering import Pair
from data.rules.progress import FULL
from data.store import Store

Way = Literal["better", "worse", "same", "unknown"]
_ORDER = {"rojo": 0, "ambar": 1, "verde": 2}


@dataclass(frozen=True, slots=True)
class Turn:
    """An indicator in a year and in the year before."""

    row: Indicador
    then: Valor
    now: Valor

    @property
    def moved(self) -> bool:
        """Say whether it is in another state, also to or from being without a figure."""
        return self.then.semaforo != self.now.semaforo

    @property
    def way(self) -> Way:
        """Return where its state went; unknown where a year has none."""
        old, new = _ORDER.get(self.then.semaforo), _ORDER.get(self.now.semaforo)
        if old is None or new is None:
            return "unknown"
        return "same" if old == new else "better" if new > old else "worse"

    @property
    def lost(self) -> Decimal:
        """Return how many points of advance it lost; what is over 100 % counts as 100 %.

        None are lost where a year has no advance.
        """
        old, new = self.then.percent, self.now.percent
        return Decimal(0) if old is None or new is None else min(old, FULL) - min(new, FULL)


def turns(store: Store, pairs: Iterable[Pair], before: int) -> list[Turn]:
    """Return the indicators that have a row in both years.

    What an open year has not got yet has not changed: it is left out.
    """
    closed = store.state(before + 1) == "cerrado"
    return [
        Turn(row, then, value)
        for row, value in pairs
        if (then := store.value(row.codigo, before)) is not None
        and (closed or value.valor_obtenido is not None)
    ]


def falls(found: Iterable[Turn], most: int) -> list[Turn]:
    """Return those that went to a worse state and lost most points of advance, the largest first.

    Those that lost as much as the last one are kept too.
    """
    worse = sorted((one for one in found if one.way == "worse"), key=lambda one: -one.lost)
    return [one for one in worse if one.lost >= worse[min(most, len(worse)) - 1].lost]


def compared(store: Store, before: int) -> bool:
    """Say whether a year has any result to compare with."""
    return any(
        row.valor_obtenido is not None for (_, year), row in store.values.items() if year == before
    )
