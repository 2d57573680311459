"""The side of a sheet: why its colour, what to mind, what it measures."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components import explained
from components.format import printed
from components.pages.page import Content
from components.table import status
from components.texts import known as has_text
from components.texts import t
from data import audit
from data.model import Indicador, Lineamiento, Objetivo, Servicio, Valor
from data.store import Store
from data.text_normalisation import slug


def why(row: Indicador, value: Valor) -> Component:
    """Return the rule of the traffic light with the numbers of this value in it."""
    parts: Content = [html.H2(t("ficha.why"))]
    if value.avance_calculado is None:
        key = "ficha.why_pending" if value.estado == "por-vencer" else "ficha.why_none"
        return html.Section([*parts, html.P(t(key))], className="why")
    formula = t(
        "ficha.why_formula",
        value=printed(value.valor_obtenido, row.unidad),
        target=printed(value.logro_esperado, row.unidad),
        result=printed(value.avance_calculado),
    )
    parts.append(html.P(formula, className="formula"))
    if value.avance_publicado is None:
        parts.append(html.P(t("ficha.why_not_published", year=value.anio)))
    else:
        same = not audit.irreproducible([value])
        agrees = t("ficha.why_equal") if same else t("ficha.why_differs")
        said = t("ficha.why_published", published=printed(value.avance_publicado))
        parts.append(html.P([said, " ", agrees]))
    band = t(
        "ficha.why_band",
        percent=printed(value.percent),
        word=t(f"lights.{value.semaforo}"),
        band=t(f"bands.{value.semaforo}"),
    )
    parts.append(html.P([status(value.semaforo), " ", band]))
    return html.Section(parts, className="why")


def warnings(store: Store, row: Indicador, value: Valor) -> Component:
    """Return the warnings of a value in plain words."""
    names = store.warnings(row.codigo, value.anio)
    items: Any = (
        html.Ul([html.Li(t(f"warnings.{name}")) for name in names])
        if names
        else html.P(t("ficha.warnings_none"))
    )
    return html.Section([html.H2(t("ficha.warnings")), items])


def identity(store: Store, row: Indicador, year: int) -> Component:
    """Return what the indicator measures, who answers, and where it hangs in the policy."""
    guideline = next((g for g in store.rows(Lineamiento) if g.codigo == row.lineamiento), None)
    service = next((s for s in store.rows(Servicio) if s.codigo == row.servicio), None)
    pairs = _measured(store, row, year)
    if row.tipo:
        pairs.insert(2, ("type", row.tipo))
    if row.nombre_corto:
        pairs.insert(0, ("short_name", t("ficha.short_ours", name=row.nombre_corto)))
    if service and guideline:
        pairs += [
            ("guideline", f"{guideline.codigo}. {guideline.nombre}"),
            ("service", f"{service.numero}. {service.nombre}"),
        ]
    listed = [part for key, text in pairs for part in (html.Dt(t(f"ficha.{key}")), html.Dd(text))]
    return html.Section([html.H2(t("ficha.measures")), html.Dl(listed)])


def _measured(store: Store, row: Indicador, year: int) -> list[tuple[str, Any]]:
    """Return what every indicator has: who answers, from where it starts, how it is read."""
    objective = next(o for o in store.rows(Objetivo) if o.codigo == row.objetivo)
    base = printed(row.linea_base_valor, row.unidad)
    known = store.entities.get(store.responsible(row.codigo, year))
    return [
        (
            "responsible",
            [*explained.responsible(store, row, year), f" · {known.nombre}" if known else ""],
        ),
        ("base", f"{base} ({row.linea_base_anio})")
        if row.linea_base_valor is not None
        else ("base", t("ficha.base_nd", year=row.linea_base_anio)),
        ("direction", _told("directions", row.sentido)),
        ("aggregation", _told("aggregations", row.agregacion)),
        ("unit", t("ficha.unit_pct") if row.unidad == "%" else t("ficha.unit_n")),
        ("objective", f"{objective.codigo}. {objective.texto}"),
    ]


def _told(family: str, word: str) -> str:
    """Return what a word of the report means; the word itself where the texts do not know it."""
    key = f"ficha.{family}.{slug(word)}"
    return t(key) if has_text(key) else word
