"""Discarding a cut that was begun and is not public: its reports stay approved and are free.

Whether it is public is asked of the tables themselves, and of nothing that was noted of them.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from data.hot_reload import snapshot
from data.registro.database import writing
from data.registro.moves import ConflictError, ForbiddenError, UnmetError
from data.registro.publication import record
from data.registro.publication.plan import printed
from data.registro.publication.publish import Place
from data.registro.rights import Person, puede
from data.registro.schema.publication import publicacion_descarte, publicacion_tablas
from data.registro.screening.texts import refuse
from data.writing.folder import Folder


class PublicCutError(Exception):
    """The tables of the cut are not what they were when it was begun: it can only be completed."""


def discard(engine: Engine, person: Person, place: Place, number: int, reason: str) -> None:
    """Discard a cut that did not change the tables; PublicCutError if it did, or may have.

    Nobody changes them meanwhile: a change that was decided is completed before they are read.
    """
    if not puede(person, "publicar-cortes"):
        raise ForbiddenError("publicar-cortes")
    refuse(reason)
    if not reason.strip():
        raise UnmetError(("Escriba por qué se descarta.",))
    with Folder(place.tables).held(), writing(engine, person.actor) as connection:
        if number not in {one.id for one in record.unfinished(connection)}:
            raise ConflictError("ese corte ya no está por completar")
        if not _as_before(connection, place, number):
            raise PublicCutError("Sus tablas ya no son las de antes: el corte se completa.")
        line = insert(publicacion_descarte).values(
            publicacion=number, persona=person.id, motivo=reason.strip(), momento=datetime.now(UTC)
        )
        connection.execute(line)


def _as_before(connection: Connection, place: Place, number: int) -> bool:
    """Say whether the tables that a cut changes are surely those that it found."""
    which = publicacion_tablas.c.publicacion == number
    noted: Any = connection.execute(select(publicacion_tablas).where(which)).first()
    # One begun before this was noted, or in another folder, may be public.
    if noted is None or noted.carpeta != record.named(place.tables):
        return False
    now = snapshot.files(place.tables)
    held = {name: now.get(name, b"") for name in noted.archivos.split()}
    return bool(noted.antes != noted.despues and printed(held) == noted.antes)
