"""A distrito fiscal: what the prosecutors register there, and what nobody publishes of it."""

from dash import html

from components.charts.views import Views
from components.figure_card import figure
from components.pages.news.ways import OF_PLACE
from components.pages.page import Content, Page, Seen
from components.pages.territories import around, beside, headlines, overlap, registers, silences
from components.pages.territories.department import near, top
from components.pages.territories.paths import STEMS, link
from components.texts import t
from data.query import territories
from data.query.map_periods import Level

_LEVEL: Level = "distrito_fiscal"


def see(views: Views, subject: str) -> Seen | None:
    """Return the page of the distrito fiscal that the path names; None if there is none."""
    store = views.store
    one = territories.find(store, _LEVEL, subject)
    if one is None:
        return None
    view = views.under(views.filters.with_(lugar=one.slug)).of("distrito-fiscal")
    several = beside.named(store, one, views.filters)
    departments = headlines.departments(store, one)
    content: Content = [top(store, one, t("territorio.over.distrito_fiscal")),
                        beside.compare(store, one, views.filters)]  # fmt: skip
    if len(view.frame):
        content.append(figure(view, registers.yearly(store, several), open_table=True))
    content += [
        overlap.section(store, one),
        registers.before(store, [one]),
        around.coordination(store, departments),
        _police(departments),
        registers.others(store, one),
        silences.contrasted(store, one),
        silences.section(store, one, ()),
        beside.onwards(store, one, views.filters),
    ]
    name = t("territorio.named.distrito_fiscal", name=one.name)
    said = f"{headlines.headline(store, one)}. {headlines.lead(store, one)}"
    description = t("territorio.description.distrito_fiscal", name=one.name)
    return Seen(name, description, said, content)


def _police(departments: list[territories.Subject]) -> html.Section:
    """Lead to what is published by departamento only: the police's figures, the routes."""
    links = [link(one) for one in departments]
    return html.Section(
        [html.H2(t("territorio.by_department")), html.P(t("territorio.by_department_lead")),
         html.P(links, className="links")],
        className="half",
    )  # fmt: skip


PAGE = Page(
    f"{STEMS[_LEVEL]}/<>",
    see,
    charts=("distrito-fiscal",),
    sample="sullana",
    missing="district",
    feed=OF_PLACE,
    near=near,
    subjects=lambda store: [one.slug for one in territories.subjects(store, _LEVEL)],
    placed=True,
)
