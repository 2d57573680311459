"""Publish a cut: ``python -m data.registro.publication PERIODO CORREO [--simular]``.

CORREO is of the person who approves: the same rights as in the pages. What an earlier order left
unfinished is completed first.
"""

import sys
from datetime import UTC, datetime

from sqlalchemy import Engine

from data.registro.accounts import people
from data.registro.database import connect, reading
from data.registro.demonstration import is_demonstration
from data.registro.moves import ForbiddenError
from data.registro.outage import in_words
from data.registro.publication import report
from data.registro.publication.cut import LIMA
from data.registro.publication.destination import place_of
from data.registro.publication.publish import Place, publish, simulate
from data.registro.rights import Person
from data.registro.settings import setting

_ONLY = "--simular"
NOTHING = "No se publicó nada."
HALFWAY = "Las tablas nuevas ya se leen; falta completar el corte: repita la orden."


@in_words
def main(words: list[str]) -> int:
    """Publish, or say why nothing moved; 0 or 1, and 2 for what is not understood."""
    asked = [word for word in words if word != _ONLY]
    if len(asked) != 2:
        sys.stderr.write("Diga el periodo y el correo de quien aprueba: 2025-S1 nombre@…\n")
        return 2
    try:
        engine = connect(setting("REGISTRO_BASE"))
        with reading(engine) as connection:
            place = place_of(is_demonstration(connection))
        said = _done(engine, _person(engine, asked[1]), asked[0], place, _ONLY in words)
    except report.REASONS as error:
        sys.stderr.write(
            "".join(
                f"{line}\n"
                for line in (*report.why(error), HALFWAY if report.stands(error) else NOTHING)
            )
        )
        return 1
    sys.stdout.write("".join(f"{line}\n" for line in said))
    return 0


def _done(engine: Engine, who: Person, name: str, place: Place, only: bool) -> list[str]:
    now = datetime.now(UTC)
    if only:
        return [*report.lines(simulate(engine, who, name, place, now)), "Simulado: nada cambió."]
    done = publish(engine, who, name, place, now)
    tables = ", ".join(done.tablas)
    return [f"Publicado {name}: {done.reportes} reportes; versión {done.version}; {tables}"]


def _person(engine: Engine, mail: str) -> Person:
    today = datetime.now(LIMA).date()
    with reading(engine) as connection:
        found = people.by_mail(connection, mail)
        if found is None:
            raise ForbiddenError(mail)
        return people.person(connection, found.id, today)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
