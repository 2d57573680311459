"""A report as a page of the board: to be read, printed, and taken away in other formats."""

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.compliance_report import html_blocks
from components.compliance_report.comparison import compared
from components.compliance_report.document import Document, path
from components.markup import attrs
from components.pages.page import Content, Seen
from components.texts import t
from data.compliance_report.blocks import Heading
from data.compliance_report.report import KINDS, years
from data.store import Store

FORMATS = ("docx", "pdf", "json")
_DEPTH = 2


def see(document: Document) -> Seen:
    """Return the page of a document."""
    content: Content = [
        html.Article([_head(document), _contents(document), *html_blocks.blocks(document)],
                     className="informe"),
    ]  # fmt: skip
    description = t("reporte.description")
    return Seen(document.title, description, document.title, content)


def _head(document: Document) -> Component:
    mark = html.P(t("reporte.draft"), className="draft") if document.report.draft else None
    standing = [html.P(str(words), className="lead") for words in document.standing]
    return html.Header(
        [
            html.P(html.A(t("reporte.name"), href="/reportes")),
            html.H1(document.title),
            mark,
            *standing,
            _doubts(document),
            _files(document),
            html.P(str(document.imprint), className="imprint"),
        ]
    )


def _doubts(document: Document) -> Component | None:
    doubts = document.report.doubts
    if not doubts:
        return None
    items = html.Ul([html.Li(doubt) for doubt in doubts])
    return html.Details([html.Summary(t("reporte.doubts")), items])


def _files(document: Document) -> Component:
    """Return the other formats of the document, and the other document of its year."""
    report = document.report
    place, query = path(report.year, report.kind), document.query
    items: list[Any] = [
        html.Li(html.A(t(f"reporte.{name}"), href=address(f"{place}.{name}", query)))
        for name in FORMATS
    ]
    for kind in KINDS:
        if kind != report.kind:
            words = t(f"reporte.other_{kind}", year=report.year)
            items.append(html.Li(html.A(words, href=address(path(report.year, kind), query))))
    return html.Nav([html.P(t("reporte.files")), html.Ul(items, className="chips")],
                    **attrs(aria_label=t("reporte.files")))  # fmt: skip


def _contents(document: Document) -> Component:
    items = [
        html.Li(html.A(str(block.words), href=f"#{block.name}"))
        for block in document.report.blocks
        if isinstance(block, Heading) and block.level < _DEPTH
    ]
    return html.Nav(
        [html.H2(t("reporte.contents")), html.Ol(items, className="plain contents")],
        **attrs(aria_label=t("reporte.contents")),
    )


def index(store: Store) -> Seen:
    """Return the page that leads to the documents of every year."""
    content: Content = [
        html.Section([html.H1(t("reporte.name")), html.P(t("reporte.lead"), className="lead")]),
        html.Section(list(_years(store))),
    ]
    return Seen(t("reporte.name"), t("reporte.description"), t("reporte.name"), content)


def addresses(store: Store) -> list[str]:
    """Return the address of each document, and of each comparison."""
    found = [path(year, kind) for year in years(store) for kind in KINDS]
    return found + [f"{path(y, '')}/comparacion" for y in years(store) if compared(store, y)]


def _years(store: Store) -> Iterator[Component]:
    for year in sorted(years(store), reverse=True):
        links = [(path(year, kind), t(f"reporte.other_{kind}", year=year)) for kind in KINDS]
        if compared(store, year):
            links.append((f"{path(year, '')}/comparacion", t("reporte.comparison", year=year)))
        items = [html.Li(html.A(words, href=place)) for place, words in links]
        state = t(f"reporte.state_{store.state(year)}")
        yield html.H2(f"{year}: {state}")
        yield html.Ul(items, className="plain")
