"""The template of an entity and period: what was typed so far, what is known, what may be typed."""

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from sqlalchemy import Connection

from data.registro import known
from data.registro.checks.findings import shown_figure
from data.registro.entry import Known
from data.registro.moves import UnmetError
from data.registro.reports import NotFoundError, Report, listed
from data.registro.rights import Person, puede
from data.registro.workbooks import facts_sheet, layout
from data.registro.workbooks.layout import COLUMNS, GIVEN, HEADINGS, STATE_WORDS, YES, Column
from data.registro.written import written

_NOTICE = (
    "Registro contra la Trata · {entity} · {period} · plantilla {format}. Escriba solo en las "
    "columnas blancas; los textos se publican. Nada que identifique a una víctima. Súbala en "
    "«Excel»: primero se revisa."
)
# What a workbook cannot hold.
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_GREY = PatternFill("solid", fgColor="EEEEEE")
_WIDE, _NARROW = 40, 16


def template(connection: Connection, person: Person, period: str, entity: str) -> bytes:
    """Return the workbook of the reports of an entity that the person may write now."""
    if entity not in person.entities(("registrador",)):
        raise NotFoundError(entity)
    own = [one for one in listed(connection, person, period) if one.entidad == entity]
    if not own:
        raise NotFoundError(period)
    open_ones = [one for one in own if puede(person, "guardar", one.subject)]
    if not open_ones:
        raise UnmetError(("Ningún reporte de ese periodo se puede escribir ahora.",))
    book = Workbook()
    _reports(book.active, connection, open_ones)
    facts = {one.codigo: known.of(connection, one) for one in open_ones}
    _history(book.create_sheet(layout.HISTORY), facts)
    raws = {one.codigo: written(connection, one, one.actual or 0) for one in open_ones}
    _table(book.create_sheet(facts_sheet.SHEET), facts_sheet.HEADINGS, facts_sheet.rows(raws))
    _inside(book.create_sheet(layout.INSIDE), open_ones)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _put(sheet: Any, row: int, column: int, said: str) -> Any:
    """Write a text that is never read as a formula nor turned into another number."""
    cell = sheet.cell(row, column)
    cell.value, cell.data_type = _UNWRITABLE.sub("", said), "s"
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _reports(sheet: Any, connection: Connection, reports: list[Report]) -> None:
    sheet.title = layout.REPORT
    said = _NOTICE.format(entity=reports[0].entidad, period=reports[0].periodo,
                          format=layout.FORMAT)  # fmt: skip
    _put(sheet, 1, 1, said).alignment = Alignment(wrap_text=False)
    for column, heading in enumerate(HEADINGS, 1):
        _put(sheet, layout.HEADING_ROW, column, heading).font = Font(bold=True)
        texts = heading == "Indicador" or (column > len(GIVEN) and _typed(column).kind == "texto")
        sheet.column_dimensions[get_column_letter(column)].width = _WIDE if texts else _NARROW
    for row, report in enumerate(reports, layout.FIRST_ROW):
        _row(sheet, row, known.of(connection, report),
             written(connection, report, report.actual or 0))  # fmt: skip
    last = layout.FIRST_ROW + len(reports) - 1
    for column in range(len(GIVEN) + 1, len(HEADINGS) + 1):
        _validate(sheet, column, last)
    sheet.freeze_panes = f"C{layout.FIRST_ROW}"


def _typed(column: int) -> Column:
    return COLUMNS[column - len(GIVEN) - 1]


def _row(sheet: Any, row: int, facts: Known, raw: Mapping[str, str]) -> None:
    own = facts.sheet
    goal = shown_figure(facts.meta) if facts.meta is not None else "—"
    for column, said in enumerate((own.codigo, own.nombre, own.unidad, own.clase, goal), 1):
        _put(sheet, row, column, said).fill = _GREY
    for column, one in enumerate(COLUMNS, len(GIVEN) + 1):
        cell = _put(sheet, row, column, layout.shown(one, raw.get(one.field, "")))
        unused = ("valor",) if own.has_parts else ("numerador", "denominador")
        if one.field in unused:
            cell.fill = _GREY


def _validate(sheet: Any, column: int, last: int) -> None:
    one, letter = _typed(column), get_column_letter(column)
    lists = {"estado": list(STATE_WORDS.values()), "si": [YES]}
    if one.kind not in lists:
        return
    # The words have commas: the list is in the hidden sheet, not in the rule.
    source = f"{layout.INSIDE}!$D$1:$D$4" if one.kind == "estado" else f'"{YES}"'
    rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=True)
    rule.error, rule.errorTitle = f"Elija: {' · '.join(lists[one.kind])}", one.heading
    sheet.add_data_validation(rule)
    rule.add(f"{letter}{layout.FIRST_ROW}:{letter}{last}")


def _history(sheet: Any, facts: Mapping[str, Known]) -> None:
    _table(sheet, ("Código", "Año", "Meta", "Publicado"), _past(facts))


def _past(facts: Mapping[str, Known]) -> Iterator[tuple[str, ...]]:
    for code, one in facts.items():
        for year in sorted({*one.metas, *one.valores}, reverse=True):
            pair = (one.metas.get(year), one.valores.get(year))
            amounts = (shown_figure(amount) if amount is not None else "—" for amount in pair)
            yield (code, str(year), *amounts)


def _table(sheet: Any, headings: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> None:
    """Write a sheet of rows under its headings; the columns are of text, also where empty."""
    for column, heading in enumerate(headings, 1):
        _put(sheet, 1, column, heading).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = _NARROW
        sheet.column_dimensions[get_column_letter(column)].number_format = "@"
    for row, cells in enumerate(rows, 2):
        for column, said in enumerate(cells, 1):
            _put(sheet, row, column, said)


def _inside(sheet: Any, reports: list[Report]) -> None:
    first = reports[0]
    lines = [(layout.MARK, str(layout.FORMAT)), ("periodo", first.periodo),
             ("entidad", first.entidad)]  # fmt: skip
    lines += [(one.codigo, str(one.version)) for one in reports]
    for row, pair in enumerate(lines, 1):
        for column, said in enumerate(pair, 1):
            _put(sheet, row, column, said)
    for row, words in enumerate(STATE_WORDS.values(), 1):
        _put(sheet, row, 4, words)
    sheet.sheet_state = "hidden"
