"""A chart of the board as every page shows it: with its sentence, table, source and links."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.charts.credits import credit
from components.charts.view import View
from components.embeds.share import panel
from components.markup import attrs
from components.texts import t
from data.publish import provenance

_MOST_PLACES = 8
_LONGEST = 900


def figure(
    view: View,
    rows: Component,
    *,
    lead: Sequence[Component | None] = (),
    above: Sequence[Component] = (),
    open_table: bool = False,
) -> Component:
    """Return a view of a chart with its sentence, its table, its source and its links.

    rows: the table of the view; lead: what stands between sentence and drawing; above: what
    stands between drawing and table; open_table: the table is part of what the page says.
    """
    some = bool(len(view.frame))
    return html.Figure(
        [
            _caption(view),
            *lead,
            _canvas(view) if some else None,
            *above,
            _folded(rows, open_table),
            _links(view),
            panel(view) if some else None,
            html.P(view.chart.caveat(), className="caveat"),
            _source(view) if some else None,
        ],
        className="chart half",
        id=f"grafico-{view.chart.slug}",
        **attrs(aria_label=view.title, **_named(view)),
    )


def actions(slug: str) -> str:
    """Return where in a page the links of a chart stand, for a way past its table."""
    return f"acciones-{slug}"


def brief_figure(view: View, rows: Component) -> Component:
    """Return a view of a chart in little room: what is under its drawing is one tap away.

    The sentence is read to who does not see it; the caveat stays in sight.
    """
    more = [html.P(view.sentence, className="sentence"), rows, _links(view), panel(view),
            _source(view)]  # fmt: skip
    heading, under = view.headed
    return html.Figure(
        [
            html.Figcaption([html.H2(heading), html.P(under, className="over") if under else None]),
            _canvas(view),
            html.P(view.chart.caveat(), className="caveat"),
            html.Details([html.Summary(t("chart.whole")), *more], className="beside"),
        ],
        className="chart half brief",
        id=f"grafico-{view.chart.slug}",
        **attrs(aria_label=view.title, **_named(view)),
    )


def _named(view: View) -> dict[str, str | None]:
    """Return what scripts know a figure by: its chart, its state, who says so."""
    slug = view.chart.slug
    return {"data_chart": slug, "data_chart_query": view.query, "data_source": credit(view)}


def _caption(view: View) -> Component:
    heading, under = view.headed
    return html.Figcaption(
        [
            html.H2(heading),
            html.P(under, className="over") if under else None,
            html.P(view.sentence, className="sentence"),
        ]
    )


def _folded(rows: Component, opened: bool) -> Component:
    return html.Details([html.Summary(t("chart.table")), rows], className="beside",
                        open=opened or None)  # fmt: skip


def _canvas(view: View) -> Component:
    """Return the drawing, and the place of the figure that a script puts over it."""
    still = html.Div(
        className="still",
        role="group" if view.drawing.linked else "img",
        **attrs(data_svg=view.drawing, aria_label=f"{view.title}. {view.sentence}"),
    )
    live = html.Div(className="live", **attrs(data_part=f"live-{view.chart.slug}"))
    return html.Div([_explore(view), still, live], className="canvas")


def _explore(view: View) -> Component:
    """Return the button that a script makes the way to the figure, and back."""
    words = t("chart.explore")
    button = html.Button(
        words, type="button", className="quiet",
        **attrs(aria_label=f"{words}: {view.title}", data_explore=view.chart.slug,
                data_open=words, data_back=t("chart.back")),
    )  # fmt: skip
    return html.Div(button, className="explore needs-script")


def _source(view: View) -> Component:
    """Cite the places of the rows; many, or long ones, fold under their documents."""
    whole = html.P(t("chart.source", text=view.footnote), className="source")
    cited = view.store.cited(view.frame["fuente"])
    read = provenance.copied(cited)
    if len(cited) <= _MOST_PLACES and len(view.footnote) <= _LONGEST and not read:
        return whole
    key = "sources_read" if read else "sources"
    said = t(f"chart.{key}", amount=len(cited), text=provenance.documents(cited))
    return html.Details([html.Summary(said), whole], className="source")


def _links(view: View) -> Component:
    slug = view.chart.slug
    csv = html.A(t("chart.csv"), href=view.chart.csv_path(view.query), download=f"{slug}.csv")
    return html.P(csv, className="links", id=actions(slug))
