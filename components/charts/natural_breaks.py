"""Classes that part what differs: natural breaks with round limits.

The figures are counts, and two counts differ as much as their square roots do (the root makes the
spread of a count the same whatever its size). So the classes are those of least spread of the
roots within them (Fisher and Jenks): half as many as there are different figures, at most five;
each limit is the roundest number between two classes. Quantiles would put 1,949 with 102, and
equal steps 102 with 4.
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import accumulate

MOST = 5
_LARGEST = 7


def limits(values: Sequence[Decimal], least: Decimal) -> tuple[Decimal, ...]:
    """Return the round limits between the classes of some figures; a class begins at its limit.

    `least` is the smallest step that a limit can have.
    """
    return _limits(tuple(sorted(Counter(values).items())), least)


# The same figures are asked for by each view of a map.
@lru_cache(64)
def _limits(counted: tuple[tuple[Decimal, int], ...], least: Decimal) -> tuple[Decimal, ...]:
    known = [value for value, _ in counted]
    starts = _starts(counted) if known else []
    return tuple(_roundest(known[at - 1], known[at], least) for at in starts)


def _starts(counted: Sequence[tuple[Decimal, int]]) -> list[int]:
    """Return where every class but the first begins."""
    spread = _Spread(counted)
    amount = len(counted)
    best = [[spread.of(0, end) for end in range(amount + 1)]]
    cuts: list[list[int]] = []
    while len(best) < min(MOST, (amount + 1) // 2):
        before = best[-1]
        cut = [_last(before, end, spread) for end in range(amount + 1)]
        best.append([before[at] + spread.of(at, end) for end, at in enumerate(cut)])
        cuts.append(cut)
    found: list[int] = []
    end = amount
    for cut in reversed(cuts):
        end = cut[end]
        found.insert(0, end)
    return found


def _last(before: list[float], end: int, spread: "_Spread") -> int:
    """Return where the last class of the first figures begins, given the best of the others."""
    return min(range(end), key=lambda at: before[at] + spread.of(at, end), default=0)


class _Spread:
    """How far the roots of figures next to each other lie from their mean."""

    def __init__(self, counted: Sequence[tuple[Decimal, int]]) -> None:
        roots = [(float(value) ** 0.5, amount) for value, amount in counted]
        self._amounts = [0, *accumulate(amount for _, amount in roots)]
        self._sums = [0.0, *accumulate(root * amount for root, amount in roots)]
        self._squares = [0.0, *accumulate(root * root * amount for root, amount in roots)]

    def of(self, start: int, end: int) -> float:
        amount = self._amounts[end] - self._amounts[start]
        total = self._sums[end] - self._sums[start]
        squares = self._squares[end] - self._squares[start]
        return max(squares - total * total / amount, 0) if amount else 0


def _roundest(below: Decimal, above: Decimal, least: Decimal) -> Decimal:
    """Return the roundest number over one figure and not over the next."""
    steps = (least * 10**power * part for power in range(_LARGEST, -1, -1) for part in (5, 2, 1))
    over = (step * (below // step + 1) for step in steps)
    found = next((limit for limit in over if limit <= above), above)
    return found.quantize(Decimal(1)) if found == int(found) else found
