"""The field of the period that a map shows, and what fields show where the address says nothing."""

from typing import Any

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components.field_kinds import field_id
from components.format import count, span
from components.texts import t
from data.codes import MEASURES
from data.query import map_periods
from data.query.filters import Filters
from data.store import Store


def starting(store: Store) -> dict[str, str]:
    """Return what the controls show where the address says nothing, so that it may leave it out."""
    found = map_periods.chosen(store, Filters(), "distrito_fiscal")
    first = found.period.codigo if found else ""
    return {"anio": str(store.latest), "periodo": first, "medida": MEASURES[0]}


def period(store: Store, filters: Filters) -> Component:
    """Return the field of the periods of the map: the yearly series, then what came before."""
    found = map_periods.published(store, "distrito_fiscal")
    options = [
        choice
        for name, held in (("series", True), ("history", False))
        if any(one.annual == held for one in found)
        for choice in (
            {"label": t(f"filters.period_{name}"), "value": f"-{name}", "disabled": True},
            *(_period_choice(one) for one in found if one.annual == held),
        )
    ]
    shown = filters.periodo or starting(store)["periodo"]
    if shown not in {option["value"] for option in options}:
        options.append({"label": t("filters.no_map", period=shown), "value": shown})
    control = dbc.Select(id=field_id("periodo"), options=options, value=shown)
    return html.Label([html.Span(t("filters.periodo")), control], className="filter long")


def _period_choice(one: map_periods.Map) -> dict[str, Any]:
    """Name a period; the doubt about the scope of the yearly series is said beside its map."""
    said = span(one.period.inicio, one.period.fin)
    if one.annual:
        return {"label": said, "value": one.period.codigo}
    key = "doubtful" if one.coverage.completo == "dudoso" else "districts"
    amount = count(one.coverage.con_dato, t("access.district"), t("access.districts"))
    label = t(f"filters.period_{key}", period=said, amount=amount)
    return {"label": label, "value": one.period.codigo}
