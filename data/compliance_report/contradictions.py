"""The published report of a year as it was read: its matrix, and its contradictions."""

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from data.compliance_report.free_text import FOLDER

IMPOSSIBLE, DECIDED = "imposible", "decidida"


@dataclass(frozen=True, slots=True)
class Held:
    """One contradiction: impossible here by a lock, or decided; where ours stands, what it does."""

    id: str
    treatment: Literal["imposible", "decidida"]
    lock: str
    block: str
    does: str


@cache
def held(year: int) -> tuple[Held, ...]:
    """Return what is done with each contradiction of the published report of a year."""
    file = files("data") / FOLDER / f"contradicciones_{year}.csv"
    if not file.is_file():
        return ()
    rows = csv.DictReader(file.read_text("utf-8").splitlines())
    return tuple(
        Held(
            row["id"],
            "imposible" if row["trato"] == IMPOSSIBLE else "decidida",
            row["candado"],
            row["bloque"],
            row["que_hace"],
        )
        for row in rows
    )


@cache
def matrix(year: int) -> dict[str, tuple[str, ...]]:
    """Return the figures of the published matrix of a year, as they are printed, by indicator.

    They were read from the scanned document and not from the tables.
    """
    file = files("data") / FOLDER / f"matriz_{year}.csv"
    if not file.is_file():
        return {}
    rows = list(csv.reader(file.read_text("utf-8").splitlines()))[1:]
    return {code: tuple(figures) for code, *figures in rows}
