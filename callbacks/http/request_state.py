"""What a visitor asks for: the data of today or of a kept version, and the filters over them."""

from flask import request

from data.query.filters import Filters, Remark
from data.store import Store

Asked = tuple[Store, Filters, list[Remark]]


def asked(store: Store) -> Asked:
    """Read the query string of the request."""
    return read(store, query())


def query() -> str:
    """Return the query string of the request; what is not UTF-8 is replaced."""
    return request.query_string.decode("utf-8", "replace")


def read(store: Store, query: str) -> Asked:
    """Read a query: `corte` says which data, and those data say which values are known."""
    filters, remarks = Filters.from_query(query, store.vocabulary)
    then = store.at(filters.corte)
    if then is store:
        return store, filters, remarks
    return then, *Filters.from_query(query, then.vocabulary)
