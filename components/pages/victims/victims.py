"""The registers of people side by side: what each counts, what it leaves out, why they differ."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import records
from components.charts.views import Views
from components.figure_card import figure
from components.pages.page import Content, Page, Seen
from components.pages.victims import victims_tables as tables
from components.texts import t
from data.query import people_counted
from data.store import Store

_PATH = "/victimas"
_WHY = ("act", "same", "revised", "scope")
_FILES = ("incidencia", "series", "cifras")


def see(views: Views, subject: str) -> Seen:
    """Return the page: the registers of victims and of justice, the figures apart, the reasons."""
    store = views.store
    victims, judged = views.of("victimas"), views.of("sentencias")
    content: Content = [
        html.Section(
            [html.H1(t("victimas.headline")), html.P(t("victimas.lead"), className="lead")]
        )
    ]
    content += [
        figure(view, tables.side(view.title, records(view.frame)), open_table=True)
        for view in (victims, judged)
        if len(view.frame)
    ]
    content += [
        _why(),
        tables.registers(store, records(victims.frame) + records(judged.frame)),
        *_apart(store),
        tables.protected(store),
        _onwards(),
    ]
    said = f"{victims.finding or t('victimas.headline')}. {t('victimas.lead')}"
    return Seen(t("victimas.title"), t("victimas.description"), said, content, _dataset())


def _why() -> Component:
    items = [html.Li(t(f"victimas.why.{name}")) for name in _WHY]
    return html.Section([html.H2(t("victimas.reasons")), html.Ul(items)], id="por-que")


def _apart(store: Store) -> Content:
    """Return the figures that stand in no series: victims, accused, justice."""
    parts = (
        ("loose_victims", "loose_lead", people_counted.VICTIMS),
        ("accused", "accused_lead", people_counted.ACCUSED),
        ("loose_judged", "loose_lead", people_counted.JUDGED),
    )
    return [tables.loose(store, *part) for part in parts]


def _onwards() -> Component:
    ways = [html.A(t(f"victimas.to.{name}"), href=f"/{name}")
            for name in ("perfil", "territorios", "mapa")]  # fmt: skip
    files = [html.A(f"{name}.csv", href=f"/datos/{name}.csv") for name in _FILES]
    return html.Section([html.H2(t("victimas.onwards")), html.P(ways, className="links"),
                         html.P(files, className="links")])  # fmt: skip


def _dataset() -> dict[str, Any]:
    files = [f"/datos/{name}.csv" for name in _FILES]
    return {"name": t("victimas.title"), "description": t("victimas.description"), "files": files}


PAGE = Page(_PATH, see, charts=("victimas", "sentencias"))
