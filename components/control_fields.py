"""The field of each filter: a list of which one or several may be chosen, or a box of text."""

from collections.abc import Callable
from functools import partial

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components import year_words
from components.field_kinds import field_id, one_of, options, several_of, worded
from components.filter_words import chosen_word, document
from components.institution_names import name_beside, short_name
from components.period_field import period
from components.texts import t
from data.codes import LIGHTS, MEASURES, SEVERITIES
from data.model import Accion2017, Entidad, FraseRuta, Indicador, Meta2007, Objetivo, Ruta
from data.query import route_pairs
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store
from data.text_normalisation import alphabetical, slug

Maker = Callable[[Store, Filters], Component]


def field(store: Store, filters: Filters, path: str, name: str) -> Component:
    """Return the field of a filter on a page, set to the state of the address."""
    fields = _ON_PAGE.get(path, _FIELDS)
    return fields[name](store, filters)


def _year(store: Store, filters: Filters) -> Component:
    shown = sorted({*store.years, store.year(filters)}, reverse=True)
    years = options({str(year): year_words.option(store, year) for year in shown})
    control = dbc.Select(id=field_id("anio"), options=years, value=str(store.year(filters)))
    # On a phone, a year that says how it stands takes the whole line.
    wide = "filter" if store.state(store.year(filters)) == "cerrado" else "filter long"
    return html.Label([html.Span(t("filters.anio")), control], className=wide)


def _kind(store: Store, filters: Filters) -> Component:
    kinds = dict.fromkeys(row.tipo for row in store.rows(Ruta))
    return one_of("tipo", {kind: t(f"charts.rutas.key_{kind}") for kind in kinds}, filters.tipo)


def _zone(store: Store, filters: Filters) -> Component:
    zones = [row.zona for row in store.rows(FraseRuta) if row.pares and row.zona]
    return one_of("zona", {slug(zone): zone for zone in zones}, filters.zona)


def _place(store: Store, filters: Filters) -> Component:
    return one_of("lugar", route_pairs.places(store.rows(Ruta)), filters.lugar)


def _document(store: Store, filters: Filters) -> Component:
    return one_of(
        "documento", {code: document(store, code) for code in store.documents}, filters.documento
    )


def _severity(store: Store, filters: Filters) -> Component:
    return one_of("severidad", worded("severidad", SEVERITIES), filters.severidad)


def _sector(store: Store, filters: Filters) -> Component:
    held = {row.sector for row in store.indicators.values()}
    codes = sorted(held, key=lambda code: alphabetical(chosen_word("sector", code)))
    return several_of(store, "sector", worded("sector", codes), filters.sector)


def _entity(store: Store, filters: Filters) -> Component:
    """Offer the institutions that a plan or the policy makes answer for something."""
    cells = [row.responsable for row in store.rows(Indicador)]
    cells += [row.responsables for row in store.rows(Accion2017)]
    cells += [row.agentes or "" for row in store.rows(Meta2007)]
    named = {one for cell in cells for one in cell.split(";") if one}
    rows = {row.sigla: row for row in store.rows(Entidad)}
    words = {
        initials.lower(): (short_name(row) + name_beside(row)).removesuffix(f" ({initials})")
        for initials in named
        if (row := rows.get(initials))
    }
    ordered = dict(sorted(words.items(), key=lambda one: alphabetical(one[1])))
    return several_of(store, "entidad", ordered, filters.entidad)


def _plan_axis(store: Store, filters: Filters) -> Component:
    present = dict.fromkeys(row.eje for row in store.rows(Objetivo))
    return several_of(store, "eje", worded("eje", present), filters.eje)


def _plan_period(store: Store, filters: Filters) -> Component:
    value = filters.periodo if filters.periodo in PERIODS else ""
    return one_of("periodo", {period: period for period in PERIODS}, value)


def _axis(store: Store, filters: Filters) -> Component:
    present = dict.fromkeys(row.eje for row in store.indicators.values())
    return several_of(store, "eje", worded("eje", present), filters.eje)


def _light(store: Store, filters: Filters) -> Component:
    return several_of(store, "semaforo", worded("semaforo", LIGHTS), filters.semaforo)


def _measure(store: Store, filters: Filters) -> Component:
    listed = options(worded("medida", MEASURES))
    control = dbc.Select(id=field_id("medida"), options=listed, value=filters.medida or MEASURES[0])
    return html.Label([html.Span(t("filters.medida")), control], className="filter long")


def _search(store: Store, filters: Filters, hint: str = "filters.search_hint") -> Component:
    control = dbc.Input(
        id=field_id("buscar"), value=filters.buscar, type="search", debounce=0.3, maxlength=80,
        placeholder=t(hint),
    )  # fmt: skip
    return html.Label([html.Span(t("filters.buscar")), control], className="filter grow")


_FIELDS: dict[str, Maker] = {
    "anio": _year, "sector": _sector, "entidad": _entity, "eje": _axis, "semaforo": _light,
    "periodo": period, "medida": _measure, "tipo": _kind, "zona": _zone, "lugar": _place,
    "documento": _document, "severidad": _severity, "buscar": _search,
}  # fmt: skip
_ON_PAGE: dict[str, dict[str, Maker]] = {
    "/planes": _FIELDS | {"eje": _plan_axis, "periodo": _plan_period},
    "/territorios": {"buscar": partial(_search, hint="filters.place_hint")},
}
