"""Screens of one territory, for the table of work of a region: its registers, who coordinates."""

from collections.abc import Iterator
from dataclasses import replace

from dash import html

from components.charts.views import Views
from components.pages.territories import around, headlines, silences
from components.session.screen import Screen, chart_screen, cited
from components.texts import t
from data.query import territories, territory_page
from data.query.territories import Subject

_MOST = 4


def territory(views: Views) -> Iterator[Screen]:
    """Give the registers of the territory of the address, then its spaces and what is not known."""
    store, named = views.store, views.filters.lugar
    one = territories.find(store, "departamento", named)
    district = territories.find(store, "distrito_fiscal", named)
    if one:
        yield from _department(views, one)
    elif district:
        view = views.of("distrito-fiscal")
        yield chart_screen(view, headlines.headline(store, district), [t("territorio.limit")])
    else:
        yield Screen(t("sesion.territory_none"), [html.P(t("sesion.territory_how"))],
                     page="/territorios")  # fmt: skip


def _department(views: Views, one: Subject) -> Iterator[Screen]:
    store = views.store
    police, prosecutors = map(views.of, ("territorio-policia", "territorio-fiscalias"))
    if len(police.frame):
        heading = headlines.headline(store, one)
        yield replace(chart_screen(police, heading, [t("territorio.limit")]), code="policia")
    if len(prosecutors.frame):
        heading = headlines.prosecuted(store, one)
        yield replace(chart_screen(prosecutors, heading), code="fiscalias")
    spaces, plans = around.coordinated(store, [one])
    said = [html.Li(f"{row.nombre}: {row.estado}") for row in spaces]
    said += [html.Li(t("territorio.plan", name=row.region, state=row.estado)) for row in plans]
    none = t("territorio.spaces_none", names=one.name)
    sources = cited(store, [*(row.fuente for row in spaces), *(row.fuente for row in plans)])
    yield Screen(t("territorio.spaces", names=one.name),
                 [html.Ul(said[:_MOST]) if said else html.P(none)], sources if said else "",
                 f"/territorios/{one.slug}#coordinacion", code="coordinacion")  # fmt: skip
    gaps = silences.sentences(store, one, territory_page.districts(store, one))
    yield Screen(t("territorio.silence.title", name=one.name),
                 [html.Ul([html.Li(text) for text in gaps[:_MOST]])],
                 page=f"/territorios/{one.slug}#lo-que-nadie-publica", code="vacios")  # fmt: skip
