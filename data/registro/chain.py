"""The trail, verified: each link follows the one before, and each day's head is still there.

``python -m data.registro.chain verificar`` says where it breaks; ``anclar`` keeps today's
head.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

from sqlalchemy import Connection, insert, select

from data.registro.database import chained, connect, reading, writing
from data.registro.outage import in_words
from data.registro.schema.trail import ancla, auditoria
from data.registro.settings import setting

_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the trail is not what was written."""

    n: int
    words: str


@dataclass(frozen=True, slots=True)
class Head:
    """The last link of the trail."""

    n: int
    suma: str


def head(connection: Connection) -> Head:
    """Return the last link; number 0 for an empty trail."""
    line = select(auditoria.c.n, auditoria.c.suma).order_by(auditoria.c.n.desc()).limit(1)
    found = connection.execute(line).first()
    return Head(found.n, found.suma) if found else Head(0, "")


def verify(connection: Connection) -> Iterator[Break]:
    """Return each place where the trail was changed: a link, a gap, or an end cut off."""
    anchored = connection.execute(select(ancla).order_by(ancla.c.dia)).all()
    kept, sums = {row.n for row in anchored}, {0: ""}
    before, expected = "", 1
    # In pieces, and of the sums only those that an anchor asks for: the trail only grows.
    trail = select(auditoria).order_by(auditoria.c.n).execution_options(yield_per=_AT_ONCE)
    for row in connection.execute(trail):
        if row.n != expected:
            yield Break(row.n, f"falta el registro {expected}")
        parts = (row.n, row.momento, row.persona, row.tabla, row.operacion, row.datos)
        if row.anterior != before:
            yield Break(row.n, "no sigue al registro anterior")
        elif row.suma != chained(row.anterior, *parts):
            yield Break(row.n, "su contenido no es el que se escribió")
        before, expected = row.suma, row.n + 1
        if row.n in kept:
            sums[row.n] = row.suma
    for row in anchored:
        if sums.get(row.n) != row.suma:
            yield Break(row.n, f"no es el que se ancló el {row.dia.isoformat()}")


def anchor(connection: Connection, today: date) -> Head:
    """Keep the head of a day, once; return what is kept of it."""
    kept = connection.execute(select(ancla.c.n, ancla.c.suma).where(ancla.c.dia == today)).first()
    if kept:
        return Head(kept.n, kept.suma)
    last = head(connection)
    now = datetime.now(UTC)
    line = insert(ancla).values(dia=today, n=last.n, suma=last.suma, momento=now)
    connection.execute(line)
    return last


@in_words
def main(arguments: list[str]) -> int:
    """Verify the trail, or keep its head; 1 if it breaks anywhere."""
    engine = connect(setting("REGISTRO_BASE"))
    if arguments == ["anclar"]:
        with writing(engine) as connection:
            kept = anchor(connection, datetime.now(UTC).date())
        sys.stdout.write(f"{kept.n} {kept.suma}\n")
        return 0
    with reading(engine) as connection:
        broken, last = list(verify(connection)), head(connection)
    for one in broken:
        sys.stdout.write(f"registro {one.n}: {one.words}\n")
    if not broken:
        sys.stdout.write(f"Cadena completa: {last.n} registros, cabeza {last.suma}\n")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
