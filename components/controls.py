"""The filter bar: a plain form without JavaScript, Dash controls with it."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.format import count, joined, span
from components.markup import attrs
from components.texts import t
from data.codes import DOCUMENTS, LIGHTS, MEASURES, SEVERITIES
from data.model import Accion2017, FraseRuta, Indicador, Meta2007, Objetivo, Ruta
from data.query import map_periods, route_pairs
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store
from data.text_normalisation import slug

_LISTS = ("sector", "entidad", "eje", "semaforo")


def bar(store: Store, filters: Filters, path: str, names: tuple[str, ...]) -> Component:
    """Return the form with the named filters, set to the state of the address."""
    makers = {
        "anio": _year, "sector": _sector, "entidad": _entity, "eje": _axis, "semaforo": _light,
        "periodo": _period, "medida": _measure, "tipo": _kind, "zona": _zone, "lugar": _place,
        "documento": _document, "severidad": _severity, "buscar": _search,
    }  # fmt: skip
    if path == "/planes":
        makers |= {"eje": _plan_axis, "periodo": _plan_period}
    shown = [makers[name](store, filters) for name in names]
    return html.Form(
        [
            *shown,
            *_kept(filters, names),
            html.Div(
                [
                    html.Button(t("filters.apply"), type="submit", className="apply"),
                    html.A(
                        t("filters.clear"),
                        id={"type": "clear", "name": "all"},
                        href=path,
                        className="clear",
                        hidden=not filters.to_query(),
                        **_view(""),
                    ),
                ],
                className="filter-actions",
            ),
        ],
        id="filters",
        action=path,
        className="filters",
        method="get",
        **attrs(aria_label=t("filters.title")),
    )


def link(text: Any, path: str, query: str, **more: Any) -> Component:
    """Return a link that changes the state of the same page, with or without JavaScript."""
    return html.A(text, href=f"{path}?{query}" if query else path, **_view(query), **more)


def _view(query: str) -> dict[str, Any]:
    return {"data-query": query}


def _id(name: str) -> dict[str, str]:
    return {"type": "filter", "name": name}


def _year(store: Store, filters: Filters) -> Component:
    years = [{"label": str(year), "value": str(year)} for year in reversed(store.years)]
    control = dbc.Select(id=_id("anio"), options=years, value=str(store.year(filters)))
    return html.Label([html.Span(t("filters.anio")), control], className="filter")


def _kind(store: Store, filters: Filters) -> Component:
    kinds = dict.fromkeys(row.tipo for row in store.rows(Ruta))
    return _one("tipo", {kind: t(f"charts.rutas.key_{kind}") for kind in kinds}, filters.tipo)


def _zone(store: Store, filters: Filters) -> Component:
    zones = [row.zona for row in store.rows(FraseRuta) if row.pares and row.zona]
    return _one("zona", {slug(zone): zone for zone in zones}, filters.zona)


def _place(store: Store, filters: Filters) -> Component:
    return _one("lugar", route_pairs.places(store.rows(Ruta)), filters.lugar)


def _document(store: Store, filters: Filters) -> Component:
    names = {code: t(f"documents.{code}") for code in DOCUMENTS}
    return _one("documento", names, filters.documento)


def _severity(store: Store, filters: Filters) -> Component:
    names = {code: t(f"metodologia.severity.{code}") for code in SEVERITIES}
    return _one("severidad", names, filters.severidad)


def _one(name: str, options: Mapping[Any, str], chosen: str) -> Component:
    """Return a list of which one may be chosen; none is everything."""
    listed = [{"label": t("filters.any"), "value": ""}]
    listed += [{"label": label, "value": value} for value, label in options.items()]
    control = dbc.Select(id=_id(name), options=listed, value=chosen, placeholder=t("filters.any"))
    return html.Label([html.Span(t(f"filters.{name}")), control], className="filter")


def _sector(store: Store, filters: Filters) -> Component:
    held = {row.sector for row in store.indicators.values()}
    codes = sorted(held, key=lambda code: t(f"sectors.{code}"))
    return _choices("sector", [(code, t(f"sectors.{code}")) for code in codes], filters.sector)


def _entity(store: Store, filters: Filters) -> Component:
    """Offer the institutions that a plan or the policy makes answer for something."""
    cells = [row.responsable for row in store.rows(Indicador)]
    cells += [row.responsables for row in store.rows(Accion2017)]
    cells += [row.agentes or "" for row in store.rows(Meta2007)]
    initials = sorted({one for cell in cells for one in cell.split(";") if one})
    return _choices("entidad", [(one.lower(), one) for one in initials], filters.entidad)


def _plan_axis(store: Store, filters: Filters) -> Component:
    present = dict.fromkeys(row.eje for row in store.rows(Objetivo))
    return _choices("eje", [(code, t(f"axes.{code}")) for code in present], filters.eje)


def _plan_period(store: Store, filters: Filters) -> Component:
    value = filters.periodo if filters.periodo in PERIODS else ""
    return _one("periodo", {period: period for period in PERIODS}, value)


def _axis(store: Store, filters: Filters) -> Component:
    present = dict.fromkeys(row.eje for row in store.indicators.values())
    return _choices("eje", [(code, t(f"axes.{code}")) for code in present], filters.eje)


def _light(store: Store, filters: Filters) -> Component:
    return _choices("semaforo", [(code, t(f"lights.{code}")) for code in LIGHTS], filters.semaforo)


def _choices(name: str, options: list[tuple[str, str]], chosen: tuple[str, ...]) -> Component:
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(t(f"filters.{name}")),
                    html.Span(said(name, chosen), className="chosen", id=_chosen(name)),
                ]
            ),
            html.Fieldset(
                [
                    html.Legend(t(f"filters.{name}"), className="unseen"),
                    dbc.Checklist(
                        id=_id(name),
                        options=[{"label": label, "value": code} for code, label in options],
                        value=list(chosen),
                    ),
                ]
            ),
        ],
        className="filter choices",
        id=f"choices-{name}",
    )


def said(name: str, chosen: tuple[str, ...]) -> str:
    """Return the words that a closed list of choices shows."""
    family = {"sector": "sectors", "eje": "axes", "semaforo": "lights"}.get(name)
    words = [t(f"{family}.{code}") if family else code.upper() for code in chosen]
    return joined(words) or t("filters.any")


def summaries(filters: Filters) -> dict[str, str]:
    """Return those words for every list, so that a change need not write the controls anew."""
    return {name: said(name, getattr(filters, name)) for name in _LISTS}


def _chosen(name: str) -> dict[str, str]:
    return {"type": "chosen", "name": name}


def starting(store: Store) -> dict[str, str]:
    """Return what the controls show where the address says nothing, so that it may leave it out."""
    found = map_periods.chosen(store, Filters(), "distrito_fiscal")
    period = found.period.codigo if found else ""
    return {"anio": str(store.latest), "periodo": period, "medida": MEASURES[0]}


def _period(store: Store, filters: Filters) -> Component:
    found = map_periods.published(store, "distrito_fiscal")
    options = [{"label": _period_label(one), "value": one.period.codigo} for one in found]
    shown = filters.periodo or starting(store)["periodo"]
    if shown not in {option["value"] for option in options}:
        options.append({"label": t("filters.no_map", period=shown), "value": shown})
    control = dbc.Select(id=_id("periodo"), options=options, value=shown)
    return html.Label([html.Span(t("filters.periodo")), control], className="filter long")


def _period_label(one: map_periods.Map) -> str:
    said = span(one.period.inicio, one.period.fin)
    key = "doubtful" if one.coverage.completo == "dudoso" else "districts"
    amount = count(one.coverage.con_dato, t("access.district"), t("access.districts"))
    return t(f"filters.period_{key}", period=said, amount=amount)


def _measure(store: Store, filters: Filters) -> Component:
    options = [{"label": t(f"filters.measure.{name}"), "value": name} for name in MEASURES]
    control = dbc.Select(id=_id("medida"), options=options, value=filters.medida or MEASURES[0])
    return html.Label([html.Span(t("filters.medida")), control], className="filter long")


def _search(store: Store, filters: Filters) -> Component:
    control = dbc.Input(
        id=_id("buscar"), value=filters.buscar, type="search", debounce=0.3, maxlength=80,
        placeholder=t("filters.search_hint"),
    )  # fmt: skip
    return html.Label([html.Span(t("filters.buscar")), control], className="filter grow")


def _kept(filters: Filters, names: tuple[str, ...]) -> list[Component]:
    """Keep in the form what the address holds and no control shows."""
    empty = Filters()
    hidden = filters.with_(**{name: getattr(empty, name) for name in names})
    pairs = [part.split("=", 1) for part in hidden.to_query().split("&") if part]
    return [
        dbc.Input(id={"type": "kept", "name": name}, type="hidden", value=unquote(value))
        for name, value in pairs
    ]
