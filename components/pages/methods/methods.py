"""Methodology: the rules, what could not be reproduced, the contradictions, the sources."""

from decimal import ROUND_DOWN, Decimal
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.format import joined, printed
from components.pages.methods import contradictions, counters, omitted
from components.pages.page import Page, Seen
from components.table import indicator_link, table
from components.texts import t
from components.truncated_list import cut
from components.year_words import span
from data import audit
from data.model import Avance, Fuente, Valor
from data.publish import provenance
from data.rules.progress import FULL
from data.store import Store

# The places of a document that are listed; the others are in the file of the sources.
_PLACES = 12
_RULES = ("advance", "objective", "light", "published", "absent", "warnings")


def see(views: Views, subject: str) -> Seen:
    """Return the methodology."""
    store, filters = views.store, views.filters
    content = [
        html.Section(
            [html.H1(t("metodologia.headline")), html.P(t("metodologia.lead"), className="lead")]
        ),
        _rules(store),
        _unreproduced(store),
        counters.section(store),
        contradictions.section(store, filters),
        omitted.section(store),
        _sources(store),
    ]
    title, about = t("metodologia.title"), t("metodologia.description")
    return Seen(title, about, t("metodologia.headline"), content)


def _rules(store: Store) -> Component:
    years = {"values": _published(store, Valor), "objectives": _published(store, Avance)}
    items = [html.Li(t(f"metodologia.rule.{name}", **years)) for name in _RULES]
    return html.Section([html.H2(t("metodologia.rules")), html.Ul(items)])


def _published(store: Store, kind: type[Valor] | type[Avance]) -> str:
    """Return the years of which the reports publish an advance."""
    return span({row.anio for row in store.rows(kind) if row.avance_publicado is not None})


def _rounded(store: Store) -> Component | None:
    """Say which advances of objectives are printed otherwise than they are computed."""
    wrong = [
        t("metodologia.unreproduced_objective", code=row.codigo, year=row.anio,
          published=printed(row.avance_publicado), computed=printed(row.avance_calculado))
        for row in audit.irreproducible_averages(store.rows(Avance), store.rows(Valor))
    ]  # fmt: skip
    if not wrong:
        return None
    return html.P(t("metodologia.unreproduced_objectives", parts=joined(wrong)))


def _unreproduced(store: Store) -> Component:
    published = [row for row in store.rows(Valor) if row.avance_publicado is not None]
    wrong = audit.irreproducible(published)
    lead = t(
        "metodologia.unreproduced_lead",
        total=len(published),
        years=span({row.anio for row in published}),
        good=len(published) - len(wrong),
    )
    first, rest = cut(wrong, "valores")
    rows = [_unreproduced_row(store, row) for row in first]
    names = ("codigo", "logro_esperado", "valor_obtenido", "avance_publicado", "avance_calculado",
             "motivo")  # fmt: skip
    title = t("metodologia.unreproduced")
    shown = table(title, [t(f"columns.{n}") for n in names], rows, numeric=range(1, 5))
    return html.Section(
        [html.H2(title, id="irreproducibles"), html.P(lead), shown, *rest, _rounded(store)]
    )


def _unreproduced_row(store: Store, row: Valor) -> list[Any]:
    unit = store.indicators[row.codigo].unidad
    published, target = row.avance_publicado, row.logro_esperado
    half = Decimal(10) ** int((published or Decimal()).as_tuple().exponent) / 2
    low, high = ((published or Decimal()) + side for side in (-half, half))
    bounds = [_cut(edge * (target or Decimal()) / FULL) for edge in (low, high)]
    reason = t(
        "metodologia.unreproduced_reason",
        low=printed(bounds[0], unit),
        high=printed(bounds[1], unit),
        value=printed(row.valor_obtenido, unit),
    )
    return [
        indicator_link(row.codigo),
        printed(target, unit),
        printed(row.valor_obtenido, unit),
        printed(published, "%"),
        printed(row.avance_calculado, "%"),
        reason,
    ]


def _cut(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.001"), ROUND_DOWN)


def _sources(store: Store) -> Component:
    """Return the cited places, each document once."""
    documents: dict[str, list[Fuente]] = {}
    for row in store.rows(Fuente):
        documents.setdefault(provenance.document(row), []).append(row)
    items = [_document(rows) for rows in documents.values()]
    amount = t(
        "metodologia.sources_amount", documents=len(documents), places=len(store.rows(Fuente))
    )
    listed = html.Details([html.Summary(amount), html.Ol(items)], className="record")
    return html.Section([html.H2(t("metodologia.sources"), id="fuentes"), listed])


def _document(rows: list[Fuente]) -> Component:
    shown, rest = cut(rows, "fuentes", _PLACES)
    return html.Li([provenance.places(shown), *rest])


PAGE = Page("/metodologia", see, nav="metodologia", live=False)
