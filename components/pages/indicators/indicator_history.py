"""The years of an indicator: the chart with its table, and the warnings of each value."""

from dash import html
from dash.development.base_component import Component

from components import year_words
from components.charts.views import Views
from components.figure_card import figure
from components.format import ABSENT, joined, percent, printed
from components.table import state, table
from components.texts import t
from data.model import Indicador, MetaAjustada, Valor
from data.store import Store


def history(views: Views, row: Indicador) -> Component:
    """Return the chart of its years with their table."""
    store = views.store
    view = views.of("indicador", views.filters.with_(codigo=row.codigo))
    shown = {int(year) for year in view.frame["anio"]}
    values = [value for value in store.history(row.codigo) if value.anio in shown]
    rows = [
        [
            year_words.option(store, value.anio),
            _target(row, value),
            _obtained(row, value),
            percent(value.avance_publicado),
            percent(value.avance_calculado),
            [state(value), *_short_warnings(store, value)],
        ]
        for value in values
    ]
    names = ("anio", "logro_esperado", "valor_obtenido", "avance_publicado", "avance_calculado",
             "semaforo")  # fmt: skip
    years = table(t("ficha.years"), [t(f"columns.{n}") for n in names], rows, numeric=range(1, 5))
    return figure(view, years, open_table=True)


def ahead(store: Store, row: Indicador) -> Component | None:
    """Return the targets of the years that have not closed, each with a way to see its year."""
    values = [v for v in store.history(row.codigo) if store.state(v.anio) != "cerrado"]
    if not values:
        return None
    rows = [
        [html.A(year_words.option(store, value.anio), href=_at(value)),
         _target(row, value), _obtained(row, value), state(value)]
        for value in values
    ]  # fmt: skip
    names = ("anio", "logro_esperado", "valor_obtenido", "semaforo")
    title = t("ficha.ahead")
    shown = table(title, [t(f"columns.{name}") for name in names], rows, numeric=(1, 2))
    return html.Section([html.H2(title), shown])


def adjusted(store: Store, row: Indicador) -> Component | None:
    """Say which targets were changed, from what to what and why."""
    rows = store.by(MetaAjustada, "codigo").get((row.codigo,), ())
    if not rows:
        return None
    items = [
        html.Li(t("ficha.adjusted_one", year=one.anio, reason=one.motivo,
                  before=printed(one.valor_anterior, row.unidad),
                  after=printed(one.valor_nuevo, row.unidad)))
        for one in rows
    ]  # fmt: skip
    return html.Section([html.H2(t("ficha.adjusted")), html.Ul(items)])


def _at(value: Valor) -> str:
    return f"/indicadores/{value.codigo}?anio={value.anio}"


def _target(row: Indicador, value: Valor) -> str:
    if value.logro_esperado is None:
        return ABSENT if value.estado == year_words.PENDING else "ND"
    return printed(value.logro_esperado, row.unidad)


def _obtained(row: Indicador, value: Valor) -> str:
    if value.valor_obtenido is None:
        return "ND" if value.estado == "nd" else t(f"states.{value.estado}")
    return printed(value.valor_obtenido, row.unidad)


def _short_warnings(store: Store, value: Valor) -> list[Component]:
    names = [t(f"warnings_short.{name}") for name in store.warnings(value.codigo, value.anio)]
    return [html.Small(f"⚠ {joined(names)}", className="warning")] if names else []
