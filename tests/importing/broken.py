"""Files that are not what they should be: bytes made from a good one, and what is said of each."""

import gzip
import io
import zipfile

from tests.importing.official import HEADER, official


def text(delimiter=",", **made):
    """Return a good file as text."""
    rows = [[_quoted(cell, delimiter) for cell in row] for row in official(**made)]
    return "".join(delimiter.join(row) + "\r\n" for row in rows)


def _quoted(cell, delimiter):
    return f'"{cell}"' if delimiter in cell else cell


def _with(row, at=3):
    lines = text().splitlines(keepends=True)
    return "".join([*lines[:at], row, *lines[at:]])


def _row(**changed):
    cells = dict(zip(HEADER, list(official())[6], strict=True)) | changed
    return ",".join(cells.values()) + "\r\n"


def _zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("delitos.csv", text())
    return out.getvalue()


GOOD = text()
LINES = GOOD.splitlines(keepends=True)
CASES = {
    "truncated": GOOD[: len(GOOD) // 2],
    "truncated-in-the-last-cell": "".join(LINES)[: -len("2025\r\n")],
    "truncated-inside-quotes": GOOD[: GOOD.index('"INJURIA') + 5],
    "tabs": text("\t"),
    "bars": text("|"),
    "header-with-commas-rows-with-semicolons": LINES[0] + text(";").split("\r\n", 1)[1],
    "latin-1": GOOD.encode("latin-1"),
    "utf-16": GOOD.encode("utf-16"),
    "rows-twice": GOOD + "".join(LINES[1:]),
    "amount-of-5000-digits": _with(_row(cantidad="9" * 5_000)),
    "year-of-5000-digits": _with(_row(anio_denuncia="2" * 5_000)),
    "cell-of-200000-characters": _with(_row(des_articulo='"' + "x" * 200_000 + '"')),
    "no-cut": _with(_row(fecha_corte="")),
    "months-of-a-row-that-counts": _with(_row(periodo_denuncia="")),
    "dates-both-ways": GOOD + _row(fecha_corte="12/17/2025"),
    "articles-of-another-year": GOOD.replace(",2025,", ",2019,").replace("/2025", "/2020"),
    "negative": _with(_row(cantidad="-4")),
    "decimal": _with(_row(cantidad="1.5")),
    "no-amount": _with(_row(cantidad="")),
    "unknown-district": _with(_row(distrito_fiscal="AREQUIPAA")),
    "one-district-under-two-names": GOOD + _row(distrito_fiscal="DEL SANTA"),
    "grand-total": GOOD + _row(distrito_fiscal="TOTAL", cantidad="886"),
    "total-of-a-district": _with(_row(generico="TOTAL", cantidad="18")),
    "two-years": GOOD + _row(anio_denuncia="2024"),
    "two-spans": GOOD + _row(periodo_denuncia="ENERO - DICIEMBRE"),
    "two-cuts": GOOD + _row(fecha_corte="20/12/2025"),
    "cut-before-its-months": text(cut="01/03/2025"),
    "no-months": _with(_row(periodo_denuncia="ANUAL"), at=1),
    "html": "<!DOCTYPE html>\n<html><head><title>Datos Abiertos</title></head></html>",
    "empty": "",
    "blank": "\ufeff\r\n \r\n",
    "only-the-header": LINES[0],
    "binary": bytes(range(256)) * 40,
    "zip": _zip(),
    "gzip": gzip.compress(GOOD.encode(), mtime=0),
    "broken-workbook": b"PK\x03\x04" + bytes(200),
    "old-excel": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
    "pdf": b"%PDF-1.7\n",
    "100-columns": ",".join(f"c{n}" for n in range(1, 101)) + "\r\n" + ",".join("1" * 100),
    "84-columns-more": "".join(
        line.rstrip("\r\n") + "," + ",".join(f"x{n}" for n in range(84)) + "\r\n" for line in LINES
    ),
    "no-column-of-articles": "\r\n".join(
        ",".join(row[:8] + row[9:]) for row in official() if "," not in "".join(row)
    ),
    "another-table": "codigo,nombre\r\nIOP.01.01,Porcentaje\r\n",
    "microdata": "id_caso,distrito_fiscal,dni,nombres,edad\r\n1,LIMA,40123456,ANA,17\r\n",
    "microdata-among-good-columns": GOOD.replace("fecha_corte", "fecha_corte,fecha_nacimiento", 1),
    "endless-line": "x" * 1_500_000,
}  # fmt: skip
