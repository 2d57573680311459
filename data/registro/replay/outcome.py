"""How each known contradiction of the report meets the checks, and what they hinder wrongly."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from data.registro import sheets
from data.registro.checks import RULES
from data.registro.checks.findings import Check, Finding
from data.registro.checks.parts import complete
from data.registro.entry import Entry, Known
from data.registro.replay.cells import Cells
from data.store import Store

# The report prints the two parts of six indicators only: asking for them would stop the rest.
NOT_REPLAYED: frozenset[Check] = frozenset({complete})
STOPPED = ("bloquea", "calculado")
_WORDS = {"bloquea": "detenida", "calculado": "detenida", "explica": "explicada",
          "anota": "anotada"}  # fmt: skip
Cell = tuple[str, int]
Rules = Mapping[str, Sequence[Check]]


@dataclass(frozen=True, slots=True)
class Met:
    """A contradiction with the cell and the rule that should meet it, and how it did."""

    id: str
    codigo: str
    anio: int
    regla: str
    como: str


@dataclass(frozen=True)
class Outcome:
    """The findings of each cell, and what they mean for the known contradictions."""

    store: Store
    rules: Rules = field(default_factory=lambda: RULES)

    @cached_property
    def findings(self) -> Mapping[Cell, tuple[Finding, ...]]:
        """Return the findings of every cell."""
        return {(known.sheet.codigo, known.anio): self._checked(entry, known)
                for entry, known in Cells(self.store)}  # fmt: skip

    @cached_property
    def met(self) -> tuple[Met, ...]:
        """Return how each row of the list of contradictions was met: '' if it was not."""
        return tuple(
            Met(row["id"], row["codigo"], int(row["anio"]), row["regla"], self._how(row))
            for row in sheets.rows("replay/contradicciones.csv")
        )

    @property
    def unmet(self) -> frozenset[str]:
        """Return the contradictions of which some cell was not met by its rule."""
        return frozenset(one.id for one in self.met if not one.como)

    @property
    def contradictions(self) -> tuple[str, ...]:
        """Return the contradictions that the form should meet, once each."""
        return tuple(dict.fromkeys(one.id for one in self.met))

    @property
    def blocked(self) -> frozenset[Cell]:
        """Return the cells that could not have been sent as they were printed."""
        return frozenset(cell for cell, found in self.findings.items()
                         if any(one.severidad == "bloquea" for one in found))  # fmt: skip

    @property
    def falsely_blocked(self) -> tuple[Cell, ...]:
        """Return the blocked cells that no known contradiction explains by one of its rules."""
        known = {(one.codigo, one.anio, one.regla) for one in self.met}
        return tuple(
            cell for cell in sorted(self.blocked)
            if not any(one.severidad == "bloquea" and (*cell, one.regla) in known
                       for one in self.findings[cell])
        )  # fmt: skip

    def asked(self, severity: str) -> frozenset[Cell]:
        """Return the cells with a finding of a severity."""
        return frozenset(cell for cell, found in self.findings.items()
                         if any(one.severidad == severity for one in found))  # fmt: skip

    def _checked(self, entry: Entry, known: Known) -> tuple[Finding, ...]:
        checks = [check for rule in self.rules.values() for check in rule]
        kept = (check for check in checks if check not in NOT_REPLAYED)
        return tuple(finding for check in kept for finding in check(entry, known))

    def _how(self, row: dict[str, str]) -> str:
        found = [one for one in self.findings[row["codigo"], int(row["anio"])]
                 if one.regla == row["regla"]]  # fmt: skip
        ranked = sorted(_WORDS, key=list(_WORDS).index)
        kinds = {one.severidad for one in found}
        return next((_WORDS[kind] for kind in ranked if kind in kinds), "")
