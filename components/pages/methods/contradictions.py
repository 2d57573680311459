"""The contradictions of the sources: counted, filtered by the address, some at a time."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.controls import bar
from components.format import number
from components.markup import attrs
from components.pages.page import Content
from components.table import Cell, table
from components.texts import t
from data.codes import DOCUMENTS, SEVERITIES, Document, Severity
from data.model import Discrepancia, Retirada
from data.query.filters import Filters
from data.query.store_cache import per_store
from data.store import Store

PATH = "/metodologia"
PLACE = "discrepancias"
PER_PAGE = 40
_CONTROLS = ("documento", "severidad", "buscar")


def section(store: Store, filters: Filters) -> Component:
    """Return the counts, the filters and one page of the contradictions they leave."""
    state = Filters(**{name: getattr(filters, name) for name in _CONTROLS})
    found = _ordered(store.kept(Discrepancia, state))
    last = max(-(-len(found) // PER_PAGE), 1)
    page = min(filters.pagina or 1, last)
    shown = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    counted = sum(row.counts for row in store.rows(Discrepancia))
    query = state.to_query()
    return html.Section(
        [
            html.H2(f"{t('metodologia.discrepancies')} ({counted})", id=PLACE),
            html.P(t("metodologia.discrepancies_lead")),
            _apart(store),
            _counts(store),
            bar(store, state, f"{PATH}#{PLACE}", _CONTROLS),
            _beyond(filters.pagina, last),
            html.P(_range(found, page), className="lead"),
            *_entries(shown),
            _pages(state, page, last),
            html.P(
                html.A(t("metodologia.csv"), href=address("/datos/discrepancias.csv", query)),
                className="links",
            ),
        ]
    )


def _ordered(rows: Iterable[Discrepancia]) -> tuple[Discrepancia, ...]:
    """Return the contradictions first, then what is only observed, each in their order."""
    return tuple(sorted(rows, key=lambda row: not row.counts))


def _apart(store: Store) -> Component:
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
    said = [(row.documento, row.severidad) for row in store.rows(Discrepancia)]
    cells = Counter((code, severity) for codes, severity in said for code in codes)
    by_document = Counter(code for codes, _ in said for code in codes)
    return cells, by_document, Counter(severity for _, severity in said)


def _counts(store: Store) -> Component:
    """Count by document and severity; a record between two documents counts in both."""
    cells, by_document, by_severity = _counted(store)
    head = [
        t("filters.documento"),
        *(_link(t(f"metodologia.severity.{s}"), Filters(severidad=s)) for s in SEVERITIES),
        t("words.total"),
    ]
    lines: list[list[Cell]] = [
        [
            _link(t(f"documents.{code}"), Filters(documento=code)),
            *(_amount(cells[code, s], Filters(documento=code, severidad=s)) for s in SEVERITIES),
            number(by_document[code]),
        ]
        for code in DOCUMENTS
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


def _entries(shown: Sequence[Discrepancia]) -> Content:
    """Return the records under a heading for each kind: what counts, and what does not."""
    parts: Content = []
    for counts, rows in groupby(shown, lambda row: row.counts):
        key = "contradictions" if counts else "observed"
        parts += [html.H3(t(f"metodologia.{key}")), *(entry(row) for row in rows)]
    return parts


def _range(found: tuple[Discrepancia, ...], page: int) -> str:
    if not found:
        return t("metodologia.none")
    first = (page - 1) * PER_PAGE + 1
    last = min(page * PER_PAGE, len(found))
    return t("metodologia.range", first=first, last=last, total=len(found))


def _beyond(asked: int | None, last: int) -> Component | None:
    if not asked or asked <= last:
        return None
    return html.P(t("metodologia.beyond", page=asked, last=last), className="remark", role="note")


def _pages(state: Filters, page: int, last: int) -> Component | None:
    if last == 1:
        return None
    steps: Content = [(t("metodologia.before"), page - 1)] if page > 1 else []
    steps += [(str(number_), number_) for number_ in range(1, last + 1)]
    steps += [(t("metodologia.after"), page + 1)] if page < last else []
    items = [html.Li(_step(text, to, state, page)) for text, to in steps]
    label = attrs(aria_label=t("metodologia.pages"))
    return html.Nav(html.Ul(items, className="pages"), **label)


def _step(text: str, to: int, state: Filters, page: int) -> Component:
    if to == page:
        return html.Strong(text, **attrs(aria_current="page"))
    turned = state.with_(pagina=to if to > 1 else None)
    return html.A(text, href=f"{address(PATH, turned.to_query())}#{PLACE}")


def entry(row: Discrepancia) -> Component:
    """Return one contradiction as a line that opens; its identifier leads to its own page."""
    return html.Details(
        [
            html.Summary(
                [
                    html.Span(row.id, className="code"),
                    html.Span(t(f"metodologia.severity.{row.severidad}"), className="tag"),
                    row.comentario,
                ]
            ),
            html.Ul([html.Li([html.Span(f"{where}: ", className="caveat"), says])
                     for where, says in sides(row)]),
            html.P(link(row, t("metodologia.open", id=row.id))),
        ],
        id=row.id,
        className="record",
    )  # fmt: skip


def sides(row: Discrepancia) -> list[tuple[str, str]]:
    """Return each place with what it says, and what recomputing gives."""
    found = [(row.donde_a, row.dice_a), (row.donde_b, row.dice_b)]
    found.append((t("metodologia.recomputed"), row.recalculo))
    return [(where or "", says) for where, says in found if says]


def link(row: Discrepancia, text: str | None = None) -> Component:
    """Return a link to the page of a contradiction."""
    return html.A(text or row.id, href=f"{PATH}/{PLACE}/{row.id}",
                  className=None if text else "code")  # fmt: skip


def about(store: Store, names: list[str]) -> list[Discrepancia]:
    """Return the contradictions that name any of these, each once (see Discrepancia.named)."""
    return list(
        {row.id: row for name in names for row in store.contradictions.get(name, [])}.values()
    )
