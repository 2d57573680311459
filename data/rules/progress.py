"""The rules of calculation of the report (contract, section 4), and nothing else."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from data.codes import Light

AMBER_FROM = Decimal(75)
GREEN_FROM = Decimal(95)
FULL = Decimal(100)
_OVERSHOOT = Decimal(200)
_LEAP = Decimal(10)
_TENTH = Decimal("0.1")


def quotient(obtained: Decimal | None, target: Decimal | None) -> Decimal | None:
    """Return obtained ÷ target × 100, exact; None where it cannot be computed."""
    if obtained is None or not target:
        return None
    return obtained / target * FULL


def one_decimal(number: Decimal | None) -> Decimal | None:
    """Round half up to one decimal, as a reader would by hand."""
    return None if number is None else number.quantize(_TENTH, ROUND_HALF_UP)


def advance(obtained: Decimal | None, target: Decimal | None) -> Decimal | None:
    """Return the *avance tipo 1* in percent with one decimal, not capped."""
    return one_decimal(quotient(obtained, target))


def light(percent: Decimal | None) -> Light:
    """Return the band of an advance: [0, 75) rojo, [75, 95) ambar, 95 or more verde."""
    if percent is None:
        return "sin-dato"
    if percent < AMBER_FROM:
        return "rojo"
    return "ambar" if percent < GREEN_FROM else "verde"


def capped_mean(percents: Iterable[Decimal | None]) -> Decimal | None:
    """Return the mean of the advances, each capped at 100; None if any is absent."""
    known = list(percents)
    if not known or any(percent is None for percent in known):
        return None
    capped = [min(percent, FULL) for percent in known if percent is not None]
    return sum(capped, Decimal()) / len(capped)


def reproduces(published: Decimal, computed: Decimal) -> bool:
    """Say whether a computed value rounds (half up) to the published one, as it is printed."""
    printed = Decimal(1).scaleb(int(published.as_tuple().exponent))
    return computed.quantize(printed, ROUND_HALF_UP) == published


@dataclass(frozen=True, slots=True)
class Point:
    """One year of an indicator, as the warnings need it."""

    year: int
    target: Decimal | None
    obtained: Decimal | None
    percent: Decimal | None


def warnings(points: Sequence[Point], base: Decimal | None, whole: bool) -> dict[int, list[str]]:
    """Return the warnings of each year; `whole`: the indicator is a part of a whole, in %."""
    ordered = sorted(points, key=lambda point: point.year)
    return {
        point.year: [
            name
            for name, holds in (
                ("meta-decreciente", _falls(point, ordered[:index])),
                ("meta-bajo-base", _below(point.target, base)),
                ("porcentaje-imposible", whole and _below(FULL, point.obtained)),
                ("salto", index > 0 and _leaps(ordered[index - 1].obtained, point.obtained)),
                ("sobrecumplimiento", point.percent is not None and point.percent >= _OVERSHOOT),
            )
            if holds
        ]
        for index, point in enumerate(ordered)
    }


def _below(low: Decimal | None, high: Decimal | None) -> bool:
    return low is not None and high is not None and low < high


def _falls(point: Point, earlier: Sequence[Point]) -> bool:
    return any(_below(point.target, before.target) for before in earlier)


def _leaps(before: Decimal | None, now: Decimal | None) -> bool:
    if not before or now is None:
        return False
    return now >= before * _LEAP or now <= before / _LEAP
