"""Where each figure of the documents went: a table that cites its document, or the left-outs."""

import csv
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from tests.left_outs.scan import numbers, words

FILE = Path(__file__).with_name("figures.csv")
HEADER = ("documento", "parte", "cifra", "lugar")
# The keys of the sources of each document begin so; the longest that fits is meant.
_KEYS = {
    "reporte-2024": "reporte-2024", "matriz-2007": "plan-2007-2013", "plan-2017": "plan-2017-2021",
    "plan-2017-ciudadana": "plan-2017-2021-ciudadana",
    "plan-2017-resumen": "plan-2017-2021-resumen",
}  # fmt: skip
_TITLES = {
    "Reporte de Cumplimiento 2024": "reporte-2024", "Matriz 2007-2013": "plan-2007-2013",
    "versión ciudadana": "plan-2017-2021-ciudadana", "(resumen)": "plan-2017-2021-resumen",
    "Plan Nacional": "plan-2017-2021",
}  # fmt: skip
_MATRIX = frozenset(
    {
        "metas_2017_2021",
        "acciones_2017_2021",
        "ivo_2017_2021",
        "objetivos",
        "objetivos_apartado_6_2",
    }
)


class Row(NamedTuple):
    """What a row of a table says of a document: its numbers and its words."""

    table: str
    numbers: frozenset[str]
    words: frozenset[str]


def read(file: Path) -> list[dict[str, str]]:
    """Return the rows of a CSV file."""
    with file.open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def document(key: str) -> str:
    """Return the document of a source; '' if it is none of the five."""
    fits = [start for start in _KEYS if key == start or key.startswith(f"{start}-")]
    return _KEYS[max(fits, key=len)] if fits else ""


def cited(folder: Path) -> dict[str, list[Row]]:
    """Return, by document, what the rows of the tables that cite it say."""
    found: dict[str, list[Row]] = defaultdict(list)
    for file in sorted(folder.glob("*.csv")):
        for row in read(file):
            for owner, text in _said(file.stem, row):
                found[owner].append(Row(file.stem, frozenset(numbers(text)), words(text)))
    return found


def _said(table: str, row: dict[str, str]) -> list[tuple[str, str]]:
    if table == "discrepancias":
        sides = [(row[f"donde_{side}"], row[f"dice_{side}"]) for side in "ab"]
        return [
            (next((doc for title, doc in _TITLES.items() if title in place), ""), said)
            for place, said in sides
        ]
    text = " ".join(cell for column, cell in row.items() if column != "fuente")
    return [(document(row["fuente"]), text)] if row.get("fuente") and table != "fuentes" else []


def fits(part: str, table: str) -> bool:
    """Say whether a table holds figures of such a part: the matrix of the plan is chapter 6."""
    return table not in _MATRIX or not part.startswith("capítulo") or part.startswith("capítulo 6")


def left_out(folder: Path) -> dict[tuple[str, str], set[str]]:
    """Return the numbers that the left-outs name, by document and place."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in read(folder / "omitidos.csv"):
        found[row["documento"], row["lugar"]] |= numbers(row["que"])
    return found


def missing(folder: Path) -> list[str]:
    """Return the figures that are neither in a table of their document nor left out."""
    tables, left = cited(folder), left_out(folder)
    wrong = []
    for row in read(FILE):
        owner, part, figure, place = (row[column] for column in HEADER)
        kept = figure in left[owner, place] if place else any(
            figure in said.numbers for said in tables[owner] if fits(part, said.table)
        )  # fmt: skip
        if not kept:
            wrong.append(f"{owner}, {place or part}: {figure}")
    return wrong
