"""/reportes: the documents written from the tables, as pages and as files."""

from collections.abc import Callable
from functools import partial

from dash import html
from dash.development.base_component import Component
from flask import Flask, Response, abort

from callbacks.http.public_origin import origin
from callbacks.http.refused import Refused
from callbacks.http.request_state import asked, asked_of_file
from callbacks.http.routes import DATA, PAGE, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import MINUTE, accepted, encode, respond, send
from callbacks.serving.waiting_line import Line
from components import assets
from components.compliance_report import (
    comparison,
    docx_writer,
    html_writer,
    json_writer,
    pdf_writer,
)
from components.compliance_report.document import Document
from components.compliance_report.later_corrections import later
from components.compliance_report.missing_package import REQUIREMENTS, MissingPackageError
from components.embeds.discovery import about
from components.links import absolute, staying
from components.markup import Markup, render
from components.page_document import document as page
from components.pages.page import Content, Seen
from components.remarks import remarks
from components.texts import t
from data.compliance_report.report import CONGRESS, REPORT, reason, years
from data.query.filters import Filters
from data.store import Store

_HTML = "text/html"
_WRITERS = {"docx": docx_writer, "pdf": pdf_writer, "json": json_writer}
_KINDS = {REPORT: "", CONGRESS: f"/{CONGRESS}"}
Look = Callable[[Document], Seen | None]
_YEAR = "/reportes/<int(fixed_digits=4):year>"
_LOOKS: tuple[tuple[str, str, Look], ...] = (
    ("", REPORT, html_writer.see),
    (f"/{CONGRESS}", CONGRESS, html_writer.see),
    ("/comparacion", REPORT, comparison.see),
)


def register(server: Flask, store: Store) -> None:
    """Serve the documents of every year, one at a time: each takes seconds to write."""
    routes, line = Routes("reports", PAGE), Line()
    told = Routes("report-files", DATA, "/reportes/<>.*")
    _pages(routes, store, line)
    _files(told, store, line)
    routes.unknown("/reportes/<rest:name>", "report")
    server.register_blueprint(routes)
    server.register_blueprint(told)


def _pages(routes: Routes, store: Store, line: Line) -> None:
    @routes.get("/reportes")
    def listed() -> Response:
        then, filters, said = asked(store)
        key = None if said else _version(filters)
        above = [remarks(said), _frozen("/reportes", filters.corte, [])]
        seen = partial(html_writer.index, then)
        return kept(key, lambda: _page(then, seen(), "/reportes", filters.corte, above))

    def shown(kind: str, look: Look, tail: str, year: int) -> Response:
        then, filters, said = asked(store)
        _check(then, year)

        def written() -> Response:
            with line.turn():
                document = Document.of(then, year, kind, origin())
                seen = look(document)
            if seen is None:
                abort(404, description=t("errors.404.comparison", name=year))
            place, frozen = f"/reportes/{year}{tail}", filters.corte
            noted = later(document, store, look is comparison.see) if frozen else []
            above = [remarks(said), _frozen(place, frozen, noted)]
            return _page(then, seen, place, frozen, above)

        return kept(None if said else _version(filters), written)

    for tail, kind, look in _LOOKS:
        name = f"page{tail.replace('/', '-')}"
        routes.add_url_rule(f"{_YEAR}{tail}", name, partial(shown, kind, look, tail))


def _files(routes: Routes, store: Store, line: Line) -> None:
    def file(kind: str, form: str, year: int) -> Response:
        then, filters = asked_of_file(store)
        _check(then, year)

        def written() -> Response:
            with line.turn():
                return _file(Document.of(then, year, kind, origin()), form)

        return kept(_version(filters), written)

    for kind, tail in _KINDS.items():
        for form in _WRITERS:
            routes.add_url_rule(
                f"{_YEAR}{tail}.{form}", f"{kind}-{form}", partial(file, kind, form)
            )


def _version(filters: Filters) -> str:
    """Return all that a document heeds of an address: which data."""
    return Filters(corte=filters.corte).to_query()


def _check(store: Store, year: int) -> None:
    """Refuse a year of which nothing can be written, and say why."""
    if year not in years(store):
        why = t(f"errors.404.report_{reason(store, year)}", year=year)
        abort(404, description=t("errors.404.report_year", year=year, why=why))


def _file(document: Document, form: str) -> Response:
    writer = _WRITERS[form]
    try:
        content = writer.write(document)
    except MissingPackageError as missing:
        said = t("reporte.missing", file=REQUIREMENTS)
        raise Refused(404, said, {"formato": form, "paquete": str(missing)}) from missing
    coding = accepted() if form == "json" else ""
    return respond(encode(content, writer.MIMETYPE, coding), MINUTE)


def _page(store: Store, seen: Seen, place: str, frozen: str, above: Content) -> Response:
    inner = render(above) + render(seen.content, staying(frozen) if frozen else None)
    cutoff = t("board.cutoff", year=store.latest, version=store.version)
    style = f'<link rel="stylesheet" href="{assets.url("report.css")}">'
    head = about(seen.title, seen.description, absolute(place)) + style
    body = [html.Div(Markup(inner), className="content")]
    return send(page(seen, body, place, None, cutoff, cards=head), _HTML)


def _frozen(place: str, version: str, noted: Content) -> Component | None:
    """Say that a page is of a kept version, the way to the one of today, what was corrected."""
    if not version:
        return None
    live = html.A(t("frozen.live"), href=place)
    said = t("frozen.said", version=version, date="")
    return html.Div([html.P([said, " ", live]), *noted], className="remark", role="note")
