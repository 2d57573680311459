"""The query of an address as pairs of name and value: the only reader of it, with its limit."""

from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

LONGEST = 8_000
SEPARATOR = "~"


def too_long(query: str) -> bool:
    """Say whether a query is longer than any that is read."""
    return len(query) > LONGEST


def pairs(query: str) -> list[tuple[str, str]]:
    """Return the pairs that have a value, in order; none of a query that is too long."""
    query = query.removeprefix("?")
    return [] if too_long(query) else parse_qsl(query, errors="replace")


@dataclass(frozen=True, slots=True)
class Split:
    """Some names of a query with their first values, and the query without them."""

    own: dict[str, str]
    rest: str


def split(query: str, names: Collection[str]) -> Split:
    """Take some names out of a query; one that is too long stays whole, and says so when read."""
    if too_long(query):
        return Split({}, query)
    found = pairs(query)
    own = {name: value for name, value in reversed(found) if name in names}
    rest = [(name, value) for name, value in found if name not in names]
    return Split(own, urlencode(rest, safe=SEPARATOR))
