"""The ramps of the plan 2017-2021: one promise over its three periods, and when it is drawn."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from data.model import Meta2017, SerieMeta
from data.model.plans import Period
from data.query.code_order import rank

PERIODS: tuple[str, ...] = get_args(Period)


@dataclass(frozen=True, slots=True)
class Ramp:
    """One series of targets in the order of the periods."""

    series: str
    targets: tuple[Meta2017, ...]

    @property
    def numeric(self) -> bool:
        """Say whether every target fixes a quantity."""
        return all(target.cantidad is not None for target in self.targets)

    @property
    def drawn(self) -> bool:
        """Say whether it is a ramp: two or more targets, all numeric, all of one unit."""
        units = {target.unidad for target in self.targets}
        return len(self.targets) > 1 and self.numeric and len(units) == 1

    @property
    def obstacle(self) -> str:
        """Say why it is not drawn: `single`, `wordy` or `unit`; empty if it is."""
        if self.drawn:
            return ""
        if len(self.targets) == 1:
            return "single"
        return "unit" if self.numeric else "wordy"

    def at(self, period: str) -> Meta2017 | None:
        """Return the target of a period, if the plan sets one."""
        return next((target for target in self.targets if target.periodo == period), None)


def ramps(targets: Iterable[Meta2017], places: Iterable[SerieMeta]) -> dict[str, list[Ramp]]:
    """Return the series of every action in the order of the plan."""
    known = {target.identity: target for target in targets}
    series: dict[str, list[Meta2017]] = defaultdict(list)
    for place in places:
        series[place.serie].append(known[place.identity])
    found: dict[str, list[Ramp]] = defaultdict(list)
    for name, members in series.items():
        ordered = sorted(members, key=lambda target: rank(PERIODS, target.periodo))
        found[ordered[0].accion].append(Ramp(name, tuple(ordered)))
    return dict(found)
