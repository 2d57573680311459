"""What the corrections name: a table that there is, and the whole key of one of its rows."""

from collections.abc import Collection, Iterator, Mapping

from data.faults import Fault
from data.model import TABLES, Correccion, Row

Numbered = list[tuple[int, Row]]
_FILE = "correcciones.csv"
WHOLE = "todas"


def faults(numbered: Mapping[str, Numbered], faulty: Collection[str]) -> Iterator[Fault]:
    """Return the corrections of what is not there; a record that was withdrawn may be named."""
    if _FILE in faulty:
        return
    gone = {str(row.identity[0]) for _, row in numbered["retiradas"]}
    keys = {name: {row.key_text: row for _, row in rows} for name, rows in numbered.items()}
    for line, row in numbered["correcciones"]:
        if not isinstance(row, Correccion):
            continue
        if row.tabla not in TABLES:
            remedy = "escriba el nombre de su archivo sin .csv"
            yield Fault(_FILE, line, "tabla", row.tabla, "no es una tabla", remedy)
        elif f"{row.tabla}.csv" in faulty or row.clave in (WHOLE, *keys[row.tabla]):
            continue
        elif row.tabla != "discrepancias" or row.clave not in gone:
            yield Fault(_FILE, line, "clave", row.clave, *_unknown(row.tabla, keys[row.tabla]))


def _unknown(table: str, keys: Mapping[str, Row]) -> tuple[str, str]:
    named = ",".join(TABLES[table].key)
    example = f", como «{next(iter(keys))}»" if keys else ""
    return (
        f"no es la clave entera de una fila de {table}",
        f"escriba {named}{example}, o «{WHOLE}» si alcanza a la tabla entera",
    )
