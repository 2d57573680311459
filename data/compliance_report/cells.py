"""References to cells: what each prints, from which cell, by which rule, from which source."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from data.codes import Light
from data.compliance_report.blocks import Cell, Ref
from data.compliance_report.vocabulary import number, rounded, text
from data.model import TABLES, Avance, Fuente, Indicador, Row, Valor

_NAMES = {model: name for name, model in TABLES.items()}
_TARGET = "logro_esperado"


def cell(row: Row, column: str) -> Cell:
    """Return the cell of a row in a column."""
    return Cell(_NAMES[type(row)], tuple(map(str, row.identity)), column)


def sources(*rows: Row) -> tuple[str, ...]:
    """Return the sources of some rows, each once; a source is its own."""
    found = (row.codigo if isinstance(row, Fuente) else getattr(row, "fuente", "") for row in rows)
    return tuple(dict.fromkeys(code for code in found if code))


def quoted(row: Row, column: str, printed: str = "") -> Ref:
    """Return what a cell holds, in its words."""
    return Ref(printed or str(getattr(row, column)), (cell(row, column),), sources=sources(row))


def code(row: Row, link: str = "") -> Ref:
    """Return the code of a row."""
    found = quoted(row, "codigo")
    return Ref(found.text, found.cells, sources=found.sources, link=link)


def figure(row: Row, column: str, unit: str) -> Ref:
    """Return the figure of a cell with the decimals of its source."""
    value = getattr(row, column)
    return Ref(number(value, unit), (cell(row, column),), sources=sources(row), value=value)


def target(row: Valor, unit: str) -> Ref:
    """Return the target of a year, or that the source prints none."""
    if row.logro_esperado is None:
        return Ref(text("ausencias.nd"), (cell(row, _TARGET),), sources=sources(row))
    return figure(row, _TARGET, unit)


def obtained(row: Valor, unit: str) -> Ref:
    """Return the result of a year, or the word of its absence."""
    if row.valor_obtenido is None:
        said = text(f"ausencias.{row.estado}")
        return Ref(said, (cell(row, "estado"),), sources=sources(row))
    return figure(row, "valor_obtenido", unit)


def base(row: Indicador) -> Ref:
    """Return the base line of an indicator, or that the source prints none."""
    if row.linea_base_valor is None:
        return Ref(text("ausencias.nd"), (cell(row, "linea_base_valor"),), sources=sources(row))
    return figure(row, "linea_base_valor", row.unidad)


def advance(row: Valor | Avance, *, inside: bool = False) -> Ref:
    """Return the advance that the traffic light follows, and that it is computed where it is.

    One decimal at most: a published one keeps those that the source prints. `inside` brackets.
    """
    column = "avance_calculado" if row.avance_publicado is None else "avance_publicado"
    value: Decimal | None = row.percent
    if value is None:
        return Ref(text("ausencias.avance"), (cell(row, column),), sources=sources(row))
    said = number(rounded(value), "%")
    if row.computed:
        key = "figuras.calculado_dentro" if inside else "figuras.calculado"
        said = text(key).replace("{valor}", said)
    rule = "avance" if row.computed else ""
    return Ref(said, (cell(row, column),), rule, sources(row), _origin(rule), value)


def bare(row: Valor | Avance, column: str) -> Ref:
    """Return one of the two advances of a row as a table prints it; ND where there is none."""
    value = getattr(row, column)
    computed = column == "avance_calculado"
    said = text("ausencias.celda") if value is None else number(rounded(value))
    rule = "avance" if computed and value is not None else ""
    return Ref(said, (cell(row, column),), rule, sources(row), _origin(rule), value)


def _origin(rule: str) -> Any:
    return "calculado" if rule else "celda"


def band(row: Valor | Avance) -> Ref:
    """Return the name of the band of a row."""
    pending = getattr(row, "estado", "") == "por-vencer"
    said = text("ausencias.por-vencer") if pending else band_name(row.semaforo)
    return Ref(said, (cell(row, "semaforo"),), "banda", sources(row), "calculado")


def band_name(light: Light) -> str:
    """Return the name of a band."""
    return text(f"bandas.{light}")


def amount(rows: Iterable[Row], column: str, rule: str, among: Iterable[Row] = ()) -> Ref:
    """Return how many rows there are, counted in a column of them; `among`: those looked at."""
    held: Sequence[Row] = tuple(rows)
    cells = tuple(cell(row, column) for row in held)
    found = sources(*held) or sources(*among)
    return Ref(number(len(held)), cells, rule, found, "calculado", len(held))


def year(value: int, row: Row | None = None) -> Ref:
    """Return a year, by the row that says how it stands."""
    cells = (cell(row, "anio"),) if row else (Cell("ejercicios", (str(value),), "anio"),)
    return Ref(str(value), cells, sources=sources(row) if row else (), value=value)


def shown(row: Valor | Avance) -> Decimal:
    """Return an advance as it is printed, so that words about it agree with what is read."""
    return rounded(row.percent or Decimal())
