"""List the figures of the documents: `python -m tests.left_outs.build FOLDER`.

FOLDER holds the text of each of the five documents as a .txt file of any name. A figure that no
row says in like words is looked for among the left-outs; one that is nowhere is printed.
"""

import csv
import re
import sys
from collections import Counter
from pathlib import Path

from tests.left_outs import check
from tests.left_outs.check import Row
from tests.left_outs.scan import Found, figures, numbers, words
from tests.quotes.build import read
from tests.quotes.parts import cut

TABLES = Path(__file__).parents[2] / "data" / "tables"
_ALIKE = 2
_TOKEN = re.compile(r"\d+(?:\.\d+)*|[a-záéíóú]{4,}")
# Lists of pages, and notes that only name a publication: one note gives figures of its own.
_NAMES = re.compile(r"^(índice|contenido|notas|nota (?!179$)\d+)$")


def where(found: Found, part: str, rows: list[Row], left: list[dict[str, str]]) -> str | None:
    """Return '' if a row holds a figure, the place of the left-outs that name it, or None.

    A row in like words comes first, and any row for a bare cell; then a left-out of the part; then
    a row where the figure is rare or has no words beside it.
    """
    holds = [r for r in rows if found.figure in r.numbers and check.fits(part, r.table)]
    if holds and (not found.near or max(len(found.near & r.words) for r in holds) >= _ALIKE):
        return ""
    named, alike = place(found, part, left)
    if named and alike >= _ALIKE:
        return named
    rare = len(found.figure) > len("99") and found.figure != "100"
    return "" if any(rare or len(row.words) <= _ALIKE for row in holds) else named


def place(found: Found, part: str, left: list[dict[str, str]]) -> tuple[str | None, int]:
    """Return the place of the left-outs that name the figure, and how near to the part it is."""
    here = set(_TOKEN.findall(part.lower()))
    best: tuple[str | None, int] = (None, 0)
    for row in left:
        if found.figure in numbers(row["que"]):
            there = set(_TOKEN.findall(row["lugar"].lower()))
            alike = 2 * len(here & there) + len(found.near & words(row["que"]))
            best = max(best, (row["lugar"], alike), key=lambda each: each[1])
    return best


def main(folder: Path) -> None:
    """Write the list; print the counts and what is nowhere."""
    tables, lines, counts = check.cited(TABLES), set(), Counter[tuple[str, str]]()
    omitted = check.read(TABLES / "omitidos.csv")
    for owner, text in read(folder).items():
        left = [row for row in omitted if row["documento"] == owner]
        for chunk in cut(owner, text):
            part = chunk.parts[0].name
            own = chunk.text.removeprefix(part.removeprefix("nota "))
            for found in figures(own) if not _NAMES.search(part) else ():
                stands = where(found, part, tables[owner], left)
                kind = "nowhere" if stands is None else "left out" if stands else "in a table"
                counts[owner, kind] += 1
                if stands is None:
                    print(f"{owner}, {part}: {found.figure}: {' '.join(chunk.text.split())[:160]}")
                else:
                    lines.add((owner, _top(part), found.figure, stands))
    with check.FILE.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([check.HEADER, *sorted(lines)])
    for (owner, kind), amount in sorted(counts.items()):
        print(f"{owner}: {amount} {kind}")


def _top(part: str) -> str:
    """Return the chapter of a part, which says which tables may hold its figures."""
    return part.split(",")[0]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    main(Path(sys.argv[1]))
