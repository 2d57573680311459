"""``python -m data.registro.accounts.rotation``: every second factor, closed with the newest key.

The file of keys has the newest in its first line; the old ones can go after this.
"""

import sys
from pathlib import Path

from sqlalchemy import Connection, select, update

from data.registro.accounts.tokens import Vault
from data.registro.database import connect, writing
from data.registro.outage import in_words
from data.registro.schema.people import persona
from data.registro.settings import setting


def rotate(connection: Connection, vault: Vault) -> int:
    """Close each second factor with the newest key; return how many there are."""
    line = select(persona.c.id, persona.c.totp).where(persona.c.totp.is_not(None))
    rows = connection.execute(line).all()
    for row in rows:
        kept = update(persona).where(persona.c.id == row.id)
        connection.execute(kept.values(totp=vault.again(row.totp)))
    return len(rows)


@in_words
def main() -> int:
    """Do it over the database and the file of the settings."""
    vault = Vault.of(Path(setting("REGISTRO_SECRETO") or "build/registro/secreto"))
    with writing(connect(setting("REGISTRO_BASE"))) as connection:
        sys.stdout.write(f"Segundos factores con la clave nueva: {rotate(connection, vault)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
