"""The agreements as they stand: their wordings, and what each entity has done about them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Table, select

from data.registro.agreements.commission_sessions import sessions
from data.registro.agreements.duties import Duty, Followed, stands
from data.registro.reports import NotFoundError
from data.registro.rights import Person, puede
from data.registro.schema.agreements import acuerdo_version, decision, seguimiento
from data.registro.schema.people import persona

MARK = ";"


@dataclass(frozen=True, slots=True)
class Followup:
    """What an entity says that it did, and what was decided about it, the first before."""

    dicho: Any
    decisiones: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Charge:
    """An entity of an agreement with its follow-ups; `vigente`: the wording in force names it."""

    entidad: str
    vigente: bool
    seguimientos: tuple[Followup, ...] = ()

    @property
    def duty(self) -> Duty:
        """Return where the entity stands, as the rights see it."""
        last = self.seguimientos[-1] if self.seguimientos else None
        return Duty(self.entidad, self.estado, last.dicho.autor if last else None)

    @property
    def estado(self) -> Followed:
        """Return the state that its follow-ups and decisions leave it in."""
        if not self.seguimientos:
            return stands(None, "")
        last = self.seguimientos[-1]
        decided = last.decisiones[-1].accion if last.decisiones else ""
        return stands(last.dicho.cumplido, decided)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement: the wordings, the last first; its session; and who answers for it."""

    id: int
    sesion: Any
    versiones: tuple[Any, ...]
    cargos: tuple[Charge, ...]

    @property
    def vigente(self) -> Any:
        """Return the wording in force."""
        return self.versiones[0]

    @property
    def indicadores(self) -> list[str]:
        """Return the codes of its indicators."""
        return listed(self.vigente.indicadores)

    def charge(self, entity: str) -> Charge:
        """Return the charge of an entity that answers now; NotFoundError if it does not."""
        for one in self.cargos:
            if one.vigente and one.entidad == entity:
                return one
        raise NotFoundError(f"{self.id} {entity}")

    def overdue(self, charge: Charge, day: date) -> bool:
        """Say whether an entity has not done it and the day has passed."""
        return charge.vigente and charge.estado != "cumplido" and self.vigente.plazo < day


def listed(text: str) -> list[str]:
    """Return the words of a list that a cell holds."""
    return [word for word in text.split(MARK) if word]


def every(connection: Connection) -> list[Agreement]:
    """Return every agreement, the nearest due first."""
    told, done = sessions(connection), _done(connection)
    worded: dict[int, list[Any]] = defaultdict(list)
    for row in _signed(connection, acuerdo_version, acuerdo_version.c.n.desc()):
        worded[row.acuerdo].append(row)
    found = [
        Agreement(number, told[rows[0].sesion], tuple(rows), tuple(_charges(rows[0], done[number])))
        for number, rows in worded.items()
    ]
    return sorted(found, key=lambda one: (one.vigente.plazo, one.id))


def seen(connection: Connection, person: Person) -> list[Agreement]:
    """Return the agreements that a person may see, with only the charges that he may see."""
    return [one for each in every(connection) if (one := _for(person, each)) is not None]


def find(connection: Connection, person: Person, number: int) -> Agreement:
    """Return an agreement; NotFoundError if there is none, or it is of other entities."""
    for one in seen(connection, person):
        if one.id == number:
            return one
    raise NotFoundError(str(number))


def _for(person: Person, one: Agreement) -> Agreement | None:
    named = {entity for row in one.versiones for entity in listed(row.entidades)}
    if not any(puede(person, "ver", Duty(entity, "pendiente")) for entity in named):
        return None
    held = tuple(each for each in one.cargos if puede(person, "ver", each.duty))
    return Agreement(one.id, one.sesion, one.versiones, held)


def _done(connection: Connection) -> dict[int, dict[str, list[Followup]]]:
    decided: dict[int, list[Any]] = defaultdict(list)
    for row in _signed(connection, decision, decision.c.id):
        decided[row.seguimiento].append(row)
    done: dict[int, dict[str, list[Followup]]] = defaultdict(lambda: defaultdict(list))
    for row in _signed(connection, seguimiento, seguimiento.c.id):
        done[row.acuerdo][row.entidad].append(Followup(row, tuple(decided[row.id])))
    return done


def _signed(connection: Connection, table: Table, order: Any) -> list[Any]:
    """Return the rows of a table with the name of who wrote each."""
    joined = table.join(persona, persona.c.id == table.c.autor)
    line = select(table, persona.c.nombre).select_from(joined).order_by(order)
    return list(connection.execute(line))


def _charges(wording: Any, done: dict[str, list[Followup]]) -> Iterator[Charge]:
    now = listed(wording.entidades)
    for entity in dict.fromkeys((*now, *done)):
        yield Charge(entity, entity in now, tuple(done.get(entity, ())))
