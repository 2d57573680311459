"""What was counted of a police base, and which of its parts add up to its complaints."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from data.importing.dates import Span
from data.importing.police_dimensions import DIMENSIONS
from geo import places

Place = tuple[int, int, str]
"""A year, a month and the code of a department."""


@dataclass
class Counts:
    """Complaints by month and department, as the base totals them and as their purposes add up."""

    totals: Counter[Place] = field(default_factory=Counter)
    purposes: Counter[Place] = field(default_factory=Counter)
    parts: Counter[tuple[int, str, str]] = field(default_factory=Counter)
    blank: Counter[tuple[int, str]] = field(default_factory=Counter)
    codes: dict[str, str] = field(default_factory=dict)

    @property
    def years(self) -> list[int]:
        """Return the years with complaints."""
        return sorted({year for year, _, _ in [*self.totals, *self.purposes]})

    @property
    def national(self) -> bool:
        """Tell a base of the country from an extract: every department is in it some year."""
        seen = {code for _, _, code in [*self.totals, *self.purposes]}
        return seen == set(places.places("departamentos"))

    def complaints(self, year: int) -> dict[tuple[int, str], int]:
        """Return the complaints of a year by month and department: F1_TOTAL, or its purposes."""
        held = self.totals if any(at == year for at, _, _ in self.totals) else self.purposes
        return {(month, code): n for (at, month, code), n in held.items() if at == year}

    def by_department(self, year: int) -> dict[str, int]:
        """Return the complaints of a year by department; one without rows is not there."""
        found: defaultdict[str, int] = defaultdict(int)
        for (_, code), number in self.complaints(year).items():
            found[code] += number
        return dict(found)

    def span(self, year: int) -> tuple[Span, bool]:
        """Return the months of a year, and whether each month can be told from the others.

        A year that is over and stands whole in January was put there all together.
        """
        months = {month for month, _ in self.complaints(year)}
        if months == {1} and (year < max(self.years) or year < date.today().year):
            return Span(year, 1, 12), False
        return Span(year, min(months), max(months)), True

    def closed(self, year: int) -> dict[str, dict[str, int]]:
        """Return the dimensions whose parts add up to the complaints of a year."""
        whole = sum(self.complaints(year).values())
        found = {name: self._parts(year, name) for name in DIMENSIONS}
        return {name: held for name, held in found.items()
                if held and not self.blank[year, name] and sum(held.values()) == whole}  # fmt: skip

    def open(self, year: int) -> list[str]:
        """Say which dimensions of a year are not used, and what they add up to."""
        closed = self.closed(year)
        return [
            f"{name} ({self._why(year, name)})"
            for name in DIMENSIONS
            if name not in closed and self._parts(year, name)
        ]

    def disagreeing(self) -> list[tuple[int, str]]:
        """Return the years and departments whose purposes do not add up to F1_TOTAL."""
        gaps: Counter[tuple[int, str]] = Counter()
        for (year, month, code), number in self.totals.items():
            gaps[year, code] += abs(number - self.purposes[year, month, code])
        return sorted(key for key, gap in gaps.items() if gap) if self.purposes else []

    def _parts(self, year: int, name: str) -> dict[str, int]:
        return {
            label: n for (at, held, label), n in self.parts.items() if (at, held) == (year, name)
        }

    def _why(self, year: int, name: str) -> str:
        if self.blank[year, name]:
            return f"{self.blank[year, name]:,} celdas vacías"
        return f"{sum(self._parts(year, name).values()):,}"


def remarks(counts: Counts) -> list[str]:
    """Return what the operator should know: years without months, what does not add up."""
    said = []
    for year in counts.years:
        if not counts.span(year)[1]:
            said.append(f"{year}: todas las filas son de enero; se toma el año entero, sin meses")
        if left := ", ".join(counts.open(year)):
            whole = sum(counts.complaints(year).values())
            said.append(f"{year}: no suman las {whole:,} denuncias y no se usan: {left}")
    if apart := counts.disagreeing():
        year, code = apart[0]
        said.append(
            f"en {len(apart)} departamentos y años las finalidades no suman F1_TOTAL; el "
            f"primero: {code}, {year}"
        )
    return said
