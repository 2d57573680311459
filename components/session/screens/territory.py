"""Screens of one territory, for the table of work of a region: its registers, who coordinates."""

from collections.abc import Iterator
from dataclasses import replace

from dash import html

from components.charts.views import Views
from components.pages.territories import around, headlines, registers, silences
from components.session.screen import Screen, chart_screen, cited
from components.texts import t
from data.query import territories, territory_page
from data.query.territories import Subject

_MOST, _DRAWN = 4, 2


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
    districts = territory_page.districts(store, one)
    if len(police.frame):
        heading = headlines.headline(store, one)
        yield replace(chart_screen(police, heading, [t("territorio.limit")]), code="policia")
    if len(prosecutors.frame):
        screen = chart_screen(prosecutors, headlines.prosecuted(store, one))
        if len(districts) > _DRAWN:
            screen = replace(screen, body=[registers.inside(store, districts)])
        yield replace(screen, code="fiscalias")
    yield _coordination(views, one)
    gaps = silences.sentences(store, one, districts)
    yield Screen(t("territorio.silence.title", name=one.name),
                 [_some([html.Li(text) for text in gaps])],
                 page=f"/territorios/{one.slug}#lo-que-nadie-publica", code="vacios")  # fmt: skip


def _some(listed: list[html.Li]) -> html.Div:
    """Return what fits of a list, and how many of it the page has besides."""
    left = len(listed) - _MOST
    more = html.P(t("sesion.rest", amount=left), className="reason") if left > 0 else None
    return html.Div([html.Ul(listed[:_MOST]), more])


def _coordination(views: Views, one: Subject) -> Screen:
    """Return who coordinates in a departamento and by which plan, or that no source names one."""
    store = views.store
    spaces, plans = around.coordinated(store, [one])
    said = [html.Li(f"{row.nombre}: {row.estado}") for row in spaces]
    said += [html.Li(t("territorio.plan", name=row.region, state=row.estado)) for row in plans]
    none = [] if spaces else [t("territorio.spaces_none", names=one.name)]
    none += [] if plans else [t("territorio.plan_none", names=one.name)]
    sources = [row.fuente for row in spaces] + [row.fuente for row in plans]
    body = [_some(said) if said else None, *map(html.P, none)]
    return Screen(t("territorio.spaces", names=one.name), body,
                  cited(store, sources) if sources else "",
                  f"/territorios/{one.slug}#coordinacion", code="coordinacion")  # fmt: skip
