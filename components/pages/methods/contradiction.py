"""One contradiction of the sources, at an address of its own."""

import difflib
from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.filter_words import document
from components.format import count
from components.pages.methods.contradiction_links import PATH, PLACE, link, sides
from components.pages.page import Content, Near, Page, Seen
from components.table import indicator_link
from components.texts import t
from data.model import Discrepancia, Retirada
from data.store import Store


def see(views: Views, subject: str) -> Seen | None:
    """Return the contradiction that the path names; None if there is none."""
    store = views.store
    rows = store.keyed(Discrepancia)
    row = rows.get(subject)
    if row is None:
        return _withdrawn(store, subject)
    title = t("discrepancia.title" if row.counts else "discrepancia.title_other", id=row.id)
    content: Content = [
        html.Section(
            [
                html.P([t(f"metodologia.severity.{row.severidad}"), " · ", *_documents(store, row)],
                       className="over"),
                html.H1(title),
                html.P(row.comentario, className="lead"),
                *_judged(row),
            ]
        ),
        html.Section(
            [html.Div([html.H2(where), html.P(says)]) for where, says in sides(row)],
            className="sides",
        ),
        _named(store, row),
        _neighbours(list(rows), row.id, rows),
        html.P(html.A(t("discrepancia.all"), href=f"{PATH}#{PLACE}"), className="links"),
    ]  # fmt: skip
    return Seen(title, row.comentario, title, content)


def _judged(row: Discrepancia) -> Content:
    """Say of what both sides speak, and how many readers judged it."""
    found: Content = []
    if row.asunto:
        found.append(html.P([html.Strong(f"{t('metodologia.subject')}: "), row.asunto]))
    if row.revisiones and row.fecha_revision:
        said = t(
            "metodologia.reviewed",
            readers=_readers(row.revisiones),
            date=f"{row.fecha_revision:%d/%m/%Y}",
        )
        found.append(html.P(said, className="caveat"))
    return found


def _readers(amount: int) -> str:
    return count(amount, t("metodologia.reader"), t("metodologia.readers"))


def _withdrawn(store: Store, subject: str) -> Seen | None:
    """Return the page of a record that was withdrawn, with the reason; None if there is none."""
    row = store.keyed(Retirada).get(subject)
    if row is None:
        return None
    title = t("discrepancia.title_withdrawn", id=row.id)
    said = t(
        "discrepancia.withdrawn",
        severity=t(f"metodologia.severity.{row.severidad}"),
        date=f"{row.fecha:%d/%m/%Y}",
        readers=_readers(row.revisiones),
        reason=row.motivo,
    )
    back = html.P(html.A(t("discrepancia.all"), href=f"{PATH}#{PLACE}"), className="links")
    content: Content = [html.Section([html.H1(title), html.P(said, className="lead")]), back]
    return Seen(title, said, title, content)


def _documents(store: Store, row: Discrepancia) -> Content:
    parts: Content = []
    for code in row.values("documento"):
        text = document(store, code)
        parts += [", " if parts else "", html.A(text, href=f"{PATH}?documento={code}#{PLACE}")]
    return parts


def _named(store: Store, row: Discrepancia) -> Component | None:
    codes = [code for code in store.indicators if code in row.named]
    if not codes:
        return None
    items = [
        html.Li([indicator_link(code), " · ", indicator_link(code, store.indicators[code].nombre)])
        for code in codes
    ]
    return html.Section([html.H2(t("discrepancia.indicators")), html.Ul(items, className="plain")])


def _neighbours(ids: list[str], here: str, rows: Mapping[str, Discrepancia]) -> Component:
    place = ids.index(here)
    near = [rows[name] for name in ids[max(place - 1, 0) : place + 2] if name != here]
    items = [html.Li([link(row), " · ", link(row, row.comentario)]) for row in near]
    return html.Section([html.H2(t("discrepancia.near")), html.Ul(items, className="plain")])


def near(store: Store, subject: str) -> list[Near]:
    """Return the contradictions whose identifier looks like what was asked for."""
    rows = store.keyed(Discrepancia)
    run, dash, number = subject.lower().rpartition("-")
    found = difflib.get_close_matches(f"{run}{dash}{number.zfill(3)}", rows, n=5, cutoff=0.6)
    return [(f"{PATH}/{PLACE}/{name}", name, rows[name].comentario) for name in found]


PAGE = Page(
    f"{PATH}/{PLACE}/<>",
    see,
    live=False,
    sample="r2024-001",
    missing="contradiction",
    near=near,
    subjects=lambda store: store.keyed(Discrepancia),
)
