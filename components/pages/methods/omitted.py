"""What the documents say and no table holds, with the reason."""

from dash import html
from dash.development.base_component import Component

from components.filter_words import document
from components.format import count
from components.texts import t
from components.truncated_list import cut
from data.model import Omitido
from data.store import Store


def section(store: Store) -> Component:
    """Return the list of what was left out, by document."""
    rows = store.rows(Omitido)
    parts = [
        _document(document(store, code), code, found)
        for code in store.documents
        if (found := [row for row in rows if row.documento == code])
    ]
    csv = html.A(t("metodologia.omitted_csv"), href="/datos/omitidos.csv")
    return html.Section(
        [
            html.H2(f"{t('metodologia.omitted')} ({len(rows)})", id="omitidos"),
            html.P(t("metodologia.omitted_lead")),
            *parts,
            html.P(csv, className="links"),
        ]
    )


def _document(name: str, code: str, rows: list[Omitido]) -> Component:
    amount = count(len(rows), t("words.entry"), t("words.entries"))
    summary = html.Summary([name, html.Span(amount, className="tag")])
    shown, rest = cut(rows, "omitidos")
    items = [
        html.Li(
            [
                html.Strong(f"{row.lugar}: "),
                f"{row.que.rstrip('.')}. ",
                html.Span(row.motivo, className="caveat"),
            ]
        )
        for row in shown
    ]
    return html.Details([summary, html.Ul(items), *rest], className="record", id=f"omitidos-{code}")
