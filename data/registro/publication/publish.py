"""Publishing a cut: begin, change the folder in one moment, keep the version, complete.

Every step can be taken again. Whoever publishes next completes what was interrupted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine

from data.faults import TableError
from data.publish import freeze
from data.publish.versions import Archive
from data.registro.database import reading, writing
from data.registro.moves import ForbiddenError, MoveError
from data.registro.publication import approved, record
from data.registro.publication.cut import LIMA, Cut
from data.registro.publication.plan import Judge, Plan, judged, prepare
from data.registro.rights import Person, puede
from data.writing import journal
from data.writing.folder import Folder


class InterruptedCutError(Exception):
    """The new tables are public and something after them failed: it is to be completed."""


class EmptyCutError(Exception):
    """Nothing of the period waits to be published: neither a report nor a change of its states."""


def _nothing(_: str) -> None:
    """Do nothing between two steps."""


def _keep(tables: Path, versions: Path, moment: datetime) -> str:
    day = moment.astimezone(LIMA).date()
    return freeze.keep(tables, versions, day).version


@dataclass(frozen=True, slots=True)
class Place:
    """Where it is published: the folder of tables that the board reads, and the kept versions.

    step is told the name of each step that is about to be taken.
    """

    tables: Path
    versions: Path
    rehearse: Callable[[Path], str] | None = None
    judge: Judge = judged
    keep: Callable[[Path, Path, datetime], str] = _keep
    step: Callable[[str], None] = field(default=_nothing)

    def plan(self, asked: Cut, seen: str = "") -> Plan:
        """Return what a cut changes here, or raise what is wrong or is not what was seen."""
        kept = Archive(self.versions)
        return prepare(self.tables, asked, kept, self.judge, self.rehearse, seen)


STEPS = ("leer", "ensayar", "anotar", "cambiar", "guardar", "completar")


@dataclass(frozen=True, slots=True)
class Published:
    """What was published: the reports, and the version of the data that has them."""

    version: str
    reportes: int
    tablas: tuple[str, ...]


def simulate(
    engine: Engine,
    person: Person,
    name: str,
    place: Place,
    moment: datetime,
    rehearsed: bool = True,
) -> Plan:
    """Return what publishing a period would change now; nothing is written anywhere."""
    asked = _read(engine, person, name, moment)
    return (place if rehearsed else replace(place, rehearse=None)).plan(asked)


def publish(
    engine: Engine, person: Person, name: str, place: Place, moment: datetime, seen: str = ""
) -> Published:
    """Publish what is approved, and was seen, of a period; first what was interrupted."""
    with Folder(place.tables).held():
        _resumed(engine, person, place)
        place.step("leer")
        asked = _read(engine, person, name, moment)
        place.step("ensayar")
        plan = place.plan(asked, seen)
        if not (plan.files or asked.chosen):
            raise EmptyCutError(name)
        place.step("anotar")
        with writing(engine, person.actor) as connection:
            begun = record.begin(connection, person, asked, moment)
            record.note(connection, begun, place.tables, plan)
        return _carry(engine, person, place, begun, plan)


def resume(engine: Engine, person: Person, place: Place) -> list[Published]:
    """Complete every publication that was interrupted."""
    with Folder(place.tables).held():
        return _resumed(engine, person, place)


def _resumed(engine: Engine, person: Person, place: Place) -> list[Published]:
    with reading(engine, person.actor) as connection:
        waiting = record.unfinished(connection)
    done = []
    for begun in waiting:
        with reading(engine, person.actor) as connection:
            asked = approved.of(connection, begun.corte, begun.reportes, begun.momento)
            record.may(connection, person, asked)
        done.append(_carry(engine, person, place, begun, place.plan(asked)))
    return done


def _read(engine: Engine, person: Person, name: str, moment: datetime) -> Cut:
    if not puede(person, "publicar-cortes"):
        raise ForbiddenError("publicar-cortes")
    with reading(engine, person.actor) as connection:
        asked = approved.of(connection, name, approved.numbers(connection, name), moment)
        record.may(connection, person, asked)
        return asked


def _carry(
    engine: Engine, person: Person, place: Place, begun: record.Begun, plan: Plan
) -> Published:
    place.step("cambiar")
    if plan.files:
        journal.publish(place.tables, plan.files)
    try:
        place.step("guardar")
        version = place.keep(place.tables, place.versions, begun.momento)
        place.step("completar")
        with writing(engine, person.actor) as connection:
            record.complete(connection, person, begun, version)
    except (OSError, TableError, MoveError) as error:
        raise InterruptedCutError(str(error)) from error
    return Published(version, len(begun.reportes), tuple(plan.files))
