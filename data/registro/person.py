"""Who asks: a person with the designations in force."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from data.registro.database import Actor
from data.registro.vocabulary import Role

# Who sees the reports of every entity, and who only those of his own.
SEE_ALL: frozenset[Role] = frozenset({"revisor", "aprobador", "lector"})
SEE_OWN: frozenset[Role] = frozenset({"registrador", "responsable"})


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
        seen = tuple(sorted(self.entities(SEE_OWN)))
        return Actor(str(self.id), seen, self.has(SEE_ALL), self.has(("administrador",)))


SYSTEM = Person(0, system=True)


def sees_all(person: Person) -> bool:
    """Say whether a person sees the reports of every entity."""
    return person.system or person.has(SEE_ALL)
