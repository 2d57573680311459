"""What a visitor asks for: the data of today or of a kept version, and the filters over them."""

import re
from collections.abc import Mapping

from flask import abort, request

from callbacks.http.refused import check_kept, unusable
from components.texts import lenient
from data.query.filters import Filters, Remark
from data.query.query_string import too_long, unescaped
from data.store import Store

Asked = tuple[Store, Filters, list[Remark]]
# Said of an address, it takes nothing away: every value of it is used.
_USED = ("joined", "cut")


def asked(store: Store) -> Asked:
    """Read the query string of the request."""
    return read(store, query())


def asked_of_file(store: Store, said: str | None = None) -> tuple[Store, Filters]:
    """Read the query of a file, which has no place to say what was ignored: that is refused."""
    then, filters, remarks = read(store, query() if said is None else said)
    for remark in remarks:
        if remark.kind not in _USED:
            raise unusable(then, remark)
    return then, filters


def query() -> str:
    """Return the query string of the request; what is not UTF-8 is replaced."""
    return unescaped(request.query_string.decode("utf-8", "replace"))


def renamed(said: str, names: Mapping[str, str]) -> str:
    """Return a query with the names that an address has for some filters changed to theirs."""
    for own, name in names.items():
        said = re.sub(rf"(?:^|(?<=&)){own}=", f"{name}=", said)
    return said


def read(store: Store, query: str) -> Asked:
    """Read a query: `corte` says which data, and those data say which values are known.

    Data that cannot be had are refused: they are never answered with others.
    """
    if too_long(query) and "corte=" in query:
        abort(414)
    filters, remarks = Filters.from_query(query, store.vocabulary)
    check_kept(store, remarks, filters)
    then = store.at(filters.corte)
    lenient(then is not store)
    if then is store:
        return store, filters, remarks
    return then, *Filters.from_query(query, then.vocabulary)
