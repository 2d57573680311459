"""The yearly file of reported crimes of the Ministerio Público: how its header is known."""

from data.importing import header
from data.importing.file_rows import Table
from data.importing.harvest import Harvest, Options
from data.importing.prosecutor_rows import Reading
from data.importing.workbook import Numbered

NAME = "Ministerio Público, delitos denunciados (archivo anual de datos abiertos)"
REQUIRED: dict[str, tuple[str, ...]] = {
    "periodo_denuncia": ("periodo",),
    "anio_denuncia": ("ano_denuncia", "anio", "ano"),
    "fecha_corte": (),
    "distrito_fiscal": (),
    "generico": (),
    "subgenerico": (),
    "articulo": (),
    "cantidad": (),
}
OPTIONAL: dict[str, tuple[str, ...]] = {
    "tipo_caso": (),
    "especialidad": (),
    "des_articulo": (),
    "fecha_descarga": (),
    "ubigeo_pjfs": ("ubigeo",),
    "dpto_pjfs": ("dpto",),
    "prov_pjfs": ("prov",),
    "dist_pjfs": ("dist",),
}


def match(cells: list[str]) -> dict[str, int] | None:
    """Return the places of the columns if this row is the header of such a file."""
    found = header.positions(cells, REQUIRED | OPTIONAL)
    return found if found.keys() >= REQUIRED.keys() else None


def read(table: Table, columns: dict[str, int], body: Numbered, options: Options) -> Harvest:
    """Count a whole file in memory that does not grow with it, or raise Refusal."""
    reading = Reading(table, columns, options, NAME)
    for line, cells in body:
        if any(cells):
            reading.take(line, cells)
    return reading.finish()
