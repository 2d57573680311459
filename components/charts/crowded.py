"""Words under the years of a drawing where there are more years than words fit."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from components.texts import t
from components.year_words import PENDING


def every(step: float, wide: float) -> int:
    """Return of how many years one is named, if a name takes some width."""
    return max(1, -int(-wide // step))


def named(amount: int, step: float, wide: float) -> frozenset[int]:
    """Return the places of the years that are named: always the last one."""
    return frozenset(range(amount - 1, -1, -every(step, wide)))


def absences(states: Sequence[str | None]) -> Iterator[tuple[float, str]]:
    """Give the word of each absence with its place; those still to come share one, in the middle.

    `states` has the state of each year without a figure, and None for one that has it.
    """
    for state, places in groupby(range(len(states)), lambda place: states[place]):
        found = list(places)
        if state == PENDING:
            yield (found[0] + found[-1]) / 2, t(f"states_short.{state}")
        elif state is not None:
            yield from ((place, t(f"states_short.{state}")) for place in found)
