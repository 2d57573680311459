"""What stands where there is nothing to show: no row under the filters, no results of a year."""

from dash import html
from dash.development.base_component import Component

from components.controls import link
from components.texts import t
from data.model import Valor
from data.store import Store


def no_rows(path: str) -> Component:
    """Say that a selection leaves no row, and lead back to the whole page."""
    back = html.P(link(t("empty.way_back"), path, ""))
    return html.Section([html.P(t("empty.rows")), back], className="empty")


def no_results(store: Store, year: int) -> Component:
    """Say that a year has no results, or only that these indicators have none."""
    some = any(row.anio == year and row.valor_obtenido is not None for row in store.rows(Valor))
    key = "no_values" if some else "no_results"
    return html.P(t(f"empty.{key}", year=year), className="remark")
