"""Evidence of a report: the file on disk by its sum, the row in the database, never the name."""

import errno
import hashlib
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from threading import get_ident
from typing import Any

from sqlalchemy import Connection, insert, select

from data.registro import known
from data.registro.listed import EVIDENCE_KINDS
from data.registro.moves import allowed, take
from data.registro.reports import NotFoundError, Report, get
from data.registro.rights import Person
from data.registro.schema.evidence import archivo, evidencia
from data.registro.screening.files import ENDINGS, FileError, Fit, fit
from data.registro.screening.texts import refuse
from data.writing import disk

_LONGEST_NAME = 120
LONGEST_TITLE = 200
_UNREAD = (
    "El texto de este PDF no se puede leer: quizá está escaneado. Mire cada página y, si nada "
    "identifica a una persona, marque que lo miró y adjúntelo otra vez."
)


def _summed(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


class Shelf:
    """The folder of the files, each under the first two digits of its sum."""

    def __init__(self, folder: Path) -> None:
        """Take the folder, which is made when it is first written to."""
        self._folder = folder

    def path(self, key: str) -> Path:
        """Return where the file of a sum is."""
        return self._folder / key[:2] / key

    def room(self, name: str) -> Path:
        """Return a folder of its own inside, for what is not evidence."""
        return self._folder / name

    def put(self, content: bytes) -> str:
        """Keep a file, whole or not at all, and return its sum."""
        key = _summed(content)
        place = self.path(key)
        # One that was cut short, by a disk that was full or went away, is mended by who sends it.
        if not (place.is_file() and _summed(place.read_bytes()) == key):
            place.parent.mkdir(parents=True, exist_ok=True)
            half = place.with_name(f"{key}.{os.getpid()}.{get_ident()}.parte")
            try:
                disk.away(half)
                disk.write(half, content, None)
                half.replace(place)
                disk.sync(place.parent)
            finally:
                half.unlink(missing_ok=True)
        return key

    def get(self, key: str) -> bytes:
        """Return a file as it was kept, or OSError: never another, nor half of it."""
        content = self.path(key).read_bytes()
        if _summed(content) != key:
            raise OSError(errno.EIO, "not what was kept", str(self.path(key)))
        return content


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent: what it shows, its name and its kind as they were said.

    looked: who sends it says that he looked at each page and that nothing identifies anybody.
    public: it may be said on the board that it exists, by its title and its sum; not the file.
    """

    title: str
    name: str
    kind: str
    content: bytes
    looked: bool = False
    public: bool = False


def attach(
    connection: Connection, person: Person, report: Report, shelf: Shelf, sent: Sent,
) -> None:  # fmt: skip
    """Attach a file to the version that stands; FileError says why one is refused."""
    allowed(person, report, "guardar")
    if len(sent.title) > LONGEST_TITLE:
        raise FileError(f"Qué muestra: caben {LONGEST_TITLE} caracteres. Acórtelo.")
    refuse(sent.title)
    refuse(*(name for name in (Path(sent.name).stem,) if any(map(str.isalnum, name))))
    kept: Fit = fit(sent.content)
    if not (kept.read or sent.looked):
        raise FileError(_UNREAD)
    asked = (*EVIDENCE_KINDS, *known.of(connection, report).sheet.evidencia)
    take(connection, report, {})
    key = shelf.put(kept.content)
    if not connection.execute(select(archivo.c.sha256).where(archivo.c.sha256 == key)).first():
        row = {"sha256": key, "bytes": len(kept.content), "mime": kept.mime}
        connection.execute(insert(archivo).values(row | {"momento": datetime.now(UTC)}))
    row = {"reporte": report.id, "n": report.actual, "sha256": key, "autor": person.id,
           "tipo": sent.kind if sent.kind in asked else "otro", "titulo": sent.title,
           "publica": sent.public, "nombre": _named(sent.name, kept.mime)}  # fmt: skip
    connection.execute(insert(evidencia).values(row))


def _named(said: str, mime: str) -> str:
    """Return the name by which a file is given back: its end says what it is, not what was said."""
    stem = "".join(c if c.isalnum() or c in " _-" else "_" for c in Path(said).stem)
    return f"{stem[-_LONGEST_NAME:].strip() or 'evidencia'}{ENDINGS[mime]}"


def of(connection: Connection, report: Report) -> list[Any]:
    """Return the evidence of the version that stands."""
    which = (evidencia.c.reporte == report.id, evidencia.c.n == (report.actual or 0))
    return list(connection.execute(select(evidencia).where(*which).order_by(evidencia.c.id)))


def find(connection: Connection, person: Person, number: int) -> Any:
    """Return a file that the person may see, with its type."""
    joined = evidencia.join(archivo, archivo.c.sha256 == evidencia.c.sha256)
    line = select(evidencia, archivo.c.mime).select_from(joined).where(evidencia.c.id == number)
    row = connection.execute(line).first()
    if row is None:
        raise NotFoundError(str(number))
    get(connection, person, row.reporte)
    return row
