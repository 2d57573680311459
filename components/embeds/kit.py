"""The kit: each chart live beside what another page pastes to show it."""

from html import escape

from dash import html
from dash.development.base_component import Component

from components.charts import CHARTS
from components.charts.view import View, example
from components.embeds import snippets
from components.embeds.embed_options import THEMES
from components.embeds.heights import WIDTHS, embed_height
from components.figure_card import table
from components.markup import attrs
from components.pages.page import Content, Seen
from components.texts import t
from data.query.filters import Filters
from data.store import Store


def see(store: Store, filters: Filters, origin: str) -> Seen:
    """Return the kit; with a sector, the charts of that sector and of its indicators."""
    views = charts(store, filters)
    sector = " · ".join(t(f"sectors.{code}") for code in filters.sector)
    title = t("kit.title_sector", sector=sector) if sector else t("kit.title")
    content: Content = [
        html.Section([html.H1(title), html.P(t("kit.lead"), className="lead")]),
        _sectors(store, filters),
        _host(origin),
        *(_entry(view, origin, loaded=index == 0) for index, view in enumerate(views)),
    ]
    return Seen(title, t("kit.description"), title, content)


def charts(store: Store, filters: Filters) -> list[View]:
    """Return the views of the kit: every chart, or those that a sector can call its own."""
    found = []
    for chart in CHARTS.values():
        if filters.sector and "sector" not in chart.narrows:
            states = _own_codes(store, filters) if "codigo" in chart.narrows else []
        elif "codigo" in chart.narrows and not filters.codigo:
            states = [filters.with_(codigo=example(chart, store))]
        else:
            states = [filters]
        found += [View.of(chart, store, state) for state in states]
    return [view for view in found if len(view.frame)]


def _own_codes(store: Store, filters: Filters) -> list[Filters]:
    rows = store.indicators.values()
    return [filters.with_(codigo=row.codigo) for row in rows if row.sector in filters.sector]


def _sectors(store: Store, filters: Filters) -> Component:
    held = {row.sector for row in store.indicators.values()}
    links = [
        html.Li(
            html.A(
                t(f"sectors.{code}"),
                href=f"/incrustar?sector={code}",
                **attrs(aria_current="true" if filters.sector == (code,) else None),
            )
        )
        for code in sorted(held, key=lambda code: t(f"sectors.{code}"))
    ]
    everything = html.Li(html.A(t("kit.all"), href="/incrustar"))
    return html.Nav(
        [html.H2(t("kit.sectors")), html.Ul([everything, *links], className="chips")],
        **attrs(aria_label=t("kit.sectors")),
    )


def _host(origin: str) -> Component:
    themes = ", ".join(f"tema={name}" for name in THEMES)
    return html.Section(
        [
            html.H2(t("kit.host")),
            html.P(t("kit.host_lead")),
            _code("csp", t("kit.csp"), snippets.policy(origin)),
            _code("listener", t("kit.listener"), snippets.listener(origin)),
            html.Ul(
                [
                    html.Li(t("kit.option_theme", themes=themes)),
                    html.Li(t("kit.option_controls")),
                    html.Li(t("kit.option_height")),
                    html.Li(t("kit.option_cut")),
                    html.Li(t("kit.option_oembed")),
                ]
            ),
        ]
    )


def _entry(view: View, origin: str, loaded: bool) -> Component:
    name = view.name
    over = html.P(view.selection, className="over") if view.selection else None
    live = snippets.frame(view, "")
    shown = snippets.frame(view, "", lazy=False) if loaded else live
    return html.Section(
        [
            html.Div([over, html.H2(html.A(view.title, href=f"#{name}"), id=name)]),
            html.Div(
                [
                    html.Div(className="live-frame", **attrs(data_svg=shown)),
                    html.Div([_heights(view), *_snippets(view, origin)], className="pastes"),
                ],
                className="paste-pair",
            ),
        ],
        className="entry",
    )


def _heights(view: View) -> Component:
    rows = [[f"{width} px", f"{embed_height(view, width)} px"] for width in WIDTHS]
    return table(
        f"{t('kit.heights')}: {_known(view)}", [t("kit.width"), t("kit.height")], rows, numeric=[1]
    )


def _known(view: View) -> str:
    return f"{view.title} · {view.filters.codigo}".rstrip("· ")


def _snippets(view: View, origin: str) -> list[Component]:
    frozen = View.of(view.chart, view.today, view.filters.with_(corte=view.store.version))
    pieces = (
        ("frame", snippets.with_words(view, origin)),
        ("listening", f"{snippets.with_words(view, origin)}\n{snippets.listener(origin)}"),
        ("picture", snippets.picture(view, origin)),
        ("sentence", snippets.sentence(view, origin)),
        ("frozen", snippets.with_words(frozen, origin)),
    )
    first, *others = (
        _code(f"{view.name}-{kind}", t(f"kit.{kind}"), text, _known(view)) for kind, text in pieces
    )
    return [first, html.Details([html.Summary(t("kit.others")), *others], className="beside")]


def _code(name: str, title: str, text: str, over: str = "") -> Component:
    label = f"{title}: {over}" if over else title
    return html.Div(
        [
            html.P(title, className="label"),
            html.Div(
                **attrs(
                    data_svg=f'<pre id="{name}" tabindex="0" role="region" '
                    f'aria-label="{escape(label)}"><code>{escape(text)}</code></pre>'
                )
            ),
            html.Button(
                t("kit.copy"), type="button", className="quiet needs-share",
                **attrs(data_copy=name, data_done=t("kit.copied"),
                        aria_label=f"{t('kit.copy')}: {label}"),
            ),
        ],
        className="paste",
    )  # fmt: skip
