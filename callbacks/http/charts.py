"""Every chart of the registry by its address: its JSON and its rows."""

import json

from dash import Dash
from flask import Response, abort

from callbacks.http.request_state import asked
from callbacks.serving.responses import MINUTE, encode, respond, send
from components.charts import outline
from components.charts.chart import Chart
from components.charts.registry import CHARTS
from components.charts.view import View
from components.texts import t
from data.publish import provenance, xlsx
from data.store import Store


def register(app: Dash, store: Store) -> None:
    """Serve the registry."""

    @app.server.get("/graficos/<slug>.json")
    def chart_json(slug: str) -> Response:
        then, filters, _ = asked(store)
        answer = _chart(slug).answer(then, filters)
        text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        return send(text, "application/json")

    @app.server.get(outline.ADDRESS)
    def base() -> Response:
        return send(outline.collection(), "application/geo+json")

    @app.server.get("/datos/graficos/<slug>.csv")
    def chart_csv(slug: str) -> Response:
        then, filters, _ = asked(store)
        return send(_chart(slug).csv(then, filters), "text/csv; charset=utf-8")

    @app.server.get("/datos/graficos/<slug>.xlsx")
    def chart_xlsx(slug: str) -> Response:
        then, filters, _ = asked(store)
        view = View.of(_chart(slug), store, filters)
        about = [
            view.title,
            view.selection,
            view.sentence,
            view.chart.caveat(),
            view.chart.footnote(then, view.frame),
            provenance.board_citation(then.version, then.latest),
        ]
        book = xlsx.write(view.frame, [line for line in about if line])
        return respond(encode(book, xlsx.MIMETYPE, ""), MINUTE)


def _chart(slug: str) -> Chart:
    return CHARTS.get(slug) or abort(404, description=t("errors.404.chart", name=slug[:40]))
