"""The whole schema as statements of one database: what the first migration holds, written out.

``python -m data.registro.schema.ddl sqlite`` prints its script; a test compares it with the file.
"""

import sys
from collections.abc import Iterator

from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.schema import CreateIndex, CreateTable

from data.registro.schema import metadata, postgresql, sqlite

BREAK = "\n--;;\n"
_TRIGGERS = {"sqlite": sqlite.statements, "postgresql": postgresql.statements}


def statements(name: str) -> Iterator[str]:
    """Return the statements that make the schema in a database."""
    dialect: Dialect = make_url(f"{name}://").get_dialect()()
    for table in metadata.sorted_tables:
        yield str(CreateTable(table).compile(dialect=dialect)).strip()
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect)).strip()
    yield from _TRIGGERS[name]()


def script(name: str) -> str:
    """Return the statements as the file of a migration holds them."""
    lines = (line.rstrip() for line in BREAK.join(statements(name)).splitlines())
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(script(sys.argv[1]))
