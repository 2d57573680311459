"""A screen of a chart with its largest figures as bars beside the drawing."""

from collections.abc import Sequence
from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address, records
from components.charts.view import View
from components.format import number
from components.session.drawings import drawn
from components.session.screen import Screen, sources_of

Bar = tuple[str, Decimal | int, str]


def of_chart(view: View) -> Screen:
    """Return what the screens of a chart share: where it comes from, its note, its figures."""
    return Screen(
        view.sentence,
        [],
        sources_of(view),
        address(view.chart.page, view.query),
        more=[view.title, view.sentence, view.chart.caveat()],
        figures={view.chart.slug: records(view.frame)},
    )


def bars(rows: Sequence[Bar]) -> Component:
    """Return figures with their bars; the amount is written, the bar repeats it."""
    top = max(float(value) for _, value, _ in rows) or 1
    return html.Ol(
        [
            html.Li([html.Span(label), html.Span(number(value, sign), className="amount"),
                     html.Span(className="bar", style={"width": f"{float(value) / top:.1%}"})])
            for label, value, sign in rows
        ],
        className="bars",
    )  # fmt: skip


def pair(view: View, beside: Sequence[Component]) -> Component:
    """Return the drawing of a chart with something beside it."""
    return html.Div([drawn(view), html.Div(beside, className="beside-drawing")],
                    className="pair")  # fmt: skip
