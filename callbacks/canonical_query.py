"""The query under which the answer to an address is kept."""

from callbacks.http.request_state import asked_of_file, read
from data.store import Store


def canonical(store: Store, query: str) -> str | None:
    """Return the query under which an answer is kept; None if it says what it did not use."""
    _, filters, said = read(store, query)
    return None if said else filters.to_query()


def canonical_of_file(store: Store, query: str) -> str:
    """Return the query under which a file is kept; a value that no file takes is refused."""
    return asked_of_file(store, query)[1].to_query()
