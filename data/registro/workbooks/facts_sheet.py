"""The sheet of facts of a workbook: one row each, written out and read back."""

from collections.abc import Iterator, Mapping

from data.registro.listed import FACT, FACT_FIELDS, MOST_FACTS, amount_of, day_of, rows_of
from data.registro.workbooks.cells import Cell, Fault, fault
from data.registro.workbooks.opening import Sheets

SHEET = "Hechos"
HEADINGS = ("Código", "Fecha (2026-03-01)", "Qué fue", "UBIGEO del distrito", "Cuántos")
_EXPECTED = {
    "fecha": "una fecha: 2026-03-01",
    "tipo": "qué fue, en pocas palabras y sin nombres",
    "lugar": "un código de UBIGEO de seis cifras",
    "cantidad": "una cantidad: 3",
}
_AGAIN = "descargue de nuevo la plantilla del periodo y pase a ella lo suyo"
Fields = dict[str, dict[str, str]]


def rows(raws: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, ...]]:
    """Return the rows that show the facts of each report."""
    for code, raw in raws.items():
        for one in rows_of(raw):
            yield (code, *(one.get(field, "") for field in FACT_FIELDS))


def read(sheets: Sheets, codes: set[str]) -> tuple[Fields, list[Fault]]:
    """Return the fields of the facts of each code, and the fault of every cell that has one."""
    held = sheets.get(SHEET, [[]])
    headed = [*held[0], *(Cell("—") for _ in HEADINGS[len(held[0]) :])]
    faults = [fault(SHEET, cell, f"el encabezado «{heading}»", _AGAIN)
              for cell, heading in zip(headed, HEADINGS, strict=False)
              if cell.said.strip() != heading]  # fmt: skip
    found: Fields = {code: {} for code in codes}
    for row in held[1:] if not faults else []:
        if any(one.said.strip() for one in row[: len(HEADINGS)]):
            faults += _row(row, found)
    return found, faults


def _row(row: list[Cell], found: Fields) -> Iterator[Fault]:
    code = row[0].said.strip()
    if code not in found:
        yield fault(SHEET, row[0], "un código de la hoja «Reporte»", "escriba el del indicador")
        return
    n = len(found[code]) // len(FACT_FIELDS) + 1
    if n > MOST_FACTS:
        yield fault(SHEET, row[0], f"{MOST_FACTS} hechos o menos", "sume los de un mismo día")
    for field, cell in zip(FACT_FIELDS, row[1:], strict=False):
        said = _said(field, cell)
        found[code][f"{FACT}{n}_{field}"] = said
        if not _fits(field, cell, said):
            yield fault(SHEET, cell, _EXPECTED[field], "corrija la celda, o borre la fila entera")


def _said(field: str, cell: Cell) -> str:
    said = cell.said.strip()
    # A sheet takes the zero in front of a number away: the code has six figures.
    lost = field == "lugar" and cell.sort == "número" and len(said) == 5
    return f"0{said}" if lost else said


def _fits(field: str, cell: Cell, said: str) -> bool:
    allowed = ("texto", "número", *(("fecha",) if field == "fecha" else ()))
    reads = {"fecha": day_of, "cantidad": amount_of}
    return bool(said) and cell.sort in allowed and (
        field not in reads or reads[field](said) is not None
    )  # fmt: skip
