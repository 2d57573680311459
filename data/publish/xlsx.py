"""A selection as a spreadsheet: text stays text, so that no cell can be a formula."""

import io
import math
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape

import pandas as pd

MIMETYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_DAY_ZERO = date(1899, 12, 30)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEETS = ("Datos", "Léame")
# Styles by number: 0 plain, 1 date, 2 text that a program must never take for a formula.
_FILLS = ('<fill><patternFill patternType="none"/></fill>',
          '<fill><patternFill patternType="gray125"/></fill>')  # fmt: skip
_STYLES = (
    f'{_HEAD}<styleSheet xmlns="{_MAIN}"><fonts count="1"><font/></fonts>'
    f'<fills count="2">{"".join(_FILLS)}</fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/>'
    '<xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/></cellXfs></styleSheet>'
)


def write(frame: pd.DataFrame, about: Iterable[str]) -> bytes:
    """Return a book of two sheets: the rows with their header, and what they are."""
    rows = [list(map(str, frame.columns)), *map(list, frame.itertuples(index=False))]
    sheets = [_sheet(rows), _sheet([[line] for line in about])]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as book:
        for name, text in (*_frame(), *zip(_parts(), sheets, strict=True)):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(entry, text)
    return out.getvalue()


def _parts() -> list[str]:
    return [f"xl/worksheets/sheet{index}.xml" for index, _ in enumerate(_SHEETS, 1)]


def _frame() -> list[tuple[str, str]]:
    kinds = f"{_PACKAGE}/content-types"
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{sheet}.worksheet+xml"/>' for part in _parts()
    )
    listed = "".join(
        f'<sheet name="{name}" sheetId="{index}" r:id="rId{index}"/>'
        for index, name in enumerate(_SHEETS, 1)
    )
    targets = [(part.removeprefix("xl/"), "worksheet") for part in _parts()]
    targets.append(("styles.xml", "styles"))
    return [
        ("[Content_Types].xml", f'{_HEAD}<Types xmlns="{kinds}"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
         f'<Override PartName="/xl/workbook.xml" ContentType="{sheet}.sheet.main+xml"/>'
         f'<Override PartName="/xl/styles.xml" ContentType="{sheet}.styles+xml"/>'
         f"{overrides}</Types>"),
        ("_rels/.rels", _relations([("xl/workbook.xml", "officeDocument")])),
        ("xl/workbook.xml", f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATED}">'
         f"<sheets>{listed}</sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", _relations(targets)),
        ("xl/styles.xml", _STYLES),
    ]  # fmt: skip


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    links = "".join(
        f'<Relationship Id="rId{index}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for index, (target, kind) in enumerate(targets, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _sheet(rows: Sequence[Sequence[Any]]) -> str:
    body = "".join(f"<row>{''.join(map(_cell, row))}</row>" for row in rows)
    return f'{_HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{body}</sheetData></worksheet>'


def _cell(value: object) -> str:
    if value is None or value is pd.NA:
        return "<c/>"
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        if not math.isfinite(value):
            return "<c/>"
        return f"<c><v>{value}</v></c>"
    if isinstance(value, date):
        return f'<c s="1"><v>{(value - _DAY_ZERO).days}</v></c>'
    text = "".join(letter for letter in str(value) if letter.isprintable() or letter in "\n\t")
    return f'<c t="inlineStr" s="2"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
