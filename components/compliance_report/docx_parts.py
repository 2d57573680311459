"""Pieces of a DOCX that python-docx does not write: tables whole, fields, links, languages."""

from html import escape

from data.compliance_report.blocks import Row, Table

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_GROUP = '<w:shd w:val="clear" w:color="auto" w:fill="F3EFE4"/>'
_TWIPS_PER_MM = 56.7


def run(text: str, bold: bool = False, size: int = 0) -> str:
    """Return a run of text; `size` is in half points."""
    look = ("<w:b/>" if bold else "") + (f'<w:sz w:val="{size}"/>' if size else "")
    look = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def table(table: Table, width_mm: float, size: int) -> str:
    """Return a whole table: its heading repeats, no row breaks, its caption is its title."""
    widths = table.widths or tuple(1 for _ in table.head)
    twips = [round(width_mm * _TWIPS_PER_MM * width / sum(widths)) for width in widths]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    head = Row(table.head)
    rows = _row(head, twips, table.numeric, size, head=True)
    rows += "".join(_row(row, twips, table.numeric, size) for row in table.rows)
    caption = escape(str(table.caption), quote=True)
    return (
        f'<w:tbl {_W}><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(twips)}" '
        'w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="04A0" w:firstRow="1" '
        'w:lastRow="0" w:firstColumn="1" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{caption}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(
    row: Row, twips: list[int], numeric: tuple[int, ...], size: int, *, head: bool = False
) -> str:
    spans = row.spans or tuple(1 for _ in row.cells)
    cells, start = [], 0
    for words, span in zip(row.cells, spans, strict=True):
        width = sum(twips[start : start + span])
        right = start in numeric and span == 1
        cells.append(_cell(run(str(words), head or row.group, size), width, span, right, row.group))
        start += span
    repeats = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeats}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, width: int, span: int, right: bool, group: bool) -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    side = '<w:jc w:val="right"/>' if right else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}{_GROUP if group else ""}'
        f'</w:tcPr><w:p><w:pPr><w:spacing w:before="20" w:after="20"/>{side}</w:pPr>'
        f"{content}</w:p></w:tc>"
    )


def field(code: str, shown: str, *, dirty: bool = False) -> str:
    """Return the runs of a field with what it shows until it is brought up to date."""
    again = ' w:dirty="true"' if dirty else ""
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"{again}/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{run(shown)}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(style: str, content: str) -> str:
    """Return a paragraph of a style."""
    return f'<w:p {_W}><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def contents(headings: list[tuple[int, str]]) -> list[str]:
    """Return the table of contents: a field, with the headings in it until it is updated."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText '
        'xml:space="preserve"> TOC \\o "1-2" \\h \\z \\u </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    lines = [run(text) for _, text in headings] or [run("")]
    lines[0] = begin + lines[0]
    lines[-1] += end
    levels = [level for level, _ in headings] or [1]
    return [paragraph(f"TOC{level}", line) for level, line in zip(levels, lines, strict=True)]
