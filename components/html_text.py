"""A text written as HTML: what a browser would part and nobody says in two breaths stays whole."""

import re
from html import escape

# What holds text alone, where no element can stand.
BARE = frozenset({"option", "title", "textarea"})
_YEARS = re.compile(r"(?<![\w-])((?:19|20)\d\d ?[-–] ?(?:19|20)\d\d)(?![\w-])")


def text(said: str) -> str:
    """Return a text as HTML; a range of years stays on one line, found and copied as it is."""
    parts = _YEARS.split(said)
    if len(parts) == 1:
        return bare(said)
    return "".join([f'<span class="nb">{part}</span>' if place % 2 else bare(part)
                    for place, part in enumerate(parts)])  # fmt: skip


def bare(said: str) -> str:
    """Return a text as HTML where no element can stand."""
    return escape(said, quote=False)
