"""The schema as statements of one database: what each migration holds, written out.

``python -m data.registro.schema.ddl sqlite 0001`` prints a script; a test compares it with its
file.
"""

import sys
from collections.abc import Iterator

from sqlalchemy.engine import Dialect, make_url
from sqlalchemy.schema import CreateIndex, CreateTable

from data.registro.schema import metadata, postgresql, sqlite
from data.registro.schema.guards import FIRST, born

BREAK = "\n--;;\n"
_TRIGGERS = {"sqlite": sqlite.statements, "postgresql": postgresql.statements}


def statements(name: str, number: str = FIRST) -> Iterator[str]:
    """Return the statements of a migration in a database."""
    dialect: Dialect = make_url(f"{name}://").get_dialect()()
    for table in metadata.sorted_tables:
        if born(table) != number:
            continue
        yield str(CreateTable(table).compile(dialect=dialect)).strip()
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            yield str(CreateIndex(index).compile(dialect=dialect)).strip()
    yield from _TRIGGERS[name](number)


def script(name: str, number: str = FIRST) -> str:
    """Return the statements as the file of a migration holds them."""
    lines = (line.rstrip() for line in BREAK.join(statements(name, number)).splitlines())
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(script(*sys.argv[1:]))
