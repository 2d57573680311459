"""The contradictions of the sources: counted, filtered by the address, some at a time."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.controls import bar
from components.markup import attrs
from components.pages.methods.contradiction_counts import counts_table, set_apart
from components.pages.methods.contradiction_links import PATH, PLACE, link, sides
from components.pages.page import Content
from components.texts import t
from data.model import Discrepancia
from data.query import option_counts
from data.query.filters import Filters
from data.store import Store

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
            set_apart(store),
            counts_table(store),
            bar(store, state, f"{PATH}#{PLACE}", _CONTROLS, counts=option_counts.contradictions),
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
