"""Addresses as people and chat programs write them, sent on to the one that exists.

Where they lead is only ever an address of this list, never what a visitor wrote.
"""

from collections.abc import Iterator
from functools import cached_property
from urllib.parse import quote

from flask import Flask, Response, request
from werkzeug.routing import Rule

from callbacks.http import routes
from callbacks.http.request_state import query
from components.charts.registry import CHARTS
from components.compliance_report.html_writer import addresses as documents
from components.pages import PAGES
from data.model import TABLES
from data.query.forgiving import CLOSING, mended, tidy
from data.query.query_string import pairs
from data.store import Store
from data.text_normalisation import plain

_LISTS = {"<chart:chart>": tuple(CHARTS), "<table:name>": tuple(TABLES)}
_LONGEST = 200
# Whoever asks again is told again: what an address means follows from the tables.
_BRIEFLY = "private, max-age=3600"


class Addresses:
    """Every address of a board that a person could have meant."""

    def __init__(self, app: Flask, store: Store) -> None:
        """Look at the routes of a board when it is first asked for one."""
        self._app, self._store = app, store

    def meant(self, path: str) -> str | None:
        """Return the address that a path is another spelling of; None if it is of none."""
        if len(path) > _LONGEST:
            return None
        found = self._known.get(_folded(path))
        return found if found != path else None

    @cached_property
    def _known(self) -> dict[str, str]:
        places = [path for page in PAGES for path in page.addresses(self._store)]
        places += documents(self._store)
        places += [path for rule in self._app.url_map.iter_rules() for path in _filled(rule)]
        return {_folded(place): place for place in places}


def register(server: Flask, store: Store) -> None:
    """Send an address whose filters are only spelled otherwise to the one that it means."""
    addresses = Addresses(server, store)

    @server.before_request
    def spelled() -> Response | None:
        said = query()
        if not said or not routes.kind().public or request.url_rule is None:
            return None
        meant = _mended(said, store)
        if meant == said:
            return None
        return _to(addresses.meant(request.path) or request.path, meant)


def moved(path: str, store: Store) -> Response:
    """Send a visitor to an address of the board, with the filters that were asked for."""
    return _to(path, tidy(pairs(_mended(query(), store)), store.vocabulary))


def _mended(said: str, store: Store) -> str:
    """Return a query as the data that it names would spell it."""
    version = dict(pairs(said)).get("corte", "")
    then = store.at(version) if version in store.vocabulary.corte else store
    return mended(said, then.vocabulary)


def _to(path: str, asked: str) -> Response:
    place = f"{quote(path)}?{asked}" if asked else quote(path)
    return Response(status=301, headers={"Location": place, "Cache-Control": _BRIEFLY})


def _folded(path: str) -> str:
    """Return what the spellings of an address share; the first page is a slash."""
    return plain(path.rstrip(f"{CLOSING}/")) or "/"


def _filled(rule: Rule) -> Iterator[str]:
    """Return the addresses of a route that has no name in it, or one of a list."""
    path = str(rule)
    if not routes.public(rule):
        return
    if not rule.arguments:
        yield path
    for place, names in _LISTS.items():
        if rule.arguments == {place.strip("<>").partition(":")[2]} and place in path:
            yield from (path.replace(place, name) for name in names)
