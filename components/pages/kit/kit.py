"""The kit: a chart is chosen, seen as it will be seen, and copied."""

from dash import html
from dash.development.base_component import Component

from components.charts.view import View
from components.charts.views import Views
from components.embeds import snippets
from components.embeds.embed_options import THEMES
from components.embeds.heights import WIDTHS, embed_height
from components.markup import attrs
from components.pages.kit.kit_charts import PATH, Choice, charts, place
from components.pages.kit.kit_form import chooser
from components.pages.kit.pieces import code, others
from components.pages.page import Content, Seen
from components.table import table
from components.texts import t
from data.query.filters import Filters
from data.store import Store
from data.text_normalisation import alphabetical


def see(views: Views, origin: str, choice: Choice) -> Seen:
    """Return the kit with the chosen chart; with a sector, it lists what is of that sector."""
    filters = views.filters
    sector = " · ".join(t(f"sectors.{code}") for code in filters.sector)
    title = t("kit.title_sector", sector=sector) if sector else t("kit.title")
    offered = charts(views)
    view = choice.view(views, offered)
    content: Content = [
        html.Section([html.H1(title), html.P(t("kit.lead"), className="lead")]),
        chooser(view, choice.options),
        _entry(view, origin, choice),
        _every(views.store, filters, offered),
        _host(origin),
    ]
    return Seen(title, t("kit.description"), title, content)


def _entry(view: View, origin: str, choice: Choice) -> Component:
    over = html.P(view.selection, className="over") if view.selection else None
    live = snippets.frame(view, "", choice.options)
    return html.Section(
        [
            html.Div([over, html.H2(html.A(view.title, href=view.place))]),
            html.Div(
                [
                    html.Div(className="live-frame", **attrs(data_svg=live)),
                    html.Div(_pieces(view, origin, choice), className="pastes"),
                ],
                className="paste-pair",
            ),
        ],
        className="entry",
    )


def _pieces(view: View, origin: str, choice: Choice) -> Content:
    """Return the snippet, the other ways, and how high the frame is at some widths."""
    name, options, over = view.name, choice.options, _known(view)
    pasted = snippets.with_words(view, origin, options)
    more = [
        ("listening", f"{pasted}\n{snippets.listener(origin)}"),
        ("picture", snippets.picture(view, origin)),
        ("sentence", snippets.sentence(view, origin)),
    ]
    if view.store.reopens:
        more.append(("frozen", snippets.with_words(view.pinned(), origin, options)))
    folded = [code(f"{name}-{kind}", t(f"kit.{kind}"), text, over) for kind, text in more]
    return [
        code(f"{name}-frame", t("kit.frame"), pasted, over),
        html.P(t("kit.option_oembed")),
        others(t("kit.others"), [*folded, _heights(view, options.controles)]),
    ]


def _heights(view: View, controls: bool) -> Component:
    rows = [[f"{width} px", f"{embed_height(view, width, controls)} px"] for width in WIDTHS]
    return table(
        f"{t('kit.heights')}: {_known(view)}", [t("kit.width"), t("kit.height")], rows, numeric=[1]
    )


def _known(view: View) -> str:
    return f"{view.title} · {view.filters.codigo}".rstrip("· ")


def _every(store: Store, filters: Filters, offered: list[View]) -> Component:
    """Return what can be chosen, folded; the addresses of before, with a fragment, find it."""
    listed = html.Ul(
        [html.Li(html.A(_known(view), href=place(view)), id=view.name) for view in offered],
        className="plain",
    )
    return html.Section(
        others(t("kit.every", amount=len(offered)), [listed, _sectors(store, filters)])
    )


def _sectors(store: Store, filters: Filters) -> Component:
    held = {row.sector for row in store.indicators.values()}
    links = [
        html.Li(
            html.A(
                t(f"sectors.{code}"),
                href=f"{PATH}?sector={code}",
                **attrs(aria_current="true" if filters.sector == (code,) else None),
            )
        )
        for code in sorted(held, key=lambda code: alphabetical(t(f"sectors.{code}")))
    ]
    everything = html.Li(html.A(t("kit.all"), href=PATH))
    return html.Nav(
        [html.H2(t("kit.sectors")), html.Ul([everything, *links], className="chips")],
        **attrs(aria_label=t("kit.sectors")),
    )


def _host(origin: str) -> Component:
    themes = ", ".join(f"tema={name}" for name in THEMES)
    options = [
        t("kit.option_theme", themes=themes),
        t("kit.option_controls"),
        t("kit.option_height"),
        t("kit.option_cut"),
    ]
    pieces: Content = [
        html.P(t("kit.host_lead")),
        code("csp", t("kit.csp"), snippets.policy(origin)),
        code("listener", t("kit.listener"), snippets.listener(origin)),
        html.Ul([html.Li(said) for said in options]),
    ]
    return html.Section(others(t("kit.host"), pieces))
