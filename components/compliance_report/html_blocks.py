"""The blocks of a report as HTML in the board's face."""

from collections.abc import Iterator
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.compliance_report.document import Document
from components.markup import attrs
from components.texts import t
from data.compliance_report.block_words import numbered
from data.compliance_report.blocks import (
    Block,
    Bullets,
    Chart,
    Citation,
    Free,
    Heading,
    Ref,
    Row,
    Signature,
    Table,
    Words,
)
from data.compliance_report.references import Piece, paragraphs

_LEVELS = {1: html.H2, 2: html.H3, 3: html.H4}


def blocks(document: Document) -> Iterator[Component]:
    """Return every block of a document."""
    numbers = numbered(document.report.blocks)
    for place, block in enumerate(document.report.blocks):
        yield from _block(block, numbers.get(place, 0), document)


def _block(block: Block, number: int, document: Document) -> Iterator[Component]:
    if isinstance(block, Heading):
        yield _LEVELS[block.level](run(block.words), id=block.name)
    elif isinstance(block, Table):
        yield table(block, number)
    elif isinstance(block, Chart):
        yield _chart(block, number, document)
    elif isinstance(block, Bullets):
        yield html.Ul([html.Li(run(words)) for words in block.items], **_named(block.name))
    elif isinstance(block, Free):
        yield from _free(block)
    elif isinstance(block, Citation):
        yield html.Blockquote(html.P(run(block.words)))
    elif isinstance(block, Signature):
        yield html.P(run(block.post), className="signature")
    else:
        yield html.P(run(block.words), **_named(block.name))


def _named(name: str) -> dict[str, Any]:
    return {"id": name} if name else {}


def run(words: Words) -> list[Any]:
    """Return a run of words; a reference to an indicator leads to its sheet."""
    return [
        html.A(part.text, href=part.link)
        if isinstance(part, Ref) and part.link
        else part.text
        if isinstance(part, Ref)
        else part
        for part in words.parts
    ]


def table(table: Table, number: int) -> Component:
    """Return a table with its caption; on a phone its rows are records, as elsewhere."""
    names = [str(words) for words in table.head]
    sides = ["number" if index in table.numeric else None for index in range(len(names))]
    heads = [
        html.Th(name, scope="col", role="columnheader", className=side)
        for name, side in zip(names, sides, strict=True)
    ]
    caption = t("reporte.table", number=number) + str(table.caption)
    parts = [
        html.Caption(caption),
        html.Thead(html.Tr(heads, role="row"), role="rowgroup"),
        html.Tbody([_row(row, names, sides) for row in table.rows], role="rowgroup"),
    ]
    return html.Div(
        html.Table(parts, role="table"),
        className="scroller wide" if table.wide else "scroller",
        id=table.name,
        tabIndex="0",
        role="region",
        **attrs(aria_label=caption),
    )


def _row(row: Row, names: list[str], sides: list[str | None]) -> Component:
    spans = row.spans or tuple(1 for _ in row.cells)
    first = html.Th(
        run(row.cells[0]), scope="row", role="rowheader", className=sides[0], **_wide(spans[0])
    )
    cells: list[Component] = [first]
    start = spans[0]
    for words, span in zip(row.cells[1:], spans[1:], strict=True):
        label = names[start]
        side = sides[start] if span == 1 else None
        cells.append(
            html.Td(
                run(words), role="cell", className=side, **attrs(data_label=label), **_wide(span)
            )
        )
        start += span
    return html.Tr(cells, role="row", className="group" if row.group else None)


def _wide(span: int) -> dict[str, Any]:
    return {"colSpan": span} if span > 1 else {}


def _chart(chart: Chart, number: int, document: Document) -> Component:
    view = document.views[chart.slug]
    caption = t("reporte.chart", number=number) + str(chart.caption)
    if not len(view.frame):
        return html.P(f"{caption}. {t('reporte.no_chart')}")
    drawing = html.Div(
        className="still",
        role="group" if view.drawing.linked else "img",
        **attrs(data_svg=view.drawing, aria_label=view.sentence),
    )
    return html.Figure([html.Figcaption(caption), drawing, html.P(view.sentence)])


def _free(block: Free) -> Iterator[Component]:
    if not block.written:
        said = t("reporte.pending", guide=block.guide)
        yield html.P(html.Em(said), className="pending", id=f"libre-{block.section}")
        return
    for index, pieces in enumerate(paragraphs(block.pieces)):
        named = _named("" if index else f"libre-{block.section}")
        yield html.P([_piece(piece) for piece in pieces], **named)
    yield html.P(html.Em(t("reporte.signed", author=block.author, day=str(block.day))))


def _piece(piece: Piece) -> Any:
    return html.Mark(piece.text) if piece.kept == "sin-dato" else piece.text
