"""Say which parts of which document a place of discrepancias.csv means."""

import re
from collections.abc import Collection

from tests.quotes.parts import Part, outlines, qualifiers


class UnknownPlaceError(LookupError):
    """A place that outlines.toml does not know, or a part that the document does not have."""


def _numbers(text: str) -> str:
    """Return «2, 4 a 6 y 9» as a pattern of the numbers that it names."""
    found: list[int] = []
    for item in re.split(r",|\by\b", text):
        ends = [int(number) for number in re.findall(r"\d+", item)]
        found.extend(range(ends[0], ends[-1] + 1) if ends else [])
    return f"(?:{'|'.join(map(str, found))})"


def _document(place: str) -> tuple[str, str] | None:
    """Return the document that a place starts with, and what comes after its title."""
    titles = ((title, code) for code, outline in outlines().items() for title in outline["titles"])
    for title, code in sorted(titles, key=lambda pair: -len(pair[0])):
        if place == title or place.startswith(f"{title}, "):
            return code, place[len(title) :]
    return None


def _pattern(found: re.Match[str], wanted: str) -> str:
    """Return the pattern of the parts, with the groups of the place in it."""
    filled = re.sub(r"#(\d)", lambda mark: _numbers(found[int(mark[1])]), wanted)
    named = re.sub(r"\\([1-9])", lambda mark: re.escape(found[int(mark[1])] or ""), filled)
    return named if named.endswith("$") else f"{named}(, .*)?"


def _matching(document: str, rest: str, parts: Collection[Part]) -> frozenset[Part]:
    """Return the parts of a place, without the words that only say where in them, if need be."""
    own = [part for part in parts if part.document == document]
    for place, wanted in outlines()[document]["places"]:
        if found := re.fullmatch(place, rest):
            pattern = re.compile(_pattern(found, wanted))
            return frozenset(part for part in own if pattern.fullmatch(part.name))
    shorter = re.sub(rf"(,| y) {qualifiers()}$| \([^()]*\)$", "", rest)
    return _matching(document, shorter, parts) if shorter != rest else frozenset()


def resolve(place: str, parts: Collection[Part]) -> frozenset[Part]:
    """Return the parts that the place means; none if it is in other publications."""
    found: set[Part] = set()
    for item in re.split(r"; (?:y )?(?=[A-Z])", place):
        if (cited := _document(item)) is None:
            continue
        document, rest = cited
        whole = frozenset(part for part in parts if part.document == document)
        meant = _matching(document, rest[2:], parts) if rest else whole
        if not meant:
            raise UnknownPlaceError(f"«{item}» is no part of the document that outlines.toml knows")
        found |= meant
    return frozenset(found)
