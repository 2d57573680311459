"""Every chart of the registry by its address: its rows; its JSON is in board_callbacks."""

from flask import Flask, Response

from callbacks.http import excel_files
from callbacks.http.request_state import asked_of_file
from callbacks.http.routes import DATA, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import MINUTE, encode, respond, send
from components.charts.chart import Chart
from components.charts.layouts import outline
from components.charts.view import View
from data.publish import provenance, xlsx
from data.store import Store


def register(server: Flask, store: Store) -> None:
    """Serve the registry."""
    routes = Routes("charts", DATA)

    @routes.get(outline.ADDRESS)
    def base() -> Response:
        asked_of_file(store)
        return kept("", lambda: send(outline.collection(), "application/geo+json"))

    _rows(routes, store)
    for kind in ("csv", excel_files.KIND, "xlsx"):
        routes.unknown(f"/datos/graficos/<name>.{kind}", "chart")
    routes.unknown("/graficos/<name>.json", "chart")
    routes.unknown("/graficos/<rest:rest>")
    server.register_blueprint(routes)


def _rows(routes: Routes, store: Store) -> None:
    """Serve the rows of a chart in each form."""

    @routes.get("/datos/graficos/<chart:chart>.csv")
    def chart_csv(chart: Chart) -> Response:
        if excel := excel_files.preferred(f"/datos/graficos/{chart.slug}"):
            return excel
        then, filters = asked_of_file(store)
        return kept(
            filters.to_query(), lambda: send(chart.csv(then, filters), "text/csv; charset=utf-8")
        )

    @routes.get(f"/datos/graficos/<chart:chart>.{excel_files.KIND}")
    def chart_excel(chart: Chart) -> Response:
        then, filters = asked_of_file(store)
        return kept(filters.to_query(), lambda: excel_files.answer(chart.rows(then, filters)))

    @routes.get("/datos/graficos/<chart:chart>.xlsx")
    def chart_xlsx(chart: Chart) -> Response:
        then, filters = asked_of_file(store)
        return kept(filters.to_query(), lambda: _book(View.of(chart, store, filters), then))


def _book(view: View, then: Store) -> Response:
    about = [
        view.title,
        view.selection,
        view.sentence,
        view.chart.caveat(),
        view.chart.footnote(then, view.frame),
        provenance.board_citation(then),
    ]
    book = xlsx.write(view.frame, [line for line in about if line])
    return respond(encode(book, xlsx.MIMETYPE, ""), MINUTE)
