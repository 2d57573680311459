"""Equal rows of a yearly file: a dimension that is not published, or a file pasted twice."""

from collections import defaultdict
from dataclasses import dataclass, field

from data.importing.file_rows import Table
from data.importing.harvest import Options, Tally
from data.importing.refusal import Refusal
from data.importing.repeats import WATCHED, Repeats

ONCE = "filas repetidas, contadas una sola vez"
_LONG, _SHARE = 200, 4
"""In a file of so many rows, one repeated in so many says that it was pasted twice."""


@dataclass
class Equal:
    """Adds equal rows and tells what the sum would be without; refuses a file pasted twice."""

    table: Table
    options: Options
    seen: Repeats = field(default_factory=Repeats)
    others: Repeats = field(default_factory=Repeats)
    tallies: defaultdict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    example: Refusal | None = None

    def own(self, line: int, cells: list[str], kind: str, number: int) -> str:
        """Return the reason to leave a row out, if it is equal to another and must be."""
        if (before := self.seen.first(line, cells)) is None:
            return ""
        self.tallies[kind].add(number)
        self._keep(line, cells, before)
        return ONCE if self.options.repeats == "una-vez" else ""

    def other(self, line: int, cells: list[str]) -> None:
        """Take note of a row that does not count."""
        if (before := self.others.first(line, cells)) is not None:
            self._keep(line, cells, before)

    def judge(self, rows: int) -> None:
        """Raise Refusal if so many rows are repeated that the file must be there twice."""
        repeated = self.seen.count + self.others.count
        many = rows >= _LONG and repeated * _SHARE >= rows
        if self.example and many and self.options.repeats == "rechazar":
            raise self.example

    def told(self, kind: str, total: int, name: str = " de trata") -> str:
        """Say how many equal rows were added, with both totals; empty if there were none."""
        tally = self.tallies[kind]
        if not tally.rows:
            return ""
        rows = f"{tally.rows:,} filas iguales{name}" if tally.rows > 1 else f"1 fila igual{name}"
        verb = "sumaron" if tally.rows > 1 else "sumó"
        if self.options.repeats == "una-vez":
            both = f"con ellas serían {total + tally.amount:,} y no {total:,}"
            return f"{rows} no se {verb}; {both}"
        both = f"sin ellas serían {total - tally.amount:,} y no {total:,}"
        return f"{rows} se {verb}; {both}"

    def remarks(self) -> list[str]:
        """Return what else there is to say of equal rows."""
        said = []
        if self.others.count:
            said.append(
                f"{self.others.count:,} filas repetidas de otros delitos: no cambian la trata"
            )
        if self.others.full:
            said.append(f"se buscaron filas repetidas entre las primeras {WATCHED:,}")
        return said

    def _keep(self, line: int, cells: list[str], before: int) -> None:
        reason = (
            f"la fila repite entera la línea {before}, y con ella la cuarta parte del archivo o "
            "más: parece pegado dos veces"
        )
        remedy = (
            "descárguelo de nuevo; si de verdad son datos, --repetidas contar; si no, "
            "--repetidas una-vez"
        )
        refused = self.table.refusal(line, "fila", ",".join(cells), reason, remedy)
        self.example = self.example or refused
