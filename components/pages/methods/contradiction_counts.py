"""How many contradictions there are, by document and severity, and what is kept apart."""

from collections import Counter

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.filter_words import document
from components.format import number
from components.pages.methods.contradiction_links import PATH, PLACE
from components.table import Cell, table
from components.texts import t
from data.codes import SEVERITIES, Document, Severity
from data.model import Discrepancia, Retirada
from data.query.filters import Filters
from data.query.store_cache import per_store
from data.store import Store


def set_apart(store: Store) -> Component:
    """Say what was kept apart from the contradictions, and what was withdrawn."""
    apart = sum(not row.counts for row in store.rows(Discrepancia))
    gone = [
        part
        for row in store.rows(Retirada)
        for part in (", ", html.A(row.id, href=f"{PATH}/{PLACE}/{row.id}"))
    ][1:]
    amount = number(len(store.rows(Retirada)))
    observed = html.Strong(f"{t('metodologia.observations', amount=number(apart))}.")
    withdrawn = html.Details(
        [html.Summary(t("metodologia.withdrawn", amount=amount)),
         html.P(t("metodologia.withdrawn_lead")), html.P(gone)],
        className="record", id="retiradas",
    )  # fmt: skip
    lead = html.P([observed, f" {t('metodologia.observations_lead')}"])
    return html.Div([lead, withdrawn if gone else None])


_Counted = tuple[Counter[tuple[Document, Severity]], Counter[Document], Counter[Severity]]


@per_store
def _counted(store: Store) -> _Counted:
    said = [(row.values("documento"), row.severidad) for row in store.rows(Discrepancia)]
    cells = Counter((code, severity) for codes, severity in said for code in codes)
    by_document = Counter(code for codes, _ in said for code in codes)
    return cells, by_document, Counter(severity for _, severity in said)


def counts_table(store: Store) -> Component:
    """Count by document and severity; a record between two documents counts in both."""
    cells, by_document, by_severity = _counted(store)
    head = [
        t("filters.documento"),
        *(_link(t(f"metodologia.severity.{s}"), Filters(severidad=s)) for s in SEVERITIES),
        t("words.total"),
    ]
    lines: list[list[Cell]] = [
        [
            _link(document(store, code), Filters(documento=code)),
            *(_amount(cells[code, s], Filters(documento=code, severidad=s)) for s in SEVERITIES),
            number(by_document[code]),
        ]
        for code in store.documents
    ]
    distinct = [number(by_severity[s]) for s in SEVERITIES]
    lines.append([t("metodologia.distinct"), *distinct, number(len(store.rows(Discrepancia)))])
    caption = t("metodologia.counts")
    note = html.P(t("metodologia.counts_note"), className="caveat")
    return html.Div([table(caption, head, lines, numeric=range(1, 7)), note])


def _amount(amount: int, state: Filters) -> Cell:
    return _link(number(amount), state) if amount else number(amount)


def _link(text: str, state: Filters) -> Component:
    return html.A(text, href=f"{address(PATH, state.to_query())}#{PLACE}")
