"""Workbooks that lie about themselves or attack their reader: made from a small invented one."""

import io
import re
import zipfile
from functools import cache

from openpyxl import Workbook

from tests.importing.official import official

SHEET, TEXTS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"


def good() -> bytes:
    """Return the yearly file of invented rows as a workbook."""
    book = Workbook()
    for row in official():
        short = [cell.isdigit() and len(cell) < 5 for cell in row]
        book.active.append([int(c) if n else c for c, n in zip(row, short, strict=True)])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


@cache
def parts() -> dict[str, str]:
    """Return the parts of the good workbook, with its texts shared as Excel does."""
    with zipfile.ZipFile(io.BytesIO(good())) as archive:
        held = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    texts: dict[str, int] = {}

    def shared(found: re.Match[str]) -> str:
        return f't="s"><v>{texts.setdefault(found[1], len(texts))}</v>'

    held[SHEET] = re.sub(r't="inlineStr"><is><t>([^<]*)</t></is>', shared, held[SHEET])
    every = "".join(f"<si><t>{text}</t></si>" for text in texts)
    held[TEXTS] = f'<sst count="{len(texts)}" uniqueCount="{len(texts)}">{every}</sst>'
    return held


def packed(changed: dict[str, str | bytes | None]) -> bytes:
    """Return the good workbook with some parts changed, or taken away."""
    held = {**parts(), **changed}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in held.items():
            if content is not None:
                archive.writestr(name, content)
    return out.getvalue()


def edited(part: str, pattern: str, new: str, count: int = 0) -> bytes:
    """Return the good workbook with a pattern of one part replaced."""
    before = parts()[part]
    after = re.sub(pattern, new, before, count=count)
    assert after != before, f"{pattern} is not in {part}"
    return packed({part: after})


def _encrypted() -> bytes:
    raw = bytearray(good())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := raw.find(mark, at + 1)) >= 0:
            raw[at + place] |= 1
    return bytes(raw)


_DTD = '<!DOCTYPE x [<!ENTITY a "ja"><!ENTITY b "&a;&a;&a;&a;">]>'
_OUT = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
_ROW = r'<row r="3"'
LIES = {
    "dimension-too-small": edited(SHEET, r'<dimension ref="[^"]*"', '<dimension ref="A1:P120"'),
    "dimension-of-one-cell": edited(SHEET, r'<dimension ref="[^"]*"', '<dimension ref="A1"'),
    "no-dimension": edited(SHEET, r'<dimension ref="[^"]*" ?/>', ""),
    "counts-of-texts": edited(TEXTS, r'count="\d+" uniqueCount="\d+"', 'count="3" uniqueCount="3"'),
    "rows-without-numbers": edited(SHEET, r'(<row) r="\d+"|( )r="[A-Z]+\d+"', r"\1\2"),
    "spans": edited(SHEET, r'<row r="(\d+)"( spans="[^"]*")?', r'<row r="\1" spans="1:2"'),
    "name-of-the-sheet": edited(BOOK, r'<sheet ([^>]*)name="[^"]*"', r'<sheet \1name=""'),
}
"""Files whose word about themselves is wrong: every row is read all the same."""

BOMB = "<row><c><v>1</v></c></row>" * 2_000_000
HOSTILE = {
    "cut": packed({SHEET: parts()[SHEET][: len(parts()[SHEET]) // 2]}),
    "damaged": edited(SHEET, "</row>", "</rwo>", 1),
    "dtd": edited(SHEET, r"<worksheet", _DTD + "<worksheet", 1),
    "xxe": edited(TEXTS, r"<sst", _OUT + "<sst", 1),
    "no-sheet": packed({SHEET: None}),
    "no-texts": packed({TEXTS: None}),
    "no-index": packed({"xl/_rels/workbook.xml.rels": None}),
    "stray-sheet": packed({"xl/worksheets/sheet2.xml": parts()[SHEET]}),
    "same-row-twice": edited(SHEET, _ROW, '<row r="2"', 1),
    "rows-backwards": edited(SHEET, _ROW, '<row r="1"', 1),
    "row-out-of-the-sheet": edited(SHEET, _ROW, '<row r="99999999"', 1),
    "cell-of-another-row": edited(SHEET, r'r="A3"', 'r="A4"', 1),
    "cells-out-of-order": edited(SHEET, r'r="B3"', 'r="A3"', 1),
    "text-that-is-not-there": edited(SHEET, r'(t="s"[^>]*><v>)\d+', r"\g<1>99999", 1),
    "cell-without-end": edited(SHEET, r"</sheetData>", "<row><c t='str'><v>" + "x" * 400_000
                               + "</v></c></row></sheetData>", 1),
    "bomb": packed({SHEET: parts()[SHEET].replace("</sheetData>", BOMB + "</sheetData>")}),
    "encrypted": _encrypted(),
    "integer-of-5000-digits": edited(SHEET, r'(<c r="K\d+" t="n"><v>)\d+', r"\g<1>" + "9" * 5_000),
}  # fmt: skip
"""Files that are refused, each in one sentence."""
