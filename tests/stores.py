"""The store of the frozen tables: one for all tests of a process, with what it remembers."""

from functools import cache

from data.loader import load
from data.publish.versions import Archive
from data.store import Store


@cache
def frozen_store() -> Store:
    """Return the tables that the tests of code stand on, with the versions that are kept."""
    return load(kept=Archive())
