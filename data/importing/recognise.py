"""Which of the known files this is, told from its first rows; or why it is none of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.importing import header, police, prosecutors, sniff, wide
from data.importing.file_rows import DELIMITERS, Table, tables
from data.importing.harvest import Harvest, Options
from data.importing.refusal import Refusal
from data.importing.workbook import Numbered

_ACCEPTED = ",;"
_MANY = 40
_SEVERAL = 3


@dataclass(frozen=True)
class Format:
    """One kind of official file: how its header is known and how its body is read."""

    name: str
    match: Callable[[list[str]], dict[str, int] | None]
    read: Callable[[Table, dict[str, int], Numbered, Options], Harvest]
    required: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Match:
    """A table whose header is that of a format, and the rows of titles above it."""

    table: Table
    form: Format
    line: int
    cells: list[str]
    columns: dict[str, int]
    titles: list[list[str]]


FORMATS = (
    Format(prosecutors.NAME, prosecutors.match, prosecutors.read, tuple(prosecutors.REQUIRED)),
    Format(police.NAME, police.match, police.read, tuple(police.REQUIRED)),
    Format(wide.NAME, wide.match, wide.read),
)


def harvest(path: Path, options: Options) -> Harvest:
    """Read a file of any known kind whole, or raise Refusal."""
    if sniff.kind(path) == "xlsx":
        found = tables(path)
    else:
        found = [Table(path, delimiter=mark) for mark in _ACCEPTED]
    known = [match for table in found if (match := _match(table))]
    if not known:
        raise _unknown(path, found)
    first = known[0]
    if first.table.page and len(known) > 1:
        raise _twice(first, known[1])
    first.table.header = [cell.strip() for cell in first.cells]
    _judge(first)
    return first.form.read(first.table, first.columns, _after(first), options)


def _match(table: Table) -> _Match | None:
    head = table.head()
    for place, (line, cells) in enumerate(head):
        for form in FORMATS:
            if (columns := form.match(cells)) is not None:
                return _Match(table, form, line, cells, columns, [row for _, row in head[:place]])
    return None


def _twice(first: _Match, second: _Match) -> Refusal:
    reason = f"la hoja «{first.table.sheet}» trae también una tabla: no se sabe cuál vale"
    remedy = "deje en el libro una sola hoja con datos"
    return second.table.refusal(second.line, "hoja", second.table.sheet, reason, remedy)


def _judge(found: _Match) -> None:
    table, columns = found.table, found.columns
    if column := header.personal(table.header):
        raise header.microdata(table, found.line, column)
    if found.form.read is wide.read:
        wide.about_trafficking(table, found.titles)
        return
    known = set(columns.values())
    spare = [cell for i, cell in enumerate(table.header) if cell and i not in known]
    if len(spare) > header.SPARE:
        raise header.crowded(table, found.line, spare)


def _after(found: _Match) -> Numbered:
    return ((n, cells) for n, cells in found.table.rows() if n > found.line)


def _unknown(path: Path, found: list[Table]) -> Refusal:
    heads = [(table, *_first(table)) for table in found]
    table, line, cells = max(heads, key=lambda one: len(one[2]))
    if column := header.personal(cells):
        return header.microdata(table, line, column)
    for mark in () if table.sheet else set(DELIMITERS) - set(_ACCEPTED):
        for number, row in Table(path, delimiter=mark).head():
            if any(form.match(row) for form in FORMATS):
                reason = f"las columnas están separadas por {DELIMITERS[mark]}"
                remedy = "guarde el archivo con coma o punto y coma"
                return table.refusal(number, "cabecera", mark.join(row), reason, remedy)
    return _nearest(table, line, cells)


def _nearest(table: Table, line: int, cells: list[str]) -> Refusal:
    names = {header.name(cell) for cell in cells}
    form = max(FORMATS, key=lambda form: len(names.intersection(form.required)))
    missing = [column for column in form.required if column not in names]
    if len(form.required) - len(missing) >= _SEVERAL:
        reason = f"falta la columna; sin ella no es «{form.name}»"
        remedy = "use el archivo tal como se publica, con la cabecera entera"
        return table.refusal(line, missing[0], "", reason, remedy)
    many = f"trae {len(cells)} columnas y " if len(cells) > _MANY else ""
    reason = f"{many}no se reconoce como ninguno de los archivos que el tablero lee"
    remedy = "son estos: " + "; ".join(form.name for form in FORMATS)
    return table.refusal(line, "cabecera", ",".join(cells), reason, remedy)


def _first(table: Table) -> tuple[int, list[str]]:
    """Return the row most like a header: the first of the widest."""
    return max(table.head(), key=lambda row: sum(map(bool, row[1])), default=(1, []))
