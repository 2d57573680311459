"""The police base of complaints (MININTER): how its header is known."""

from data.importing import header
from data.importing.file_rows import Table
from data.importing.harvest import Harvest, Options
from data.importing.police_rows import Reading
from data.importing.workbook import Numbered

NAME = "PNP, base de denuncias de trata de personas (MININTER)"
REQUIRED: dict[str, tuple[str, ...]] = {
    "anio": ("ano",),
    "mes": (),
    "departamento": ("lugar",),
    "categoria": (),
    "denuncias_por_comision": (),
    "valor": (),
}
OPTIONAL: dict[str, tuple[str, ...]] = {
    "ccdd": (), "provincia": (), "distrito": (), "comisaria": (),
}  # fmt: skip


def match(cells: list[str]) -> dict[str, int] | None:
    """Return the places of the columns if this row is the header of such a base."""
    found = header.positions(cells, REQUIRED | OPTIONAL)
    return found if found.keys() >= REQUIRED.keys() else None


def read(table: Table, columns: dict[str, int], body: Numbered, options: Options) -> Harvest:
    """Count a whole base in memory that does not grow with it, or raise Refusal."""
    reading = Reading(table, columns, options, NAME)
    for line, cells in body:
        if any(cells):
            reading.take(line, cells)
    return reading.finish()
