"""The screens of who was silent: the indicators for which information is missing."""

from collections.abc import Iterator

from dash import html

from components import explained
from components.band_counts import indicators
from components.charts.status_strip import with_moved
from components.charts.views import Views
from components.format import joined
from components.session.room_lines import lined, tall
from components.session.screen import Screen, cited, fitted, who
from components.session.words import absent
from components.table import Cell
from components.texts import t
from components.year_words import standing_of
from data.model import SinReporte, Valor
from data.query.filters import Filters
from data.store import Store

_NAMES = 4
# The width of a column of the list, px: assets/session.css has it in letters.
_WHO, _NAME, _SAID = 197, 269, 453


def silent(views: Views) -> Iterator[Screen]:
    """Give the indicators for which the report says that information is missing."""
    store, filters = views.store, views.filters
    year, pairs = store.year(filters), store.chosen(filters)
    chosen = {row.codigo for row, _ in pairs}
    if filters.narrows and not pairs:
        return
    if store.state(year) != "cerrado":
        yield Screen(standing_of(store, pairs, year), [html.P(t("years.nobody_silent"))])
        return
    missing = [row for row in store.rows(SinReporte) if row.anio == year and row.codigo in chosen]
    if not missing:
        said = [html.P(text) for text in absent(pairs, year)]
        yield Screen(_nobody(store, filters, year), said)
        return
    yield from _told(store, missing, year)


def _told(store: Store, missing: list[SinReporte], year: int) -> Iterator[Screen]:
    cells = [_row(store, row) for row in missing]
    head = [t("columns.entidad"), t("columns.nombre"), t("columns.motivo")]
    sources = cited(store, [row.fuente for row in missing])
    heading = _silenced(store, missing, year)
    for part, shown in fitted(heading, head, cells):
        yield Screen(
            heading + part, [html.Div(shown, className="silenced")], sources, "/",
            more=[f"{_entity(store, row)}, {row.codigo}. {store.indicators[row.codigo].nombre}: "
                  f"«{row.motivo}»" for row in missing],
            figures={"sin_reporte": [row.model_dump() | {"entidad": _entity(store, row)}
                                     for row in missing]},
        )  # fmt: skip


def _row(store: Store, row: SinReporte) -> tuple[list[Cell], float]:
    """Return an indicator with what the report says of it, whole, and how high it is."""
    indicator, said = store.indicators[row.codigo], f"«{row.motivo}»"
    cells = [who(store, indicator, row.anio), indicator.short, said]
    return cells, tall(lined(_entity(store, row), _WHO), lined(indicator.short, _NAME),
                       lined(said, _SAID))  # fmt: skip


def _entity(store: Store, row: SinReporte) -> str:
    """Name who has the indicator, with the entity to which the report says that it passed."""
    return with_moved(row.entidad, explained.moved_to(store, row.codigo, row.anio))


def _nobody(store: Store, filters: Filters, year: int) -> str:
    """Say that the list of the report names nobody; of a year without results, only that."""
    if all(row.valor_obtenido is None for row in store.rows(Valor) if row.anio == year):
        return t("sesion.silent_absent", year=year)
    return t("sesion.silent_none_selected" if filters.narrows else "sesion.silent_none", year=year)


def _silenced(store: Store, missing: list[SinReporte], year: int) -> str:
    """Say of whom the report has no information: by name, or how many answer by the matrix."""
    rows = [store.then(row.codigo, year) for row in missing]
    names = list(dict.fromkeys(explained.named(store, row, year) for row in rows))
    said = {"year": year, "amount": indicators(len(missing))}
    if len(names) <= _NAMES:
        return t("sesion.silent", who=joined(names), **said)
    return t("sesion.silent_many", who=len({row.responsable for row in rows}), **said)
