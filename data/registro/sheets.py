"""The technical sheets of the indicators: the classes of the product over the board's tables."""

import csv
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import cast

from data.model import Indicador
from data.registro.entry import Accumulation, Kind, Sheet

# Units that texts count and no sheet does.
MORE_UNITS = frozenset({"menores", "solicitudes", "planes", "sesiones", "talleres"})


def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a file of the Registro."""
    with (files("data.registro") / name).open(encoding="utf-8") as file:
        return tuple(csv.DictReader(file))


@cache
def declared() -> dict[str, dict[str, str]]:
    """Return what is declared of each indicator, by its code."""
    return {row["codigo"]: row for row in rows("fichas.csv")}


def sheet(indicator: Indicador) -> Sheet:
    """Return the sheet of an indicator of the board."""
    said = declared()[indicator.codigo]
    return Sheet(
        codigo=indicator.codigo,
        nombre=indicator.nombre,
        clase=cast("Kind", said["clase"]),
        unidad=said["unidad"],
        calificador=said["calificador"],
        universo=said["universo"],
        universo_n=Decimal(said["universo_n"]) if said["universo_n"] else None,
        acumulacion=cast("Accumulation", said["acumulacion"]),
        agregacion=indicator.agregacion or "",
        sentido=indicator.sentido or "",
        decimales=int(said["decimales"]),
    )


def units(sheets: Iterable[Sheet]) -> frozenset[str]:
    """Return the closed list of what may be counted."""
    return MORE_UNITS.union(sheet.unidad for sheet in sheets)
