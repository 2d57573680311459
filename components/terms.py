"""The terms of the glossary in the words of a page: the first use of each leads to its meaning."""

import re
from html import escape
from itertools import groupby

from components import html_text
from data.model import Termino
from data.store import Store

# What the whole board is about needs no explanation at each of its uses.
_EVERYWHERE = ("trata de personas",)


class Terms:
    """The terms of one page, each marked where it is read first."""

    PATH = "/glosario"

    def __init__(self, store: Store, version: str = "") -> None:
        """Mark the terms of some data; `version` is that of a frozen page, which is not left."""
        self._known, self._form = _terms(store)
        self._query = f"?corte={version}" if version else ""
        self._used: set[str] = set()

    def words(self, text: str) -> str:
        """Return a text as HTML, with the terms that no text before it used as links."""
        if self._form is None or len(self._used) == len(self._known):
            return html_text.text(text)
        written, last = [], 0
        for found in self._form.finditer(text):
            row = self._known[found.lastindex or 0]
            if row.termino in self._used:
                continue
            self._used.add(row.termino)
            written += [html_text.text(text[last : found.start()]), self._link(row, found[0])]
            last = found.end()
        return "".join([*written, html_text.text(text[last:])])

    def _link(self, row: Termino, said: str) -> str:
        meaning = f"{row.expansion}. {row.definicion}" if row.expansion else row.definicion
        place = f"{self.PATH}{self._query}#{row.anchor}"
        return f'<a class="term" href="{place}" title="{escape(meaning)}">{escape(said)}</a>'


def _terms(store: Store) -> tuple[dict[int, Termino], re.Pattern[str] | None]:
    return store.remember("terms", lambda: _made(store))


def _made(store: Store) -> tuple[dict[int, Termino], re.Pattern[str] | None]:
    """Return the terms by their place in the form that finds them, and the form."""
    rows = [
        row for row in store.rows(Termino)
        if row.termino.strip() not in ("", *_EVERYWHERE) and (row.expansion or " " in row.termino)
    ]  # fmt: skip
    if not rows:
        return {}, None
    # By their first letter, which is looked at once for all of them; the longest first: «CMNP
    # TP-TIM» before what it begins with.
    rows.sort(key=lambda row: (_initial(row), -len(row.termino)))
    form = "|".join(
        f"(?=(?i:{re.escape(letter)}))(?:{'|'.join(f'({_form(row)})' for row in some)})"
        for letter, some in groupby(rows, _initial)
    )
    return dict(enumerate(rows, 1)), re.compile(rf"(?<![\w.-])(?:{form})(?!\w|\.\d)")


def _initial(row: Termino) -> str:
    return row.termino.strip()[0].lower()


def _form(row: Termino) -> str:
    """Return how a term is found: an acronym as it is, other words also in the plural."""
    if row.expansion:
        return re.escape(row.termino)
    return " ".join(f"(?i:{re.escape(word)}(?:es|s)?)" for word in row.termino.split())
