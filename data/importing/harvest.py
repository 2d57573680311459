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
    reason: str = ""
    copy: str = ""


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
    span: Span | None = None
    """The months of this figure, if they are not those of its unit."""

    @property
    def key(self) -> tuple[str, ...]:
        """Return what tells this figure from the others of its unit, however it is worded."""
        words = figure_key(self.indicador, self.desagregacion, self.categoria, self.territorio)
        return (*words, self.span.start.isoformat() if self.span else "")


def figure_key(indicator: str, kind: str, category: str, territory: str) -> tuple[str, ...]:
    """Return the key of a figure without its months: a place, an article or a category."""
    article, colon, _ = category.partition(":")
    if kind in ("nacional", "departamento", "distrito_fiscal"):
        category = ""
    elif colon and article.startswith("Art. "):
        category = article
    return indicator, kind, territory, category


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
    confidence: Literal["alta", "media"] = "alta"

    @property
    def monthly(self) -> bool:
        """Tell whether its figures have months of their own."""
        return any(figure.span for figure in self.figures)


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
