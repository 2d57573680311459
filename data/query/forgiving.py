"""A query as people and chat programs write it, brought back to the one that was meant."""

import re
from urllib.parse import quote, urlencode

from data.query.accepted_values import Vocabulary
from data.query.filters import NAMES, Filters
from data.query.query_string import SEPARATOR, pairs, too_long
from data.text_normalisation import plain

# What a sentence, a letter or a chat puts after an address without a space between.
CLOSING = ".,;:!?…)]}>\"'»”’*_ \u00a0"
# Whatever a reader writes here is meant as it stands.
_FREE = ("buscar", "q", "url")
# What the options of an embed or a picture look like; a filter knows its own values.
_OPTION = re.compile("[a-z0-9-]+")
Pairs = list[tuple[str, str]]


def mended(query: str, vocabulary: Vocabulary) -> str:
    """Return a query with its values as the vocabulary spells them, in the order of an address.

    One in which nothing was to be mended, or that is too long to be read, comes back as it was.
    """
    said = pairs(query)
    meant = [_pair(name, value, vocabulary) for name, value in _shut(said)]
    return query if said == meant or too_long(query) else tidy(meant, vocabulary)


def tidy(said: Pairs, vocabulary: Vocabulary) -> str:
    """Write pairs as an address does; a value that no filter takes stays, for its remark."""
    own = [pair for pair in said if pair[0] in NAMES]
    others = [pair for pair in said if pair[0] not in NAMES]
    written = urlencode(own, safe=SEPARATOR, quote_via=quote)
    filters, remarks = Filters.from_query(written, vocabulary)
    first = written if remarks else filters.to_query()
    return "&".join(filter(None, (first, urlencode(others, safe=SEPARATOR, quote_via=quote))))


def _shut(said: Pairs) -> Pairs:
    """Return pairs without the marks that close the sentence which an address ends."""
    if not said or said[-1][0] in (*NAMES, *_FREE):
        return said
    name, value = said[-1]
    shut = value.rstrip(CLOSING)
    return [*said[:-1], (name, shut if _OPTION.fullmatch(shut) else value)]


def _pair(name: str, value: str, vocabulary: Vocabulary) -> tuple[str, str]:
    known = name if name in NAMES else name.lower()
    if known not in NAMES or known in _FREE:
        return name if known not in NAMES else known, value
    parts = (_value(known, part, vocabulary) for part in value.split(SEPARATOR))
    return known, SEPARATOR.join(parts)


def _value(name: str, value: str, vocabulary: Vocabulary) -> str:
    if vocabulary.knows(name, value):
        return value
    wanted = plain(value.strip().rstrip(CLOSING))
    return next((one for one in vocabulary.values(name) if plain(one) == wanted), value)
