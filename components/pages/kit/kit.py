"""The kit: each chart live beside what another page pastes to show it."""

from html import escape

from dash import html
from dash.development.base_component import Component

from components.charts.view import View
from components.charts.views import Views
from components.embeds import snippets
from components.embeds.embed_options import THEMES
from components.embeds.heights import WIDTHS, embed_height
from components.markup import attrs
from components.pages.kit.kit_charts import charts
from components.pages.page import Content, Seen
from components.table import table
from components.texts import t
from data.query.filters import Filters
from data.store import Store


def see(views: Views, origin: str) -> Seen:
    """Return the kit; with a sector, the charts of that sector and of its indicators."""
    filters = views.filters
    sector = " · ".join(t(f"sectors.{code}") for code in filters.sector)
    title = t("kit.title_sector", sector=sector) if sector else t("kit.title")
    content: Content = [
        html.Section([html.H1(title), html.P(t("kit.lead"), className="lead")]),
        _sectors(views.store, filters),
        _host(origin),
        *(_entry(view, origin, loaded=index == 0) for index, view in enumerate(charts(views))),
    ]
    return Seen(title, t("kit.description"), title, content)


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
    high = snippets.needed(view)
    live = snippets.frame(view, "", high=high)
    shown = snippets.frame(view, "", high=high, lazy=False) if loaded else live
    return html.Section(
        [
            html.Div([over, html.H2(html.A(view.title, href=f"#{name}"), id=name)]),
            html.Div(
                [
                    html.Div(className="live-frame", **attrs(data_svg=shown)),
                    html.Div([_heights(view), *_snippets(view, origin, high)], className="pastes"),
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


def _snippets(view: View, origin: str, high: snippets.Needed) -> list[Component]:
    live = snippets.with_words(view, origin, high)
    pieces = (
        ("frame", live),
        ("listening", f"{live}\n{snippets.listener(origin)}"),
        ("picture", snippets.picture(view, origin)),
        ("sentence", snippets.sentence(view, origin)),
        *(
            [("frozen", snippets.with_words(view.pinned(), origin, high))]
            * bool(view.store.reopens)
        ),
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
                **attrs(data_copy=name, data_done=t("kit.copied"), data_hand=t("kit.by_hand"),
                        aria_label=f"{t('kit.copy')}: {label}"),
            ),
        ],
        className="paste",
    )  # fmt: skip
