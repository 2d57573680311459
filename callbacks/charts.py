"""Every chart of the registry by its address: its JSON and its rows."""

import json

from dash import Dash
from flask import Response, abort, request

from callbacks.answers import send
from components.charts import CHARTS, outline
from components.charts.base import Chart
from components.texts import t
from data.filters import Filters
from data.store import Store


def register(app: Dash, store: Store) -> None:
    """Serve the registry."""

    @app.server.get("/graficos/<slug>.json")
    def chart_json(slug: str) -> Response:
        answer = _chart(slug).answer(store, _filters(store))
        text = json.dumps(answer, ensure_ascii=False, separators=(",", ":"))
        return send(text, "application/json")

    @app.server.get(outline.ADDRESS)
    def base() -> Response:
        return send(outline.collection(), "application/geo+json")

    @app.server.get("/datos/graficos/<slug>.csv")
    def chart_csv(slug: str) -> Response:
        return send(_chart(slug).csv(store, _filters(store)), "text/csv; charset=utf-8")


def _chart(slug: str) -> Chart:
    return CHARTS.get(slug) or abort(404, description=t("errors.404.chart", name=slug[:40]))


def _filters(store: Store) -> Filters:
    query = request.query_string.decode("utf-8", "replace")
    return Filters.from_query(query, store.vocabulary)[0]
