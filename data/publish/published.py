"""What a version of the data publishes of its tables: with the columns of its own time."""

from collections.abc import Iterable
from typing import Any

import pandas as pd

from data.model import TABLES
from data.publish import datapackage, provenance
from data.publish.kept_version import KeptVersion
from data.query.filters import Filters
from data.store import Store

_OWN_COLUMNS = ("name", "type", "description")


def names(store: Store) -> Iterable[str]:
    """Return the names of the tables, in the order in which they are published."""
    return store.names if isinstance(store, KeptVersion) else TABLES


def called(store: Store, name: str) -> str:
    """Return how a table is called in some data; '' if they have none."""
    if isinstance(store, KeptVersion):
        return store.called(name)
    return name if name in TABLES else ""


def frame(store: Store, name: str, filters: Filters) -> pd.DataFrame:
    """Return the rows of a table under the filters."""
    if isinstance(store, KeptVersion):
        return store.own(name, filters)
    return store.select(name, filters)


def to_csv(store: Store, name: str, filters: Filters) -> bytes:
    """Return a table as CSV; whole, a kept one is the very file that was kept."""
    if isinstance(store, KeptVersion):
        return store.csv(name, filters)
    return datapackage.to_csv(store.select(name, filters)).encode()


def size(store: Store, name: str) -> int:
    """Return how many rows a table has."""
    return store.size(name) if isinstance(store, KeptVersion) else len(store.tables[name])


def described(store: Store) -> dict[str, Any]:
    """Return the description of all tables as a Data Package."""
    if isinstance(store, KeptVersion):
        return store.described | {"version": store.version, "temporal": str(store.latest)}
    return datapackage.datapackage(TABLES, store.version, store.latest, provenance.BOARD)


def resource(store: Store, name: str) -> dict[str, Any]:
    """Return the description of one table."""
    if isinstance(store, KeptVersion):
        return store.resource(name)
    return datapackage.of_table(name)


def columns(resource: dict[str, Any]) -> Iterable[list[str]]:
    """Give each column of a description: name, type, meaning."""
    for field in resource["schema"]["fields"]:
        yield [field[key] for key in _OWN_COLUMNS]
