"""A departamento: what each institution registers there, and what nobody publishes of it."""

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.figure_card import figure
from components.pages.news.ways import OF_PLACE
from components.pages.page import Content, Near, Page, Seen
from components.pages.territories import around, beside, headlines, overlap, registers, silences
from components.pages.territories.paths import CHOOSER, path
from components.texts import t
from data.query import territories, territory_page
from data.query.map_periods import Level
from data.query.territories import Subject
from data.store import Store

_LEVEL: Level = "departamento"
_CHARTS = ("territorio-policia", "territorio-fiscalias")


def see(views: Views, subject: str) -> Seen | None:
    """Return the page of the departamento that the path names; None if there is none."""
    store = views.store
    one = territories.find(store, _LEVEL, subject)
    if one is None:
        return None
    here = views.under(views.filters.with_(lugar=one.slug))
    districts = territory_page.districts(store, one)
    content: Content = [
        top(store, one, t("territorio.over.departamento")),
        beside.compare(store, one, views.filters),
        *_figures(here, one, districts),
        registers.before(store, districts),
        overlap.section(store, one),
        around.routes(here, one),
        around.coordination(store, [one]),
        registers.others(store, one),
        silences.contrasted(store, one),
        silences.section(store, one, districts),
        beside.onwards(store, one, views.filters),
    ]
    said = f"{headlines.headline(store, one)}. {headlines.lead(store, one)}"
    return Seen(one.name, t("territorio.description.departamento", name=one.name), said, content)


def top(store: Store, one: Subject, over: str) -> Component:
    """Return the head of a page: the finding, what it is a part of, what limits it."""
    return html.Section(
        [
            html.P([html.A(t("territorios.title"), href=CHOOSER), f" · {over}"], className="over"),
            html.H1(headlines.headline(store, one)),
            html.P(headlines.lead(store, one), className="lead"),
        ]
    )


def _figures(here: Views, one: Subject, districts: list[Subject]) -> Content:
    store = here.store
    police, prosecutors = map(here.of, _CHARTS)
    several = beside.named(store, one, here.filters)
    found: Content = []
    if len(police.frame):
        found.append(figure(police, registers.yearly(store, several), open_table=True))
    if len(prosecutors.frame):
        found.append(figure(prosecutors, registers.inside(store, districts), open_table=True))
    return found


def near(store: Store, subject: str) -> list[Near]:
    """Return the territories that an address of none may have meant."""
    found = [*territories.near(store, _LEVEL, subject),
             *territories.near(store, "distrito_fiscal", subject)]  # fmt: skip
    named = [(path(one), one.slug, t(f"territorio.named.{one.level}", name=one.name))
             for one in found]  # fmt: skip
    return named or [(CHOOSER, t("nav.territorios"), t("territorios.headline"))]


PAGE = Page(
    f"{CHOOSER}/<>",
    see,
    charts=_CHARTS,
    sample="piura",
    missing="territory",
    feed=OF_PLACE,
    near=near,
    subjects=lambda store: [one.slug for one in territories.subjects(store, _LEVEL)],
    placed=True,
)
