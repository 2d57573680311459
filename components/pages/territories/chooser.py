"""The territories: chosen by name, on a map or by a search; nobody asks where the reader is."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.pages.page import Content, Page, Seen
from components.pages.territories.country_map import country_map
from components.pages.territories.paths import CHOOSER, link
from components.texts import t
from data.query import territories, territory_page
from data.query.map_periods import Level
from data.query.territories import Found, Subject
from data.store import Store
from data.text_normalisation import plain

_MOST = 20


def see(views: Views, subject: str) -> Seen:
    """Return the list of the territories, or what a search finds among them."""
    store, words = views.store, views.filters.buscar
    headline = t("territorios.headline")
    content: Content = [
        html.Section([html.H1(headline), html.P(t("territorios.lead"), className="lead")]),
        _found(store, words) if words else None,
        _list(store),
        country_map(store),
        html.Section(
            [
                html.H2(t("territorios.why")),
                html.P(t("territorios.two_levels")),
                html.P(html.A(t("territorios.victims"), href="/victimas")),
            ]
        ),
    ]
    return Seen(t("territorios.title"), t("territorios.description"), headline, content)


def _list(store: Store) -> Component:
    """Return every departamento with the distritos fiscales that have a part of it."""
    items = [
        html.Li([html.Strong(link(one)), " ", _inside(territory_page.districts(store, one))])
        for one in territories.subjects(store, "departamento")
    ]
    return html.Section([html.H2(t("territorios.list")), html.Ul(items, className="plain close")],
                        className="half", id="lista")  # fmt: skip


def _inside(districts: Sequence[Subject]) -> Component:
    """Return the distritos fiscales of a departamento, after a word that says what they are."""
    word = t("territorios.inside_one" if len(districts) == 1 else "territorios.inside")
    links: list[Component | str] = [part for one in districts for part in (link(one), " · ")]
    return html.Small([f"{word}: ", *links[:-1]])


def _found(store: Store, words: str) -> Component:
    """Return what has the words in its name: territories first, then places inside them."""
    levels: tuple[Level, ...] = ("departamento", "distrito_fiscal")
    own = [one for level in levels for one in territories.near(store, level, words)]
    exact = [one for one in own if plain(words) in plain(one.name)]
    items = [html.Li(link(one, t(f"territorio.named.{one.level}", name=one.name)))
             for one in exact or own]  # fmt: skip
    inside = territories.search(store, words)
    items += [html.Li(_place(one)) for one in inside[:_MOST]]
    if not items:
        return html.Section([html.P(t("territorios.nothing"), className="remark")], id="hallado")
    more = len(inside) - _MOST
    left = html.P(t("territorios.more", amount=more), className="caveat") if more > 0 else None
    title = html.H2(t("territorios.found" if exact or inside else "territorios.near"))
    return html.Section([title, html.Ul(items, className="plain close"), left], id="hallado")


def _place(one: Found) -> list[Component | str]:
    """Return a district or province with the departamento and the distrito fiscal that it is of."""
    district = link(one.district, t("territorio.named.distrito_fiscal", name=one.district.name))
    return [
        f"{t(f'territorios.{one.kind}', name=one.name)}: ",
        link(one.department),
        " · ",
        district,
    ]


PAGE = Page(CHOOSER, see, nav="territorios", controls=("buscar",))
