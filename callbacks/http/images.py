"""Every chart as a picture: /imagenes/<grafico>.svg and .png, drawn once and remembered."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from dash import Dash
from flask import Response, abort

from callbacks.http.request_state import query, read
from callbacks.serving.responses import DAY, MINUTE, Body, Shelf, accepted, encode, respond
from components.charts.registry import CHARTS
from components.charts.view import View
from components.images import picture
from components.images.image_options import Options
from components.texts import t
from data.store import Store

_MEMORY = 16 * 1024 * 1024
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}
_PLACES = 8


class Line:
    """Who waits for a picture: one is drawn at a time, and few may wait. Safe between threads."""

    def __init__(self, places: int = _PLACES) -> None:
        """Set how many may stand in it, who is being served included."""
        self._places, self._one = BoundedSemaphore(places), Lock()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn; 429 where the line is full, so that pages keep their threads."""
        if not self._places.acquire(blocking=False):
            abort(429)
        try:
            with self._one:
                yield
        finally:
            self._places.release()


def register(app: Dash, store: Store) -> None:
    """Serve the pictures."""
    shelf, line = Shelf(_MEMORY), Line()

    @app.server.get("/imagenes/<slug>.<kind>")
    def image(slug: str, kind: str) -> Response:
        chart = CHARTS.get(slug)
        if chart is None or kind not in _TYPES:
            abort(404, description=t("errors.404.chart", name=f"{slug}.{kind}"[:40]))
        options, rest = Options.from_query(query(), kind)
        _, filters, _ = read(store, rest)
        view = View.of(chart, store, filters)
        encoding = accepted() if kind == "svg" else ""
        key = (f"{slug}.{kind}?{view.query}&{options}", encoding)
        body = shelf.get(key)
        if body is None:
            with line.turn():
                body = shelf.get(key) or _drawn(view, kind, options, encoding)
                shelf.put(key, body)
        # The figures of a version never change; those of today may at any moment.
        return respond(body, DAY if filters.corte else MINUTE)


def _drawn(view: View, kind: str, options: Options, encoding: str) -> Body:
    content = picture.content(picture.source(view, kind, options), kind, options)
    return encode(content, _TYPES[kind], encoding)
