"""The head of a sheet: the name of the indicator, its state and its result in a sentence."""

from dash import html
from dash.development.base_component import Component

from components import explained
from components.format import number
from components.table import status
from components.texts import t
from data.model import Indicador, SinReporte, Valor
from data.store import Store


def shortened(name: str, longest: int = 70) -> str:
    """Cut a name at a word, with an ellipsis."""
    return name if len(name) <= longest else name[:longest].rsplit(" ", 1)[0] + "…"


def headline(row: Indicador, value: Valor) -> str:
    """Say the result and the target of a value, or which of them is missing."""
    target = number(value.logro_esperado, row.unidad)
    if value.valor_obtenido is None:
        key = "headline_nothing" if value.logro_esperado is None else "headline_none"
        return t(f"ficha.{key}", year=value.anio, target=target)
    key = "headline_no_target" if value.logro_esperado is None else "headline"
    return t(
        f"ficha.{key}",
        year=value.anio,
        value=number(value.valor_obtenido, row.unidad),
        target=target,
    )


def top(store: Store, row: Indicador, value: Valor) -> Component:
    """Return the name, the state, why it was silent and what the sources say."""
    over = (
        t("ficha.over_iss", numero=row.servicio_numero)
        if row.nivel == "ISS"
        else t("ficha.over_iop", objetivo=row.objetivo)
    )
    silent = [s for s in store.rows(SinReporte) if (s.codigo, s.anio) == (row.codigo, value.anio)]
    return html.Section(
        [
            html.P([html.Span(row.codigo, className="code"), f" · {over}"], className="over"),
            html.H1(row.nombre),
            html.P([status(value.semaforo), " ", headline(row, value)], className="lead"),
            *(
                html.P(t("ficha.silent", reason=f"«{s.motivo}»"), className="remark")
                for s in silent
            ),
            *explained.notes(store, row.codigo, value.anio),
        ]
    )
