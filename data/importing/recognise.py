"""Which of the known files this is, told from its first rows; or why it is none of them."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from data.importing import header, police, prosecutors, sniff, wide
from data.importing.file_rows import DELIMITERS, Numbered, Table, sheets
from data.importing.harvest import Harvest, Options
from data.importing.refusal import Refusal

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


FORMATS = (
    Format(prosecutors.NAME, prosecutors.match, prosecutors.read, tuple(prosecutors.REQUIRED)),
    Format(police.NAME, police.match, police.read, tuple(police.REQUIRED)),
    Format(wide.NAME, wide.match, wide.read),
)


def harvest(path: Path, options: Options) -> Harvest:
    """Read a file of any known kind whole, or raise Refusal."""
    if sniff.kind(path) == "xlsx":
        tables = [Table(path, sheet) for sheet in sheets(path)]
    else:
        tables = [Table(path, delimiter=mark) for mark in _ACCEPTED]
    for table in tables:
        head = table.head()
        for place, (line, cells) in enumerate(head):
            for form in FORMATS:
                if (columns := form.match(cells)) is not None:
                    table.header = [cell.strip() for cell in cells]
                    _judge(table, form, line, columns, head[:place])
                    return form.read(table, columns, _after(table, line), options)
    raise _unknown(path, tables)


def _judge(
    table: Table,
    form: Format,
    line: int,
    columns: dict[str, int],
    titles: list[tuple[int, list[str]]],
) -> None:
    if column := header.personal(table.header):
        raise header.microdata(table, line, column)
    if form.read is wide.read:
        wide.about_trafficking(table, [cells for _, cells in titles])
        return
    known = set(columns.values())
    spare = [cell for i, cell in enumerate(table.header) if cell and i not in known]
    if len(spare) > header.SPARE:
        raise header.crowded(table, line, spare)


def _after(table: Table, line: int) -> Numbered:
    return ((number, cells) for number, cells in table.rows() if number > line)


def _unknown(path: Path, tables: list[Table]) -> Refusal:
    heads = [(table, *_first(table)) for table in tables]
    table, line, cells = max(heads, key=lambda found: len(found[2]))
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
