"""What a file yields: figures by source and period, what was left out, what to compare."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from data.codes import State
from data.importing.dates import Span

NATION = "PE"
Cells = Mapping[str, str]
"""One row of a table of the board, by column."""


@dataclass(frozen=True, slots=True)
class Options:
    """What the operator asks for beside the file."""

    year: int | None = None
    replace: bool = False
    repeats: Literal["rechazar", "contar", "una-vez"] = "rechazar"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number of a territory, or of a category of the whole country; None if absent."""

    indicador: str
    desagregacion: str
    categoria: str
    territorio: str
    valor: int | None
    estado: State
    nota: str = ""

    @property
    def key(self) -> tuple[str, ...]:
        """Return what tells this figure from the others of its unit, however it is worded."""
        return figure_key(self.indicador, self.desagregacion, self.categoria, self.territorio)


def figure_key(indicator: str, kind: str, category: str, territory: str) -> tuple[str, ...]:
    """Return the key of a figure: the territory, and the article before a colon if it has one."""
    article = category.partition(":")[0] if kind == "explotacion" else ""
    return indicator, kind, territory, article


def stated(value: int | None, absent: State = "no-publicado") -> tuple[int | None, State]:
    """Return a value with the state that it has: a figure, a real zero, or an absence."""
    return value, absent if value is None else "cero" if value == 0 else "dato"


@dataclass(frozen=True, slots=True)
class Source:
    """The cited place that the rows of a unit name; a row of `fuentes`."""

    codigo: str
    documento: str
    institucion: str
    anio: str
    localizador: str
    url: str


@dataclass(frozen=True, slots=True)
class Unit:
    """Figures of one source and one span, which come and go together.

    `note` explains the period; `attached` are rows of other tables that speak of these figures
    (table to rows without period and source); `decides` is false for what only goes along.
    """

    source: Source
    span: Span
    figures: tuple[Figure, ...]
    note: str
    cut: date | None = None
    attached: Mapping[str, Cells] = field(default_factory=dict)
    decides: bool = True


@dataclass(slots=True)
class Tally:
    """Rows and the sum of what they count."""

    rows: int = 0
    amount: int = 0

    def add(self, amount: int) -> None:
        """Count one more row."""
        self.rows += 1
        self.amount += amount


@dataclass(slots=True)
class Harvest:
    """All that a reading found; nothing has been written yet."""

    format: str
    rows: int = 0
    used: Tally = field(default_factory=Tally)
    left_out: dict[str, Tally] = field(default_factory=dict)
    units: list[Unit] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def leave(self, reason: str, amount: int) -> None:
        """Count a row that is not used, under the reason why."""
        if reason not in self.left_out:
            self.left_out[reason] = Tally()
        self.left_out[reason].add(amount)
