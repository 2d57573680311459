"""Column names, however an office spells them, and the columns that must never come in."""

from collections.abc import Iterable, Mapping

from data.importing.file_rows import Table
from data.importing.refusal import Refusal
from geo.spelling import plain

SPARE = 4
"""Columns that nobody knows which a file may carry; with more it is some other file."""

_PERSONAL_WORDS = frozenset(
    {
        *("nombres", "apellido", "apellidos", "paterno", "materno", "dni", "pasaporte"),
        *("edad", "sexo", "nacimiento", "direccion", "domicilio", "telefono", "celular"),
        *("correo", "email", "agraviado", "agraviada", "victima", "imputado", "imputada"),
        *("denunciante", "investigado", "investigada", "expediente", "carpeta"),
    }
)
_PERSONAL_NAMES = frozenset(
    {
        *("nombre_completo", "denunciado", "denunciada", "tipo_documento"),
        *("nro_documento", "num_documento", "fec_nac", "caso", "id_caso", "caso_id"),
        *("nro_caso", "num_caso", "numero_caso", "codigo_caso", "cod_caso"),
        *("fecha_hecho", "fecha_del_hecho", "hora_hecho"),
    }
)


def name(cell: str) -> str:
    """Return the name of a column without accents, capitals or spaces («AÑO» is «ano»)."""
    return plain(cell).lower().replace(" ", "_")


def personal(cells: Iterable[str]) -> str | None:
    """Return the first column that speaks of one person or one case, if there is one."""
    for cell in cells:
        column = name(cell)
        if column in _PERSONAL_NAMES or not _PERSONAL_WORDS.isdisjoint(column.split("_")):
            return cell.strip()
    return None


def positions(cells: list[str], spellings: Mapping[str, tuple[str, ...]]) -> dict[str, int]:
    """Find each known column in a header; the ones that are not there are left out."""
    places = {name(cell): index for index, cell in reversed(list(enumerate(cells)))}
    return {
        column: places[spelling]
        for column, known in spellings.items()
        for spelling in (column, *known)
        if spelling in places
    }


def microdata(table: Table, line: int, column: str) -> Refusal:
    """Return the refusal of a file with one row per person or case; its values are not shown."""
    reason = (
        "es un dato de una persona o de un caso: el archivo no son totales publicados, "
        "y el tablero no recibe datos personales"
    )
    remedy = (
        "use el archivo agregado de datos abiertos (con la columna cantidad) y no copie este "
        "a la carpeta de datos"
    )
    return table.refusal(line, column, "(no se muestra)", reason, remedy)


def crowded(table: Table, line: int, spare: list[str]) -> Refusal:
    """Return the refusal of a header with columns that nobody knows."""
    reason = f"hay {len(spare)} columnas que no son del formato, y esta es la primera"
    remedy = "compruebe que es el archivo publicado, sin columnas añadidas"
    return table.refusal(line, spare[0] or "cabecera", ",".join(spare), reason, remedy)
