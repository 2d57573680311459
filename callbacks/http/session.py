"""/presentar: a script of a session over the live data, as one page of screens."""

from collections.abc import Mapping
from urllib.parse import parse_qs

from flask import Flask, Response, request

from callbacks.http.public_origin import origin
from callbacks.http.request_state import read
from callbacks.http.routes import PAGE, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import send
from components.figure_card import remarks
from components.session.drawings import showable
from components.session.record import record
from components.session.session_document import document
from components.session.slides import PATH, Session, slides
from data import session_scripts
from data.query.filters import Filters, Remark
from data.session_scripts import DEFAULT, Script
from data.store import Store

RECORD = "acta"
_OWN = ("guion", "pantalla", "vista")


def register(server: Flask, store: Store) -> None:
    """Read the scripts and serve them."""
    scripts = session_scripts.load(store.vocabulary, showable(store)) if store.values else {}

    routes = Routes("session", PAGE)

    @routes.get(PATH)
    def presented() -> Response:
        query = request.query_string.decode("utf-8", "replace")
        return kept(_query(store, scripts, query), lambda: _written(store, scripts, query))

    server.register_blueprint(routes)


def _written(store: Store, scripts: Mapping[str, Script], query: str) -> Response:
    session = opened(store, scripts, query)
    asked = _asked(query, "vista")
    text = record(session, origin()) if asked == RECORD else document(session)
    return send(text, "text/html; charset=utf-8")


def _query(store: Store, scripts: Mapping[str, Script], query: str) -> str | None:
    """Return the shortest query of a session, or None where something of it is not used."""
    _, script, filters, said = _read(store, scripts, query)
    own = "" if script.name == DEFAULT else f"guion={script.name}"
    view = f"vista={RECORD}" if _asked(query, "vista") == RECORD else ""
    return None if said else "&".join(filter(None, (own, filters.to_query(), view)))


def opened(store: Store, scripts: Mapping[str, Script], query: str) -> Session:
    """Return the session of an address; what it cannot use is said, never an error."""
    store, script, filters, said = _read(store, scripts, query)
    found = slides(store, script, filters)
    return Session(store, scripts, script, filters, found, remarks(said))


def _read(
    store: Store, scripts: Mapping[str, Script], query: str
) -> tuple[Store, Script, Filters, list[Remark]]:
    store, filters, said = read(store, query)
    said = [remark for remark in said if remark.name not in _OWN]
    asked = _asked(query, "guion") or DEFAULT
    if asked not in scripts:
        said.append(Remark("unknown-value", "guion", asked))
    if (view := _asked(query, "vista")) not in ("", RECORD):
        said.append(Remark("unknown-value", "vista", view))
    script = scripts.get(asked) or scripts.get(DEFAULT) or Script(DEFAULT, DEFAULT, ())
    return store, script, filters, said


def _asked(query: str, name: str) -> str:
    return parse_qs(query, errors="replace").get(name, [""])[0]
