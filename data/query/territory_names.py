"""How an address names the territories of the maps."""

from data.model import Territorio
from data.query.table_index import Rows
from data.text_normalisation import slug


def place(level: str, code: str, name: str) -> str:
    """Return how the address names a territory: a departamento by name, as its code is a number."""
    return slug(name) if level == "departamento" else code


def places(tables: Rows) -> dict[str, str]:
    """Return the name of every territory of a map, by how the address names it."""
    return {place(r.nivel, r.codigo, r.nombre): r.nombre for r in tables.rows(Territorio)}
