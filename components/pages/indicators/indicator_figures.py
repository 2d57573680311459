"""The figures behind an indicator: those of the prose of a report, and its two parts."""

from dash import html
from dash.development.base_component import Component

from components.format import printed
from components.table import table
from components.texts import t
from data.model import Cifra, Componente, Indicador
from data.rules.progress import FULL, one_decimal
from data.store import Store


def figures(store: Store, row: Indicador) -> Component:
    """Return the absolute figures that a report gives behind an indicator or its service."""
    behind = {row.codigo, row.servicio}
    found = [figure_ for figure_ in store.rows(Cifra) if figure_.codigo in behind]
    title = t("ficha.figures")
    if not found:
        return html.Section([html.H2(title), html.P(t("ficha.figures_none"))])
    rows = [
        [f.concepto, printed(f.valor), f.unidad, store.sources[f.fuente].localizador] for f in found
    ]
    head = [t(f"columns.{name}") for name in ("concepto", "valor", "unidad", "fuente")]
    return html.Section([html.H2(title), table(title, head, rows, numeric=[1])])


def parts(store: Store, row: Indicador) -> Component | None:
    """Return the two parts of the indicator, period by period; nothing without them."""
    found = store.by(Componente, "codigo").get((row.codigo,), ())
    if not found:
        return None
    rows = [
        [one.periodo, printed(one.numerador), printed(one.denominador),
         printed(one_decimal(one.numerador / one.denominador * FULL)),
         printed(one.valor, row.unidad)]
        for one in found
    ]  # fmt: skip
    head = [t(f"ficha.parts_{name}") for name in ("period", "top", "bottom", "ratio")]
    title = t("ficha.parts")
    shown = table(title, [*head, t("columns.valor_obtenido")], rows, numeric=range(1, 5))
    return html.Section([html.H2(title), shown])
