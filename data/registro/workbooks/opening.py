"""A workbook that somebody sent, opened: what could harm is refused by its name before parsing."""

import io
import re
import zipfile
from collections.abc import Iterator
from itertools import islice

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from data.registro.screening.files import FileError
from data.registro.workbooks.cells import Cell, cell

MOST_BYTES = 2 * 1024 * 1024
MOST_UNPACKED = 20 * 1024 * 1024
MOST_MEMBERS = 200
MOST_CELLS = 20_000
MOST_ROWS, MOST_COLUMNS, MOST_SHEETS = 500, 60, 12
_OLD = b"\xd0\xcf\x11\xe0"
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
# What is inside, by the name of its part: a template has none of it.
_HARMFUL = (
    ("vbaproject", "tiene macros", "guárdelo como «Libro de Excel (.xlsx)»"),
    ("externallinks/", "tiene vínculos a otros libros", "en Datos, Editar vínculos: rómpalos"),
    ("connections.xml", "tiene conexiones a datos de fuera", "en Datos, Consultas: quítelas"),
    ("querytables/", "tiene consultas a datos de fuera", "en Datos, Consultas: quítelas"),
    ("embeddings/", "tiene otros archivos dentro", "quite los objetos insertados"),
    ("activex/", "tiene controles", "quite los controles"),
)
Sheets = dict[str, list[list[Cell]]]


def opened(content: bytes) -> Sheets:
    """Return the cells of each sheet, or raise FileError with what the workbook has and how to
    mend it.
    """
    if content.startswith(_OLD):
        raise _refused("es un .xls antiguo o tiene contraseña", "guárdelo como .xlsx, sin ella")
    if not content.startswith(b"PK"):
        raise _refused("no es un libro de Excel", "suba la plantilla que descargó, en .xlsx")
    if len(content) > MOST_BYTES:
        raise _refused("pasa de 2 MB", "suba la plantilla sin imágenes ni hojas de más")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _judge(archive)
        return dict(_sheets(content))
    except FileError:
        raise
    # Whatever a broken workbook makes a parser raise, it is the same fault of the file.
    except Exception as error:
        raise _refused("está dañado", "ábralo en Excel y guárdelo de nuevo") from error


def _judge(archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    names = [one.filename.lower() for one in members]
    if len(members) > MOST_MEMBERS or sum(one.file_size for one in members) > MOST_UNPACKED:
        raise _refused("ocupa demasiado al abrirse", "suba la plantilla sin nada de más")
    if len(set(names)) < len(names):
        raise _refused("tiene partes repetidas", "ábralo en Excel y guárdelo de nuevo")
    for part, what, remedy in _HARMFUL:
        if any(part in name for name in names):
            raise _refused(what, remedy)
    cells = 0
    for one in members:
        if one.filename.lower().endswith((".xml", ".rels")):
            cells += _count(one.filename, archive.read(one))
    if cells > MOST_CELLS:
        raise _refused(f"tiene más de {MOST_CELLS:,} celdas", "borre las hojas y filas de más")


def _count(name: str, text: bytes) -> int:
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text or b"\0" in text:
        raise _refused("tiene declaraciones que un libro no lleva", "guárdelo de nuevo en Excel")
    if b"macroEnabled" in text:
        raise _refused("tiene macros", "guárdelo como «Libro de Excel (.xlsx)»")
    return len(_CELL.findall(text)) if "worksheets/" in name.lower() else 0


def _sheets(content: bytes) -> Iterator[tuple[str, list[list[Cell]]]]:
    """Read the sheets row by row: so no merged or linked range makes cells that are not there."""
    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    for sheet in islice(book.worksheets, MOST_SHEETS):
        rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS)
        yield (
            sheet.title,
            [
                [cell(f"{get_column_letter(c)}{r}", one) for c, one in enumerate(row, 1)]
                for r, row in enumerate(rows, 1)
            ],
        )
    book.close()


def _refused(what: str, remedy: str) -> FileError:
    return FileError(f"El libro {what}: {remedy}.")
