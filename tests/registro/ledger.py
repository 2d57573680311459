"""The tables made again from the trail alone: what differs was written outside it."""

import json
from collections import Counter

from sqlalchemy import select, text

from data.registro.chain import verify
from data.registro.database import reading
from data.registro.schema.guards import audited, columns
from data.registro.schema.sqlite import HIDDEN, _row
from data.registro.schema.trail import auditoria


def _plain(row, table):
    kept = {name: said for name, said in row.items() if name not in columns(table, "quiet")}
    return json.dumps(kept, sort_keys=True, ensure_ascii=False)


def _cells(connection, table):
    """The rows of a table as its trigger writes them: in the words of each database."""
    if connection.dialect.name == "sqlite":
        return _row(table, table.name)
    hidden = (f"'{name}', CASE WHEN {name} IS NOT NULL THEN '{HIDDEN}' END"
              for name in columns(table, "secret"))  # fmt: skip
    return f"(to_jsonb({table.name}) || jsonb_build_object({', '.join(hidden)}))::text"


def replayed(connection, table):
    """The rows of a table as the trail tells them."""
    held = Counter()
    line = select(auditoria.c.operacion, auditoria.c.datos).where(auditoria.c.tabla == table.name)
    for row in connection.execute(line.order_by(auditoria.c.n)):
        data = json.loads(row.datos)
        before = data["antes"] if row.operacion == "UPDATE" else data
        after = data["despues"] if row.operacion == "UPDATE" else data
        if row.operacion != "INSERT":
            held[_plain(before, table)] -= 1
        if row.operacion != "DELETE":
            held[_plain(after, table)] += 1
    return +held


def outside(engine):
    """Return what the trail does not tell of the tables, and where its chain breaks."""
    with reading(engine) as connection:
        wrong = [f"{one.n}: {one.words}" for one in verify(connection)]
        for table in audited():
            line = text(f"SELECT {_cells(connection, table)} FROM {table.name}")
            now = Counter(_plain(json.loads(row[0]), table) for row in connection.execute(line))
            told = replayed(connection, table)
            if now != told:
                wrong.append(f"{table.name}: {[*(now - told), *(told - now)][:2]}")
    return wrong
