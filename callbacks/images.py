"""Every chart as a picture: /imagenes/<grafico>.svg and .png, drawn once and remembered."""

from dash import Dash
from flask import Response, abort, request

from callbacks.answers import DAY, MINUTE, Body, Shelf, accepted, encode, respond
from callbacks.asked import read
from components.charts import CHARTS
from components.embeds.view import View
from components.images import picture
from components.images.options import Options
from components.texts import t
from data.store import Store

_MEMORY = 16 * 1024 * 1024
_TYPES = {"svg": "image/svg+xml", "png": "image/png"}


def register(app: Dash, store: Store) -> None:
    """Serve the pictures."""
    shelf = Shelf(_MEMORY)

    @app.server.get("/imagenes/<slug>.<kind>")
    def image(slug: str, kind: str) -> Response:
        chart = CHARTS.get(slug)
        if chart is None or kind not in _TYPES:
            abort(404, description=t("errors.404.chart", name=f"{slug}.{kind}"[:40]))
        options, rest = Options.from_query(request.query_string.decode("utf-8", "replace"), kind)
        _, filters, _ = read(store, rest)
        view = View.of(chart, store, filters)
        encoding = accepted() if kind == "svg" else ""
        key = (f"{slug}.{kind}?{view.query}&{options}", encoding)
        body = shelf.get(key)
        if body is None:
            body = _drawn(view, kind, options, encoding)
            shelf.put(key, body)
        # The figures of a version never change; those of today may at any moment.
        return respond(body, DAY if filters.corte else MINUTE)


def _drawn(view: View, kind: str, options: Options, encoding: str) -> Body:
    content = picture.content(picture.source(view, kind, options), kind, options)
    return encode(content, _TYPES[kind], encoding)
