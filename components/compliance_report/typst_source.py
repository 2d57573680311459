"""A report as Typst source: every text is a quoted string, so that none is markup."""

from collections.abc import Iterator

from components.compliance_report import drawings
from components.compliance_report.document import Document
from components.compliance_report.letters import printable
from components.texts import t
from data.compliance_report.block_words import numbered
from data.compliance_report.blocks import (
    Block,
    Bullets,
    Chart,
    Citation,
    Free,
    Heading,
    Row,
    Signature,
    Table,
)
from data.compliance_report.references import Words, paragraphs

_HEAD = """
#set text(lang: "es", region: "PE", font: "Tablero Sans", size: 10pt)
#set par(leading: 0.6em, spacing: 0.9em)
#set page(paper: "a4", margin: (x: 20mm, top: 20mm, bottom: 22mm), numbering: "1 / 1")
#set heading(numbering: none)
#set table(stroke: 0.4pt + rgb("#b9b4a8"), inset: 4pt)
#set list(marker: [•])
#show heading.where(level: 1): set text(size: 15pt)
#show heading.where(level: 2): set text(size: 12pt)
#show heading.where(level: 3): set text(size: 10.5pt)
#show heading: set block(above: 1.4em, below: 0.7em)
#show table.cell.where(y: 0): set text(weight: 600)
#show figure: set block(breakable: true)
#show title: set text(size: 18pt)
#show title: set block(below: 1em)
#set table.cell(breakable: false)
#show figure.caption: set text(size: 9pt)
#show figure.caption: set align(left)
#set figure(supplement: none, numbering: none)
#show figure.where(kind: table): set figure.caption(position: top)
#show link: underline
"""
_ON_ITS_SIDE = '#page(paper: "a3", flipped: true, margin: 15mm)[#set text(size: 7.5pt)\n'


def source(document: Document) -> str:
    """Return the whole source of a document."""
    report = document.report
    mark = _mark(t("reporte.draft")) if report.draft else ""
    about = f"title: {quoted(document.title)}, author: {quoted(t('board.name'))}, date: none"
    numbers = numbered(report.blocks)
    body = [
        f"#set document({about})",
        _HEAD,
        mark,
        "#title()",
        *(f"#block[*#{quoted(str(words))}*]" for words in document.standing),
        f"#block({_run(document.imprint)})",
        f"#outline(title: {quoted(t('reporte.contents'))}, depth: 2)",
        "#pagebreak()",
    ]
    for place, block in enumerate(report.blocks):
        body += _block(block, numbers.get(place, 0), document)
    return "\n".join(body)


def quoted(text: str) -> str:
    """Return a text as a string of Typst, which refuses a sign that the letter does not have."""
    escaped = printable(text).replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _mark(word: str) -> str:
    return (
        "#set page(background: rotate(-40deg, "
        f'text(size: 90pt, fill: rgb("#ece8dd"), weight: 600, {quoted(word)})))'
    )


def _run(words: Words) -> str:
    """Return a run as content."""
    return quoted(str(words))


def _block(block: Block, number: int, document: Document) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"#heading(level: {block.level}, {_run(block.words)})"
    elif isinstance(block, Table):
        yield _table(block, number)
    elif isinstance(block, Chart):
        yield _chart(block, number, document)
    elif isinstance(block, Bullets):
        yield f"#list({', '.join(_run(words) for words in block.items)})"
    elif isinstance(block, Free):
        yield from _free(block)
    elif isinstance(block, Citation):
        yield f"#quote(block: true, {_run(block.words)})"
    elif isinstance(block, Signature):
        yield f"#v(18mm)\n#line(length: 70mm, stroke: 0.5pt)\n#block({_run(block.post)})"
    else:
        yield f"#par({_run(block.words)})"


def _table(table: Table, number: int) -> str:
    widths = table.widths or tuple(1 for _ in table.head)
    columns = ", ".join(f"{width}fr" for width in widths)
    right = ", ".join("right" if n in table.numeric else "left" for n in range(len(table.head)))
    head = ", ".join(_run(words) for words in table.head)
    rows = ",\n".join(_row(row) for row in table.rows)
    caption = f"{quoted(t('reporte.table', number=number))} + {_run(table.caption)}"
    written = (
        f"#figure(kind: table, caption: {caption}, table(columns: ({columns}), "
        f"align: ({right}), table.header({head}),\n{rows}))"
    )
    return f"{_ON_ITS_SIDE}{written}]" if table.wide else written


def _row(row: Row) -> str:
    spans = row.spans or tuple(1 for _ in row.cells)
    weight = ', fill: rgb("#f3efe4")' if row.group else ""
    return ", ".join(
        f"table.cell(colspan: {span}{weight}, {_run(words)})"
        for words, span in zip(row.cells, spans, strict=True)
    )


def _chart(chart: Chart, number: int, document: Document) -> str:
    view = document.views[chart.slug]
    caption = f"{quoted(t('reporte.chart', number=number))} + {_run(chart.caption)}"
    if not len(view.frame):
        return f"#par({caption} + {quoted('. ' + t('reporte.no_chart'))})"
    said = quoted(view.sentence)
    image = f'image(bytes({quoted(drawings.svg(view))}), format: "svg", width: 100%)'
    return f"#figure(alt: {said}, caption: {caption}, {image})\n#par({said})"


def _free(block: Free) -> Iterator[str]:
    if not block.written:
        yield f"#block[_#{quoted(t('reporte.pending', guide=block.guide))}_]"
        return
    for paragraph in paragraphs(block.pieces):
        yield f"#par({' + '.join(quoted(piece.text) for piece in paragraph)})"
    signed = t("reporte.signed", author=block.author, day=str(block.day))
    yield f"#block[_#{quoted(signed)}_]"
