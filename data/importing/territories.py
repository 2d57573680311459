"""Names of places in a file, each resolved to one code, and rows of totals that are no place."""

from collections.abc import Mapping

from data.importing.file_rows import Table
from data.importing.refusal import Refusal
from geo import places
from geo.spelling import plain

_TOTALS = ("TOTAL", "SUB TOTAL", "SUBTOTAL", "NACIONAL", "PERU")
LAYERS: dict[str, places.Layer] = {
    "distrito_fiscal": "distritos_fiscales",
    "departamento": "departamentos",
}


def is_total(text: str) -> bool:
    """Tell whether a cell names a total and not a place or a period."""
    words = plain(text)
    return any(words == total or words.startswith(f"{total} ") for total in _TOTALS)


def total_row(table: Table, line: int, column: str, value: str) -> Refusal:
    """Return the refusal of a row of totals where only parts are expected."""
    reason = "es una fila de total: sumarla contaría dos veces"
    return table.refusal(line, column, value, reason, "quite las filas de total y deje el detalle")


def resolve(
    table: Table, where: tuple[int, str, str], known: Mapping[str, str], layer: places.Layer
) -> str:
    """Return the code of a name at (line, column, name); `known` are the names read so far."""
    line, column, name = where
    try:
        code = places.resolve(name, layer)
    except places.UnknownPlace as error:
        hint = str(error).partition("; ")[2] or "corrija el nombre"
        reason = f"no es un nombre conocido de {layer.replace('_', ' ')}"
        raise table.refusal(line, column, name, reason, hint[0].lower() + hint[1:]) from error
    twin = next((other for other, held in known.items() if held == code), name)
    if layer == "distritos_fiscales" and plain(twin) != plain(name):
        reason = f"es el mismo distrito fiscal que «{twin}», que también está en el archivo"
        raise table.refusal(line, column, name, reason, "deje un solo nombre por distrito")
    return code


def label(name: str, code: str, layer: places.Layer) -> str:
    """Return a name as the board writes it: the place's own if it is that, else the source's."""
    place = places.places(layer)[code]
    if plain(name) in (plain(place.name), plain(code)):
        return place.name
    return name.title() if name.isupper() else name
