"""What stands where there is nothing to show: no row under the filters, no results of a year."""

from dash import html
from dash.development.base_component import Component

from components.controls import link
from components.texts import t
from components.year_words import span
from data.model import Valor
from data.store import Store


def no_rows(path: str) -> Component:
    """Say that a selection leaves no row, and lead back to the whole page."""
    back = html.P(link(t("empty.way_back"), path, ""))
    return html.Section([html.P(t("empty.rows")), back], className="empty")


def no_year(store: Store, year: int) -> Component:
    """Say that the tables have nothing of a year, and lead to the last closed one."""
    back = html.P(link(t("empty.see_latest", year=store.latest), "/", ""))
    return html.Section([html.P(t("empty.no_year", year=year)), back], className="empty")


def no_results(store: Store, year: int) -> Component:
    """Say that a year has no results, or only that these indicators have none."""
    rows = store.by(Valor, "anio").get((year,), ())
    if store.state(year) != "cerrado":
        said = t("empty.no_results_yet", year=year)
    elif any(row.valor_obtenido is not None for row in rows):
        said = t("empty.no_values", year=year)
    elif year in (printed := _printed_nd(store)):
        said = t("empty.no_results", year=year, years=span(printed))
    else:
        said = t("empty.no_results_given", year=year)
    return html.P(said, className="remark")


def _printed_nd(store: Store) -> list[int]:
    """Return the years of which the matrix prints ND in every value."""
    years = store.by(Valor, "anio").items()
    return [year for (year,), rows in years if all(row.estado == "nd" for row in rows)]
