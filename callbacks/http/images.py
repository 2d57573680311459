"""Every chart as a picture: /imagenes/<grafico>.svg and .png, drawn once and remembered."""

from functools import partial

from flask import Flask, Response

from callbacks.http.request_state import asked_of_file, query
from callbacks.http.routes import IMAGE, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import DAY, MINUTE, accepted, encode, respond
from callbacks.serving.waiting_line import Line
from components.charts.chart import Chart
from components.charts.view import View
from components.images import picture
from components.images.image_options import Options
from data.store import Store

_TYPES = {"svg": "image/svg+xml", "png": "image/png"}


def register(server: Flask, store: Store) -> None:
    """Serve the pictures."""
    routes, line = Routes("images", IMAGE), Line()

    def image(kind: str, chart: Chart) -> Response:
        options, rest = Options.from_query(query(), kind)
        _, filters = asked_of_file(store, rest)
        view = View.of(chart, store, filters)

        def drawn() -> Response:
            with line.turn():
                content = picture.content(picture.source(view, kind, options), kind, options)
            # The figures of a version never change; those of today may at any moment.
            body = encode(content, _TYPES[kind], accepted())
            return respond(body, DAY if filters.corte else MINUTE)

        return kept(_query(view, kind, options), drawn)

    for kind in _TYPES:
        routes.add_url_rule(f"/imagenes/<chart:chart>.{kind}", kind, partial(image, kind))
    routes.unknown("/imagenes/<name>.<kind>", "chart")
    routes.unknown("/imagenes/<rest:rest>")
    server.register_blueprint(routes)


def _query(view: View, kind: str, options: Options) -> str:
    """Return the shortest query that names a picture: what it shows, then how."""
    how = "" if kind == "svg" or options.forma == "tarjeta" else f"forma={options.forma}"
    wide = "" if options.ancho == Options().ancho else f"ancho={options.ancho}"
    return "&".join(part for part in (view.query, how, wide) if part)
