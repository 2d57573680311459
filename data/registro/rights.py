"""Who may do what: one function, and the rows that each person may see."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import ColumnElement, false, true

from data.model.years import Reported
from data.registro.database import Actor
from data.registro.schema.reports import reporte
from data.registro.states import ACTIONS, SYSTEM_ROLE, TABLE
from data.registro.vocabulary import Role

# What is done to no report in particular, and which roles do it.
OFFICES: dict[str, tuple[Role, ...]] = {
    "administrar-personas": ("administrador",),
    "administrar-calendario": ("administrador",),
    "administrar-fichas": ("administrador",),
    "cargar-excel": ("registrador",),
    "usar-llaves": ("revisor", "aprobador", "administrador"),
    "ver-cola": ("revisor", "aprobador"),
    "publicar-cortes": ("aprobador",),
    "ver-anulaciones": ("administrador", "aprobador"),
    "pedir-anulaciones": ("administrador",),
    "responder-anulaciones": ("aprobador",),
    "ver-auditoria": ("lector", "administrador", "aprobador"),
    "ver-tareas": ("registrador", "responsable", "revisor", "aprobador", "lector",
                   "administrador", "regional"),
}  # fmt: skip
# Who sees the reports of every entity, and who only those of his own.
_ALL: frozenset[Role] = frozenset({"revisor", "aprobador", "lector"})
OWN: frozenset[Role] = frozenset({"registrador", "responsable"})


@dataclass(frozen=True, slots=True)
class Designation:
    """What a person is designated for: a role in an entity, over some days."""

    entidad: str
    rol: Role
    desde: date = date.min
    hasta: date | None = None

    def holds(self, day: date) -> bool:
        """Say whether the designation is in force on a day."""
        return self.desde <= day and (self.hasta is None or day <= self.hasta)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who entered, with the designations in force; `system` is no person."""

    id: int
    designaciones: tuple[Designation, ...] = ()
    activa: bool = True
    system: bool = False

    def entities(self, roles: Collection[str]) -> frozenset[str]:
        """Return the entities in which the person has one of some roles."""
        return frozenset(one.entidad for one in self.designaciones if one.rol in roles)

    def has(self, roles: Collection[str]) -> bool:
        """Say whether the person has one of some roles in any entity."""
        return bool(self.entities(roles))

    @property
    def actor(self) -> Actor:
        """Return in whose name the database writes, and which rows it shows."""
        if self.system:
            return Actor(todo=True)
        seen = tuple(sorted(self.entities(OWN)))
        return Actor(str(self.id), seen, self.has(_ALL), self.has(("administrador",)))


SYSTEM = Person(0, system=True)


@dataclass(frozen=True, slots=True)
class Subject:
    """A report, as the rights see it: whose it is, where it stands, who had a hand in it."""

    entidad: str
    estado: Reported
    autores: frozenset[int] = field(default_factory=frozenset)
    tomado_por: int | None = None
    revisores: frozenset[int] = field(default_factory=frozenset)


def puede(persona: Person, accion: str, objeto: Subject | None = None) -> bool:
    """Say whether a person may do something, to a report or in the office."""
    if not persona.activa:
        return False
    if objeto is None:
        return accion in OFFICES and persona.has(OFFICES[accion])
    if accion == "ver":
        return persona.has(_ALL) or objeto.entidad in persona.entities(OWN)
    move = TABLE.get((objeto.estado, accion)) if accion in ACTIONS else None
    if move is None:
        return False
    if persona.system:
        return SYSTEM_ROLE in move.quien
    return any(_acts(persona, role, accion, objeto) for role in move.quien)


def _acts(person: Person, role: str, action: str, subject: Subject) -> bool:
    if role in OWN:
        return subject.entidad in person.entities((role,))
    if not person.has((role,)):
        return False
    # Four eyes: nobody reviews what he wrote or sent, nor approves what he reviewed.
    if action == "visar":
        outside = person.entities((role,)) - {subject.entidad}
        return bool(outside) and person.id not in subject.autores | subject.revisores
    if role == "revisor":
        held = action == "tomar" or subject.tomado_por == person.id
        return held and person.id not in subject.autores
    if role == "aprobador":
        return action == "corregir" or person.id not in subject.autores | subject.revisores
    return False


def sees_all(person: Person) -> bool:
    """Say whether a person sees the reports of every entity."""
    return person.system or person.has(_ALL)


def visible(person: Person) -> ColumnElement[bool]:
    """Return the condition that every query of reports has: what the person may see."""
    if not person.activa:
        return false()
    if sees_all(person):
        return true()
    return reporte.c.entidad.in_(sorted(person.entities(OWN)))
