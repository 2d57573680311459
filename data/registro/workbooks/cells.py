"""A cell of a workbook as it was typed, and the fault of one: where, what, and how to mend it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any, Literal

Sort = Literal["vacía", "texto", "número", "porcentaje", "fecha", "fórmula", "error", "lógico"]
_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell holds, as text, and of what sort it is."""

    place: str
    said: str = ""
    sort: Sort = "vacía"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of one cell, said to who typed it."""

    hoja: str
    celda: str
    valor: str
    esperado: str
    remedio: str


def fault(sheet: str, cell: Cell, expected: str, remedy: str) -> Fault:
    """Return the fault of a cell; a long value is cut."""
    cut = len(cell.said) > _LONGEST_SHOWN
    shown = f"{cell.said[:_LONGEST_SHOWN]}…" if cut else cell.said
    return Fault(sheet, cell.place, shown, expected, remedy)


def cell(place: str, found: Any) -> Cell:
    """Return a cell of openpyxl as it was typed: a number in its digits."""
    value, kind = found.value, found.data_type
    if value is None or value == "":
        return Cell(place)
    if kind == "f":
        return Cell(place, str(getattr(value, "text", value)), "fórmula")
    if kind == "d" or isinstance(value, datetime):
        return Cell(place, str(value)[:10], "fecha")
    if kind in ("b", "e"):
        return Cell(place, str(value), "lógico" if kind == "b" else "error")
    if isinstance(value, int | float):
        percent = "%" in str(found.number_format)
        return Cell(place, digits(value), "porcentaje" if percent else "número")
    return Cell(place, str(value), "texto")


def digits(value: float) -> str:
    """Write a number with the fifteen figures that a sheet shows, never in powers of ten."""
    plain = f"{Decimal(f'{value:.15g}'):f}"
    return plain.rstrip("0").rstrip(".") if "." in plain else plain
