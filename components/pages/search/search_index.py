"""The index of everything that a board can find, made once for its data."""

from collections.abc import Iterator, Sequence

from components.pages.page import Page
from components.pages.search import (
    board_entries,
    inside_entries,
    place_entries,
    policy_entries,
)
from data.model import Entidad, Sinonimo, Termino
from data.search.find_entries import Index
from data.store import Store


def index(store: Store, pages: Sequence[Page]) -> Index:
    """Return the index over some data and the pages of the board."""
    return store.remember("search of everything", lambda: _made(store, pages))


def _made(store: Store, pages: Sequence[Page]) -> Index:
    paths = [page.path for page in pages]
    found = [
        *board_entries.entries(store, pages),
        *place_entries.entries(store, paths),
        *policy_entries.entries(store),
    ]
    return Index(found, _same(store), inside_entries.named(store))


def _same(store: Store) -> Iterator[tuple[str, str]]:
    """Give what means the same: the list of synonyms, and each acronym with its name."""
    for row in store.rows(Sinonimo):
        yield row.termino, row.equivale
    for body in store.rows(Entidad):
        yield body.sigla, body.nombre
    for term in store.rows(Termino):
        if term.expansion:
            yield term.termino, term.expansion
