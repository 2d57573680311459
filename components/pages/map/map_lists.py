"""The lists tied to the maps, the table of the series, and the small map of the Panorama."""

from decimal import Decimal
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record, records
from components.charts.map_rates import few_cases
from components.charts.map_words import counted, name, place, summed
from components.figure_card import actions
from components.format import number, percent
from components.markup import attrs
from components.table import table
from components.texts import t
from data.query.map_rows import COMPUTED


def districts(frame: pd.DataFrame) -> Component:
    """Return every distrito fiscal with its figure or its kind of absence, greatest first."""
    listed = _places(frame, "mapa", t("mapa.list"), t("mapa.place"))
    return html.Div([html.P(t("mapa.list_hint"), className="caveat needs-script"), listed])


def departments(frame: pd.DataFrame) -> Component:
    """Return every departamento in the same way."""
    return _places(frame, "mapa-pnp", t("mapa.list_pnp"), t("mapa.department"))


def _places(frame: pd.DataFrame, slug: str, caption: str, column: str) -> Component:
    rows, chosen = records(frame), frame.attrs.get("lugar", "")
    word = counted(rows[0]).capitalize()
    if rows[0]["medida"] == "tasa":
        body = [[[*_name(row, slug, chosen), _people(row)], _amount(row), _rate(row)]
                for row in rows]  # fmt: skip
        listed = table(caption, [column, word, t("mapa.rate")], body, numeric=[1, 2])
        return _passed(listed, slug)
    body = [[_name(row, slug, chosen), _amount(row), percent(row["porcentaje"])] for row in rows]
    if rows[0]["total"] is not None:
        total = t("mapa.total_computed" if summed(frame) else "mapa.total")
        body.append([total, number(rows[0]["total"]), percent(Decimal(100))])
    share = "mapa.share_computed" if rows[0]["porcentaje_es"] == COMPUTED else "mapa.share"
    listed = table(caption, [column, word, t(share)], body, numeric=[1, 2])
    return _passed(listed, slug)


def _passed(listed: Component, slug: str) -> Component:
    """Begin a list with the way past its links, which only the keyboard shows."""
    past = html.A(t("chart.past"), href=f"#{actions(slug)}", className="skip")
    return html.Div([past, listed], className="places")


def _people(row: Record) -> Component | None:
    """Return how many people the rate stands on."""
    if row["poblacion"] is None:
        return None
    return html.Small(t("mapa.people", people=number(row["poblacion"])))


def _rate(row: Record) -> list[Any]:
    """Return the rate, with the warning that few cases deserve."""
    return [number(row["tasa"]), html.Small(t("mapa.few")) if few_cases(row) else None]


def _name(row: Record, slug: str, chosen: str) -> Any:
    if row["estado"] == COMPUTED:
        return [name(row), html.Small(t("words.calculated"))]
    other = row["nombre_en_fuente"]
    said = html.Small(t("mapa.in_source", name=other)) if other not in (None, name(row)) else None
    current = "true" if chosen == row["codigo_territorio"] else None
    held = attrs(data_place=place(row), aria_current=current)
    spot = html.A(name(row), href=f"#grafico-{slug}", **held)
    return [spot, said]


def _amount(row: Record) -> str:
    if row["valor"] is None and row["porcentaje"] is None:
        return t(f"states_short.{row['estado']}")
    return number(row["valor"])


def series(frame: pd.DataFrame) -> Component:
    """Return one line per register and year, and why the years are not joined."""
    head = [t("mapa.register"), t("columns.anio"), t("columns.valor"), t("mapa.breaks")]
    body = [[_register(row), str(row["anio"]), _point(row), row["nota"]] for row in records(frame)]
    return table(t("mapa.series"), head, body, numeric=[2])


def _register(row: Record) -> str:
    return f"{row['institucion']}: {row['que_cuenta']}"


def _point(row: Record) -> str:
    return t(f"states_short.{row['estado']}") if row["valor"] is None else number(row["valor"])
