"""One of two processes of the Registro over one database: does what it is told, when it is told.

python -m tests.registro.twin DATABASE KEYS MAIL: each line of its input is an act; it answers one.
"""

import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path

from data.registro import calendar
from data.registro.accounts import outbox, second_factor, throttle
from data.registro.accounts.tokens import Vault
from data.registro.database import connect, writing
from data.registro.moves import ConflictError
from data.registro.publication import approved, record
from tests.registro.acts import PEOPLE
from tests.registro.conftest import PERIOD

DUE, CLOSED = date(2025, 7, 31), date(2025, 9, 15)
MOMENT = datetime(2025, 9, 16, 17, tzinfo=UTC)
COUNTED, TRIES = throttle.key("p1@pe", "10.0.0.1"), 10


class Twin:
    """A process with its own connections, as a second server or a timer has."""

    def __init__(self, base, keys, mail):
        self.engine, self.vault, self.mail = connect(base), Vault.of(Path(keys)), mail

    def recordar(self, _):
        with writing(self.engine) as connection:
            return calendar.reminding(connection, DUE)

    def cerrar(self, _):
        with writing(self.engine) as connection:
            return calendar.closing(connection, CLOSED)

    def enviar(self, _):
        return outbox.deliver(self.engine, self.mail, "r@pe")[0]

    def cortar(self, _):
        """Begin a cut of what is approved; '' for who comes second."""
        try:
            with writing(self.engine) as connection:
                chosen = approved.numbers(connection, PERIOD)
                cut = approved.of(connection, PERIOD, chosen, MOMENT)
                return record.begin(connection, PEOPLE["aprobador"], cut, MOMENT).id
        except ConflictError:
            return ""

    def fallar(self, _):
        for _turn in range(TRIES):
            with writing(self.engine) as connection:
                throttle.failed(connection, COUNTED, MOMENT)
        return TRIES

    def codigo(self, said):
        with writing(self.engine) as connection:
            return second_factor.shown(connection, self.vault, 1, said, MOMENT)


def main(arguments):
    """Do each act of the input, and answer in a line."""
    twin = Twin(*arguments)
    print(json.dumps("listo"), flush=True)
    for line in sys.stdin:
        act, _, said = line.strip().partition(" ")
        print(json.dumps(getattr(twin, act)(said)), flush=True)
    twin.engine.dispose()


if __name__ == "__main__":
    main(sys.argv[1:])
