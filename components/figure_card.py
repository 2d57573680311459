"""Pieces that every page is made of: status, tables, figures with their table and source."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import theme
from components.charts.chart import Chart, address
from components.charts.view import View
from components.embeds.share import panel
from components.format import ABSENT, percent
from components.markup import attrs
from components.texts import t
from data.codes import Light
from data.model import Avance, Valor
from data.publish import provenance
from data.query.filters import Filters, Remark
from data.store import Store

Cell = Any
_MOST_REMARKS = 3
_LONGEST = 40
_MOST_PLACES = 8


def status(light: Light) -> Component:
    """Return a status as shape, word and colour."""
    return html.Span(
        [
            html.Span(theme.LIGHT_MARK[light], className="mark", **attrs(aria_hidden="true")),
            t(f"lights.{light}"),
        ],
        className=f"status {light}",
    )


def advance(row: Valor | Avance) -> list[Cell]:
    """Return an advance as printed, with «calculado» where it is ours."""
    note = html.Small(f" {t('words.calculated')}", className="computed") if row.computed else None
    return [percent(row.percent), note]


def table(
    caption: str, head: Sequence[Cell], rows: Sequence[Sequence[Cell]], numeric: Sequence[int] = ()
) -> Component:
    """Return a table that becomes a list of records on a narrow screen.

    `numeric` columns align right. The roles are written out because CSS takes them away when
    the rows are laid out as blocks.
    """
    names = [_words(cell) for cell in head]
    sides = ["number" if index in numeric else None for index in range(len(head))]
    heading = [
        html.Th(cell, scope="col", className=side, role="columnheader", **_sorted(cell))
        for cell, side in zip(head, sides, strict=True)
    ]
    body = [_line(row, names, sides) for row in rows]
    parts = [
        html.Caption(caption, className="unseen"),
        html.Thead(html.Tr(heading, role="row", **_chosen(head)), role="rowgroup"),
        html.Tbody(body, role="rowgroup"),
    ]
    return html.Div(
        html.Table(parts, role="table"),
        className="scroller",
        tabIndex="0",
        role="region",
        **attrs(aria_label=caption),
    )


def _line(row: Sequence[Cell], names: list[str], sides: list[str | None]) -> Component:
    first = html.Th(row[0], scope="row", role="rowheader", className=sides[0])
    cells = [
        html.Td(_spoken(cell), role="cell", className=side, **attrs(data_label=name))
        for cell, name, side in zip(row[1:], names[1:], sides[1:], strict=True)
    ]
    return html.Tr([first, *cells], role="row")


def _spoken(cell: Cell) -> Cell:
    """Give the sign of an absence, and the ND that a source prints, the words they stand for."""
    if cell == "ND":
        return html.Abbr(cell, title=t("states.nd"))
    if cell not in (ABSENT, [ABSENT, None]):
        return cell
    sign = html.Span(ABSENT, **attrs(aria_hidden="true"))
    return [sign, html.Span(t("access.absent"), className="unseen")]


def _sorted(cell: Cell) -> dict[str, Any]:
    """Say to whom does not see the arrow of a heading that the rows follow its column."""
    order = {"↑": "ascending", "↓": "descending"}.get(str(getattr(cell, "children", ""))[-1:])
    return attrs(aria_sort=order)


def _chosen(head: Sequence[Cell]) -> dict[str, Any]:
    """Name the headings that order the rows: on a phone they stand in a line of their own."""
    ordering = any(hasattr(cell, "data-query") for cell in head)
    return attrs(data_label=t("access.order")) if ordering else {}


def _words(cell: Cell) -> str:
    return str(getattr(cell, "children", cell)).rstrip(" ↑↓")


def figure(chart: Chart, store: Store, filters: Filters, rows: Component) -> Component:
    """Return a chart of the registry with its sentence, its table, its source and its links."""
    kept = chart.filters(filters)
    frame = chart.select(store, kept)
    title = chart.title(frame)
    sentence = chart.sentence(frame)
    query = kept.to_query()
    drawing = chart.svg(frame)
    return html.Figure(
        [
            html.Figcaption([html.H2(title), html.P(sentence, className="sentence")]),
            html.Div(
                [
                    html.Div(
                        className="still",
                        role="group" if drawing.linked else "img",
                        **attrs(data_svg=drawing, aria_label=f"{title}. {sentence}"),
                    ),
                    html.Div(className="live"),
                ],
                className="canvas",
            )
            if len(frame)
            else None,
            html.Details([html.Summary(t("chart.table")), rows], className="beside"),
            _links(chart, query, title if len(frame) else ""),
            panel(View(chart, store, kept, store)) if len(frame) else None,
            html.P(chart.caveat(), className="caveat"),
            _source(chart, store, frame) if len(frame) else None,
        ],
        className="chart half",
        id=f"grafico-{chart.slug}",
        **attrs(aria_label=title, data_chart=chart.slug, data_chart_query=query),
    )


def _source(chart: Chart, store: Store, frame: Any) -> Component:
    """Cite the places of the rows; many places fold under the documents that they are in."""
    whole = html.P(t("chart.source", text=chart.footnote(store, frame)), className="source")
    cited = store.cited(frame["fuente"])
    if len(cited) <= _MOST_PLACES:
        return whole
    documents = "; ".join(dict.fromkeys(provenance.document(place) for place in cited))
    said = t("chart.sources", amount=len(cited), text=documents)
    return html.Details([html.Summary(said), whole], className="source")


def _links(chart: Chart, query: str, drawn: str) -> Component:
    explore = html.Button(
        t("chart.explore"), type="button", className="quiet needs-script",
        **attrs(aria_label=f"{t('chart.explore')}: {drawn}", data_explore=chart.slug),
    )  # fmt: skip
    csv = html.A(t("chart.csv"), href=chart.csv_path(query), download=f"{chart.slug}.csv")
    return html.P([explore if drawn else None, csv], className="links")


def remarks(found: Sequence[Remark]) -> Component | None:
    """Return the one visible line that says what of the address was not used."""
    if not found:
        return None
    said = [
        t(f"remarks.{r.kind}", name=_cut(r.name), value=_cut(r.value))
        for r in found[:_MOST_REMARKS]
    ]
    if len(found) > _MOST_REMARKS:
        said.append(t("remarks.more", amount=len(found) - _MOST_REMARKS))
    return html.P(" ".join(said), className="remark", role="note")


def _cut(text: str) -> str:
    clean = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + "…"


def indicator_link(code: str, text: str | None = None) -> Component:
    """Return a link to the sheet of an indicator."""
    return html.A(text or code, href=f"/indicadores/{code}", className="code" if not text else None)


def entity(store: Store, initials: str) -> Component:
    """Return the initials of an institution with its full name at hand."""
    known = store.entities.get(initials)
    return html.Abbr(initials, title=known.nombre if known else initials)


__all__ = [
    "address", "advance", "entity", "figure", "indicator_link", "remarks", "status", "table",
]  # fmt: skip
