"""/presentar: a script of a session over the live data, as one page of screens."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from dash import Dash
from flask import Response, request

from callbacks.http.public_origin import origin
from callbacks.http.request_state import read
from callbacks.serving.responses import send
from components.remarks import remarks
from components.session.drawings import showable
from components.session.record import record
from components.session.session_document import document
from components.session.slides import PATH, Session, slides
from data import session_scripts
from data.query.filters import Remark
from data.session_scripts import DEFAULT, Script
from data.store import Store

RECORD = "acta"
_OWN = ("guion", "pantalla", "vista")


def register(app: Dash, store: Store) -> None:
    """Read the scripts and serve them."""
    scripts = session_scripts.load(store.vocabulary, showable(store)) if store.values else {}

    @app.server.get(PATH)
    def presented() -> Response:
        query = request.query_string.decode("utf-8", "replace")
        session = opened(store, scripts, query)
        written = (
            record(session, origin()) if _asked(query, "vista") == RECORD else document(session)
        )
        return send(written, "text/html; charset=utf-8")


def opened(store: Store, scripts: Mapping[str, Script], query: str) -> Session:
    """Return the session of an address; what it cannot use is said, never an error."""
    store, filters, said = read(store, query)
    said = [remark for remark in said if remark.name not in _OWN]
    asked = _asked(query, "guion") or DEFAULT
    if asked not in scripts:
        said.append(Remark("unknown-value", "guion", asked))
    if (view := _asked(query, "vista")) not in ("", RECORD):
        said.append(Remark("unknown-value", "vista", view))
    script = scripts.get(asked) or scripts.get(DEFAULT) or Script(DEFAULT, DEFAULT, ())
    found = slides(store, script, filters)
    return Session(store, scripts, script, filters, found, remarks(said))


def _asked(query: str, name: str) -> str:
    return parse_qs(query, errors="replace").get(name, [""])[0]
