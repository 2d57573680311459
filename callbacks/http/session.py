"""/presentar: a script of a session over the live data, as one page of screens."""

from collections.abc import Mapping

from dash import Dash
from flask import Response

from callbacks.http.public_origin import origin
from callbacks.http.request_state import query, read
from callbacks.serving.responses import send
from components.remarks import remarks
from components.session.drawings import showable
from components.session.record import record
from components.session.session_document import document
from components.session.slides import PATH, Session, slides
from data import session_scripts
from data.query.filters import Remark
from data.query.query_string import split
from data.session_scripts import DEFAULT, Script
from data.store import Store

RECORD = "acta"
_OWN = ("guion", "pantalla", "vista")


def register(app: Dash, store: Store) -> None:
    """Read the scripts and serve them."""
    scripts = session_scripts.load(store.vocabulary, showable(store)) if store.values else {}

    @app.server.get(PATH)
    def presented() -> Response:
        session = opened(store, scripts, query())
        asked = split(query(), _OWN).own.get("vista")
        written = record(session, origin()) if asked == RECORD else document(session)
        return send(written, "text/html; charset=utf-8")


def opened(store: Store, scripts: Mapping[str, Script], asked: str) -> Session:
    """Return the session of an address; what it cannot use is said, never an error."""
    parts = split(asked, _OWN)
    store, filters, said = read(store, parts.rest)
    name = parts.own.get("guion", DEFAULT)
    if name not in scripts:
        said.append(Remark("unknown-value", "guion", name))
    if (view := parts.own.get("vista", RECORD)) != RECORD:
        said.append(Remark("unknown-value", "vista", view))
    script = scripts.get(name) or scripts.get(DEFAULT) or Script(DEFAULT, DEFAULT, ())
    found = slides(store, script, filters)
    return Session(store, scripts, script, filters, found, remarks(said))
