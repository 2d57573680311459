"""Finds which column of an official layer holds the UBIGEO, by its name and by its content."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from geo.building.errors import GeometryFault
from geo.composition import UBIGEO_DIGITS, listed
from geo.spelling import plain

NAMES = frozenset(
    {"IDDIST", "CODDIST", "IDDISTRITO", "CODDISTRITO", "CODIGODISTRITO", "INEI", "ADM3PCODE"}
)
"""Names of the column in layers seen so far, without signs; any name with UBIGEO also serves."""

NAME_COLUMNS = frozenset(
    {"NOMBDIST", "NOMDIST", "NOMBREDIST", "DISTRITO", "NOMBDISTRITO", "ADM3ES", "NOMBRE"}
)
_CODE = re.compile(r"(?:PE)?(\d{5,6})(?:\.0+)?")
MOST = 0.9
HALF = 0.5
ENOUGH_NAMES = 20
SHOWN = 5

Columns = Mapping[str, Sequence[object]]
"""The cells of each column of a layer, by the name of the column."""


def as_ubigeo(value: object) -> str | None:
    """Return six digits from text or from a number that lost its leading zero, else None."""
    match = _CODE.fullmatch(str(value).strip().upper())
    return match[1].zfill(UBIGEO_DIGITS) if match else None


def find(columns: Columns) -> str:
    """Return the name of the UBIGEO column, or raise GeometryFault saying what was looked for."""
    named = [name for name in columns if _is_named(name)]
    usable = [name for name in named if _share(columns[name], as_ubigeo) >= HALF]
    if not usable:
        usable = [name for name in columns if _share(columns[name], _in_list) >= MOST]
    if not usable:
        raise GeometryFault(_nothing_found(columns, named))
    return max(usable, key=lambda name: _share(columns[name], _in_list))


def check_names(columns: Columns, ubigeos: Sequence[str]) -> None:
    """Refuse a layer whose district names say that its codes are not those of the INEI."""
    for column in (name for name in columns if _bare(name) in NAME_COLUMNS):
        pairs = zip(columns[column], ubigeos, strict=True)
        known = [(plain(str(name)), plain(listed()[u])) for name, u in pairs if u in listed()]
        agreed = [a for a, b in known if a == b]
        if len(known) >= ENOUGH_NAMES and len(agreed) < len(known) * HALF:
            raise GeometryFault(
                f"los nombres de la columna {column!r} no son los de esos UBIGEO (coinciden "
                f"{len(agreed)} de {len(known)}): la capa parece usar otra codificación, como la "
                "del RENIEC; use una capa con el UBIGEO del INEI"
            )


def _nothing_found(columns: Columns, named: Iterable[str]) -> str:
    for name in named:
        wrong = [repr(v) for v in dict.fromkeys(columns[name]) if as_ubigeo(v) is None]
        return (
            f"la columna {name!r} no trae UBIGEO de distrito: se esperaban seis cifras y hay "
            f"{', '.join(wrong[:SHOWN])}; use una capa de distritos (no de provincias ni de "
            "departamentos) o corrija la columna"
        )
    found = ", ".join(columns) or "ninguna"
    return (
        "no hay columna con el UBIGEO de seis cifras (se busca UBIGEO, IDDIST, CODDIST o "
        f"cualquier otra con códigos del INEI); columnas de la capa: {found}. Añada el UBIGEO a la "
        "capa o use otra"
    )


def _is_named(column: str) -> bool:
    return "UBIGEO" in _bare(column) or _bare(column) in NAMES


def _bare(column: str) -> str:
    return plain(column).replace(" ", "")


def _in_list(value: object) -> str | None:
    ubigeo = as_ubigeo(value)
    return ubigeo if ubigeo in listed() else None


def _share(cells: Sequence[object], read: Callable[[object], str | None]) -> float:
    return sum(read(cell) is not None for cell in cells) / max(len(cells), 1)
