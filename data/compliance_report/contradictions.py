"""What the written report does with each contradiction of the published one."""

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
