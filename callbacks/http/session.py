"""/presentar: a script of a session over the live data, as one page of screens."""

from collections.abc import Mapping

from flask import Flask, Response

from callbacks.http.public_origin import origin
from callbacks.http.request_state import query, read
from callbacks.http.routes import PAGE, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import send
from components.remarks import remarks
from components.session.drawings import showable
from components.session.record import record
from components.session.session_document import document
from components.session.slides import PATH, Session, slides
from data import session_loader
from data.query.filters import Filters, Remark
from data.query.query_string import split
from data.session_scripts import DEFAULT, Script
from data.store import Store

RECORD = "acta"
_OWN = ("guion", "pantalla", "vista")


def register(server: Flask, store: Store) -> None:
    """Read the scripts and serve them."""
    scripts = session_loader.load(store.vocabulary, showable(store)) if store.values else {}

    routes = Routes("session", PAGE)

    @routes.get(PATH)
    def presented() -> Response:
        asked = query()
        return kept(_query(store, scripts, asked), lambda: _written(store, scripts, asked))

    server.register_blueprint(routes)


def unused(store: Store, scripts: Mapping[str, Script], asked: str) -> list[Remark]:
    """Return what of the address of a session is not used."""
    return _read(store, scripts, asked)[3]


def _written(store: Store, scripts: Mapping[str, Script], asked: str) -> Response:
    session = opened(store, scripts, asked)
    text = record(session, origin()) if _recorded(asked) else document(session)
    return send(text, "text/html; charset=utf-8")


def _recorded(asked: str) -> bool:
    return split(asked, _OWN).own.get("vista") == RECORD


def _query(store: Store, scripts: Mapping[str, Script], asked: str) -> str | None:
    """Return the shortest query of a session, or None where something of it is not used."""
    _, script, filters, said = _read(store, scripts, asked)
    own = "" if script.name == DEFAULT else f"guion={script.name}"
    view = f"vista={RECORD}" if _recorded(asked) else ""
    return None if said else "&".join(filter(None, (own, filters.to_query(), view)))


def opened(store: Store, scripts: Mapping[str, Script], asked: str) -> Session:
    """Return the session of an address; what it cannot use is said, never an error."""
    store, script, filters, said = _read(store, scripts, asked)
    found = slides(store, script, filters)
    return Session(store, scripts, script, filters, found, remarks(said))


def _read(
    store: Store, scripts: Mapping[str, Script], asked: str
) -> tuple[Store, Script, Filters, list[Remark]]:
    parts = split(asked, _OWN)
    store, filters, said = read(store, parts.rest)
    name = parts.own.get("guion", DEFAULT)
    if name not in scripts:
        said.append(Remark("unknown-value", "guion", name))
    if (view := parts.own.get("vista", RECORD)) != RECORD:
        said.append(Remark("unknown-value", "vista", view))
    script = scripts.get(name) or scripts.get(DEFAULT) or Script(DEFAULT, DEFAULT, ())
    return store, script, filters, said
