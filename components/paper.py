"""What a page says of itself where its address bar does not go: on paper."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.charts import cutoffs
from components.charts.chart import Chart
from components.controls import said
from components.links import absolute
from components.markup import attrs
from components.texts import t
from data.query.filters import Filters
from data.store import Store


def block(store: Store, filters: Filters, address: str, charts: Sequence[Chart] = ()) -> Component:
    """Return what is chosen, the whole address, the cut-off; seen on paper only.

    The day is known to the browser that prints (assets/share.js).
    """
    chosen = "; ".join(said(store, filters)) or t("paper.unfiltered")
    return html.Div(
        [
            html.P(t("paper.filters", chosen=chosen)),
            html.P(t("paper.address", address=absolute(address))),
            html.P(
                [
                    cutoffs.of_page(charts, store),
                    html.Span(**attrs(data_asked=t("paper.asked"))),
                ]
            ),
        ],
        className="on-paper",
    )
