"""Errors in the format asked for: a page in Spanish, or JSON; never a traceback."""

import json

from dash import html
from flask import Flask, Response, request
from werkzeug.exceptions import HTTPException, InternalServerError

from callbacks.http.forgiving import Addresses, moved
from callbacks.http.refused import Refused, unshown
from callbacks.http.routes import FORM, OTHER, kind
from callbacks.serving import log
from callbacks.serving.responses import send
from components.page_document import brief, document
from components.pages import find
from components.pages.page import Content, Seen
from components.texts import t
from data.store import Store
from data.text_normalisation import legible

# Where a rehearsal asks for the failure itself instead of the page about it.
REHEARSAL = "tablero.ensayo"
_KNOWN = (400, 404, 405, 410, 413, 414, 415, 429, 500, 501)


def register(server: Flask, store: Store) -> None:
    """Answer for every failure."""
    addresses = Addresses(server, store)

    @server.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        if not isinstance(error, HTTPException):
            if REHEARSAL in request.environ:
                raise error
            log.failed("fallo", error, ruta=request.environ.get(FORM, OTHER))
            error = unshown(store) or InternalServerError()
        if error.code == 404 and (place := addresses.meant(request.path)):
            return moved(place, store)
        return _answer(store, error)


def _answer(store: Store, error: HTTPException) -> Response:
    status = error.code or 500
    words = str(status) if status in _KNOWN else "400" if status < 500 else "500"
    said = _said(error, words)
    refused = error if isinstance(error, Refused) else None
    # Who asks for a file and cannot have this one is told what else there is, value by value.
    if kind().told or (refused and kind().policy == "file"):
        message = f"{t(f'errors.{words}.title')}. {said}"
        more = refused.more if refused else {}
        body = {"error": {"codigo": status, "mensaje": message, **more}}
        response = send(
            json.dumps(body, ensure_ascii=False), "application/json", "no-store", status
        )
    else:
        title = t(f"errors.{words}.title")
        # Who is sent away because others wait must not cost what the others wait for.
        busy, way = status == 429, refused.way if refused else ""
        page = brief(title, said) if busy else _page(store, title, said, way)
        response = send(page, "text/html; charset=utf-8", "no-store", status)
    if status == 405 and getattr(error, "valid_methods", None):
        response.headers["Allow"] = ", ".join(sorted(error.valid_methods))  # type: ignore[attr-defined]
    if status == 429:
        response.headers["Retry-After"] = "3"
    return response


def _said(error: HTTPException, words: str) -> str:
    own = legible(error.description or "")
    ours = isinstance(error, Refused) or own.startswith(("No hay", "Falta"))
    return own if ours else t(f"errors.{words}.text")


def _page(store: Store, title: str, said: str, way: str) -> str:
    body: Content = [
        html.Div(
            [
                html.H1(title),
                html.P(said, className="lead"),
                html.P(html.A(t("frozen.live"), href=way)) if way else None,
                html.P(html.A(t("frozen.news_all"), href="/novedades")) if way else None,
                _near(store),
                html.P(html.A(t("errors.home"), href="/")),
            ],
            className="content",
        )
    ]
    footer = t("board.cutoff", year=store.latest, version=store.version)
    return document(Seen(title, said, title, []), body, "", None, footer)


def _near(store: Store) -> html.Div | None:
    found = find(request.path)
    near = found[0].near(store, found[1][:40]) if found else []
    if not near:
        return None
    items = [
        html.Li([html.A(code, href=path, className="code"), " · ", html.A(name, href=path)])
        for path, code, name in near
    ]
    return html.Div([html.P(t("errors.near")), html.Ul(items, className="plain")])
