"""What is in red, and who was silent: each with who answers and what the sources say."""

from dash import html
from dash.development.base_component import Component

from components import explained
from components.band_counts import indicators
from components.format import joined, number
from components.pages.overview.charge_row import charge
from components.table import advance, indicator_link
from components.texts import t
from components.truncated_list import cut
from data.model import SinReporte
from data.query.filters import Filters
from data.query.ordering import Pair
from data.store import Store

# The home is one reading: what is in red beyond these is in the file.
_MOST = 25


def red(store: Store, pairs: list[Pair]) -> Component:
    """Return the indicators below 75 %, each with the institution that answers for it."""
    found = [pair for pair in pairs if pair[1].semaforo == "rojo"]
    title = t("panorama.red")
    if not found:
        return html.Section([html.H2(title), html.P(t("panorama.red_none"))])
    shown, rest = cut(found, "valores", _MOST)
    items = [charge(store, row, value, advance(value)) for row, value in shown]
    unexplained = explained.silence(store, found)
    return html.Section([html.H2(title), html.Ul(items, className="charges"), *rest, unexplained],
                        className="red")  # fmt: skip


def silent(store: Store, filters: Filters, year: int) -> Component | None:
    """Return the figures that the report counts as missing, each with what it says of it.

    Nothing of a year that has not closed: what it lacks may still come.
    """
    if store.state(year) != "cerrado":
        return None
    chosen = {row.codigo for row, _ in store.chosen(filters)}
    missing = [row for row in store.rows(SinReporte) if row.anio == year and row.codigo in chosen]
    title = t("panorama.silent")
    if not missing:
        return html.Section([html.H2(title), html.P(t("panorama.silent_none")),
                             _printed_nd(store, filters, year)])  # fmt: skip
    items = [
        html.Li(
            [
                html.Strong(explained.responsible(store, store.indicators[row.codigo], row.anio)),
                " · ",
                indicator_link(row.codigo, store.indicators[row.codigo].short),
                html.P([f"{_printed(store, row)} «{row.motivo}»"], className="caveat"),
                *explained.notes(store, row.codigo, row.anio),
            ]
        )
        for row in missing
    ]
    names = [explained.named(store, store.indicators[row.codigo], year) for row in missing]
    who = t("panorama.silent_who", names=joined(list(dict.fromkeys(names))))
    lead = html.P(t("panorama.silent_lead", year=year))
    listed = [html.Summary(who), lead, html.Ul(items, className="plain")]
    return html.Section([html.H2(title), html.Details(listed, className="beside")])


def _printed_nd(store: Store, filters: Filters, year: int) -> Component | None:
    """Say how many values the matrix prints as ND: it names no reason for those."""
    amount = sum(value.estado == "nd" for _, value in store.chosen(filters))
    if not amount:
        return None
    return html.P(t("panorama.silent_nd", amount=indicators(amount), year=year), className="caveat")


def _printed(store: Store, row: SinReporte) -> str:
    """Say which figure the report prints all the same; '' where it prints none."""
    value = store.values.get((row.codigo, row.anio))
    if value is None or value.valor_obtenido is None:
        return ""
    unit = store.indicators[row.codigo].unidad
    return t("panorama.silent_printed", value=number(value.valor_obtenido, unit))
