"""A chart of the board as every page shows it: with its sentence, table, source and links."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import Chart
from components.charts.view import View
from components.embeds.share import panel
from components.markup import attrs
from components.texts import t
from data.publish import provenance
from data.query.filters import Filters
from data.store import Store

_MOST_PLACES = 8


def figure(chart: Chart, store: Store, filters: Filters, rows: Component) -> Component:
    """Return a chart of the registry with its sentence, its table, its source and its links."""
    kept = chart.filters(filters)
    frame = chart.select(store, kept)
    title = chart.title(frame)
    sentence = chart.sentence(frame)
    query = kept.to_query()
    drawing = chart.svg(frame)
    return html.Figure(
        [
            html.Figcaption([html.H2(title), html.P(sentence, className="sentence")]),
            html.Div(
                [
                    html.Div(
                        className="still",
                        role="group" if "<a " in drawing else "img",
                        **attrs(data_svg=drawing, aria_label=f"{title}. {sentence}"),
                    ),
                    html.Div(className="live"),
                ],
                className="canvas",
            )
            if len(frame)
            else None,
            html.Details([html.Summary(t("chart.table")), rows], className="beside"),
            _links(chart, query, title if len(frame) else ""),
            panel(View(chart, store, kept, store)) if len(frame) else None,
            html.P(chart.caveat(), className="caveat"),
            _source(chart, store, frame) if len(frame) else None,
        ],
        className="chart half",
        id=f"grafico-{chart.slug}",
        **attrs(aria_label=title, data_chart=chart.slug, data_chart_query=query),
    )


def _source(chart: Chart, store: Store, frame: Any) -> Component:
    """Cite the places of the rows; many places fold under the documents that they are in."""
    whole = html.P(t("chart.source", text=chart.footnote(store, frame)), className="source")
    cited = store.cited(frame["fuente"])
    if len(cited) <= _MOST_PLACES:
        return whole
    documents = "; ".join(dict.fromkeys(provenance.document(place) for place in cited))
    said = t("chart.sources", amount=len(cited), text=documents)
    return html.Details([html.Summary(said), whole], className="source")


def _links(chart: Chart, query: str, drawn: str) -> Component:
    explore = html.Button(
        t("chart.explore"), type="button", className="quiet needs-script",
        **attrs(aria_label=f"{t('chart.explore')}: {drawn}", data_explore=chart.slug),
    )  # fmt: skip
    csv = html.A(t("chart.csv"), href=chart.csv_path(query), download=f"{chart.slug}.csv")
    return html.P([explore if drawn else None, csv], className="links")
