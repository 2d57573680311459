"""The rows of any chart as a table in words, for charts that no page has laid out by hand."""

from datetime import date
from decimal import Decimal

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.chart import records
from components.filter_words import word
from components.format import ABSENT, number
from components.table import status, table
from components.texts import known, t
from data.codes import LIGHTS

_HIDDEN = frozenset({"fuente"})
_CODED = {"eje": "eje", "sector": "sector"}
_MOST = 400


def rows_table(title: str, frame: pd.DataFrame) -> list[Component]:
    """Return the rows and columns of a selection but its source key, which the footnote says."""
    names = [str(name) for name in frame.columns if name not in _HIDDEN]
    found = records(frame)[:_MOST]
    body = [[_cell(name, row.get(name), row.get("estado")) for name in names] for row in found]
    numeric = [i for i, name in enumerate(names) if i and _is_numeric(frame[name].tolist())]
    shown = table(title, [heading(name) for name in names], body, numeric=numeric)
    left = len(frame) - len(found)
    return (
        [shown, html.P(t("embed.more_rows", amount=left), className="caveat")] if left else [shown]
    )


def heading(name: str) -> str:
    """Return the words of a column."""
    key = f"columns.{name}"
    return t(key) if known(key) else name.replace("_", " ").capitalize()


def _is_numeric(values: list[object]) -> bool:
    given = [value for value in values if value is not None]
    return bool(given) and all(isinstance(value, int | Decimal) for value in given)


def _cell(name: str, value: object, state: object) -> Component | str:
    if value is None or value is pd.NA:
        absent = known(f"states_short.{state}") and name.startswith("valor")
        return t(f"states_short.{state}") if absent else ABSENT
    if name == "semaforo" and value in LIGHTS:
        return status(value)
    if name in _CODED:
        return word(_CODED[name], str(value))
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    years = name.startswith("anio") or "periodo" in name
    return number(value) if isinstance(value, int | Decimal) and not years else str(value)
