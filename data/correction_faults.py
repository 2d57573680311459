"""What the corrections name: a table that there is, and the whole key of one of its rows."""

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache

from data.faults import Fault
from data.model import TABLES, Correccion, Row
from data.publish.versions import Archive

Numbered = list[tuple[int, Row]]
_FILE = "correcciones.csv"
WHOLE = "todas"


def faults(numbered: Mapping[str, Numbered], faulty: Collection[str]) -> Iterator[Fault]:
    """Return the corrections of what never was there; a row that is gone may be named."""
    if _FILE in faulty:
        return
    keys = {name: {row.key_text: row for _, row in rows} for name, rows in numbered.items()}
    keys["discrepancias"] |= {row.key_text: row for _, row in numbered["retiradas"]}
    archive = Archive()
    for line, row in numbered["correcciones"]:
        if not isinstance(row, Correccion):
            continue
        if row.tabla not in TABLES:
            remedy = "escriba el nombre de su archivo sin .csv"
            yield Fault(_FILE, line, "tabla", row.tabla, "no es una tabla", remedy)
        elif f"{row.tabla}.csv" in faulty or row.clave in (WHOLE, *keys[row.tabla]):
            continue
        elif not _published(archive, row.tabla, row.clave):
            yield Fault(_FILE, line, "clave", row.clave, *_unknown(row.tabla, keys[row.tabla]))


def _published(archive: Archive, table: str, key: str) -> bool:
    """Say whether a kept version has the row: what says why it is gone names it still."""
    return any(key in _keys(version)[table] for version in reversed([*archive.versions]))


@lru_cache(maxsize=32)
def _keys(version: str) -> Mapping[str, frozenset[str]]:
    """Return the keys of the rows of a kept version, by table; what is kept never changes."""
    held = Archive().read(version)
    return {
        name: frozenset(",".join(map(str, identity)) for identity in held.exact(model))
        for name, model in TABLES.items()
    }


def _unknown(table: str, keys: Mapping[str, Row]) -> tuple[str, str]:
    named = ",".join(TABLES[table].key)
    example = f", como «{next(iter(keys))}»" if keys else ""
    return (
        f"no es la clave entera de una fila de {table}",
        f"escriba {named}{example}, o «{WHOLE}» si alcanza a la tabla entera",
    )
