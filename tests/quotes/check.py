"""Say where each quote of discrepancias.csv stands: `python -m tests.quotes.check`."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.quotes.build import FILE
from tests.quotes.fingerprints import SIZES, Index, grams, unpack, words
from tests.quotes.parts import Part
from tests.quotes.places import UnknownPlaceError, resolve

TABLE = Path(__file__).parents[2] / "data" / "tables" / "discrepancias.csv"
EXCEPTIONS = Path(__file__).with_name("exceptions.csv")
IN_PART, ELSEWHERE, NOT_FOUND = "in the cited part", "in other parts", "not found"
UNKNOWN, OTHERS, UNQUOTED = "place unknown", "in other publications", "cell without «»"
FAILURES = (ELSEWHERE, NOT_FOUND, UNKNOWN)
_QUOTE = re.compile(r"«([^«»]*)»")
_GAP = re.compile(r"[(\[]?(?:…|\.\.\.)[)\]]?")


class Finding(NamedTuple):
    """What became of a quote, or of a cell that has none, and the parts in which it stands."""

    id: str
    column: str
    place: str
    quote: str
    outcome: str
    parts: tuple[Part, ...] = ()

    def __str__(self) -> str:
        where = "; ".join(map(str, self.parts[:5])) or "no part of the five documents"
        return (
            f"{self.id} {self.column}: «{self.quote}» {self.outcome}; cited: {self.place}; "
            f"found: {where}"
        )


@cache
def index() -> Index:
    """Return the fingerprints of the documents."""
    return unpack(FILE.read_bytes())


def read(path: Path) -> list[dict[str, str]]:
    """Return the rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def pieces(quote: str) -> list[list[str]]:
    """Return the words of the quote, apart on each side of an ellipsis."""
    return [found for piece in _GAP.split(quote) if (found := words(piece))]


def _holders(quote: str) -> list[frozenset[Part]]:
    """Return, for each n-gram of the quote, the parts that have it; n is 4, or fewer if short."""
    held: list[frozenset[Part]] = []
    for piece in pieces(quote):
        size = max(size for size in SIZES if size <= len(piece))
        known = index().grams[size]
        held.extend(known.get(gram, frozenset()) for gram in grams(piece, size))
    return held


def look(quote: str, cited: frozenset[Part]) -> tuple[str, tuple[Part, ...]]:
    """Say whether the cited parts have the quote, and else which parts have the whole of it."""
    held = _holders(quote)
    if held and all(parts & cited for parts in held):
        return IN_PART, ()
    whole = frozenset.intersection(*held) if held else frozenset()
    documents = {part.document for part in cited}
    nearest = sorted(whole, key=lambda part: (part.document not in documents, part))
    return ELSEWHERE if nearest else NOT_FOUND, tuple(nearest)


def _side(row: Mapping[str, str], side: str) -> Iterator[Finding]:
    text, place = row[f"dice_{side}"], row[f"donde_{side}"]
    named = (row["id"], f"dice_{side}", place)
    quotes = _QUOTE.findall(text)
    try:
        cited = resolve(place, index().parts)
    except UnknownPlaceError as error:
        yield Finding(*named, str(error), UNKNOWN)
        return
    if not quotes or not cited:
        yield from (Finding(*named, quote, OTHERS) for quote in quotes if not cited)
        yield from [] if quotes else [Finding(*named, text, UNQUOTED)]
        return
    for quote in quotes:
        outcome, parts = look(quote, cited)
        yield Finding(*named, quote, outcome, parts)


def findings(rows: Iterable[Mapping[str, str]]) -> list[Finding]:
    """Return what became of each quote of the rows."""
    return [
        finding
        for row in rows
        for side in "ab"
        if row[f"dice_{side}"]
        for finding in _side(row, side)
    ]


def failing(found: Iterable[Finding]) -> list[Finding]:
    """Return the quotes that do not stand where they are said to, without the exceptions."""
    known = {(row["id"], row["columna"]) for row in read(EXCEPTIONS)}
    return [
        finding
        for finding in found
        if finding.outcome in FAILURES and (finding.id, finding.column) not in known
    ]


def word_for_word(found: Iterable[Finding]) -> int:
    """Return how many cells without «» are, as they are, in the part of the documents they cite."""
    cells = [finding for finding in found if finding.outcome == UNQUOTED]
    cited = [(cell.quote, resolve(cell.place, index().parts)) for cell in cells]
    return sum(
        all(look(item, parts)[0] == IN_PART for item in text.split("; "))
        for text, parts in cited
        if parts
    )


def main() -> int:
    """Write the quotes that are not in the cited part, and how many there are of each outcome."""
    found = findings(read(TABLE))
    for finding in found:
        if finding.outcome not in (IN_PART, UNQUOTED):
            print(finding)
    for outcome, count in Counter(finding.outcome for finding in found).items():
        print(f"{outcome}: {count}")
    print(f"cells without «» that are in the cited part word for word: {word_for_word(found)}")
    return 1 if failing(found) else 0


if __name__ == "__main__":
    raise SystemExit(main())
