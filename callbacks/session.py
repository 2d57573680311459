"""/presentar: a script of a session over the live data, as one page of screens."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from dash import Dash
from flask import Response, request

from callbacks.answers import send
from components.card import remarks
from components.session.build import PATH, Session, slides
from components.session.document import document
from components.session.drawings import showable
from data import sessions
from data.filters import Filters, Remark
from data.sessions import DEFAULT, Script
from data.store import Store

_OWN = ("guion", "pantalla")


def register(app: Dash, store: Store) -> None:
    """Read the scripts and serve them."""
    scripts = sessions.load(store.vocabulary, showable(store)) if store.values else {}

    @app.server.get(PATH)
    def presented() -> Response:
        query = request.query_string.decode("utf-8", "replace")
        return send(document(opened(store, scripts, query)), "text/html; charset=utf-8")


def opened(store: Store, scripts: Mapping[str, Script], query: str) -> Session:
    """Return the session of an address; what it cannot use is said, never an error."""
    filters, said = Filters.from_query(query, store.vocabulary)
    said = [remark for remark in said if remark.name not in _OWN]
    asked = parse_qs(query, errors="replace").get("guion", [DEFAULT])[0]
    if asked not in scripts:
        said.append(Remark("unknown-value", "guion", asked))
    script = scripts.get(asked) or scripts.get(DEFAULT) or Script(DEFAULT, DEFAULT, ())
    found = slides(store, script, filters)
    return Session(store, scripts, script, filters, found, remarks(said))
