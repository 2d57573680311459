"""A Registro to try: invented people, a period half filled from the parts of 2024. It is marked."""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, insert, select

from data.model import Componente, Indicador
from data.registro import periods, seeding, versions
from data.registro.accounts import passwords, people
from data.registro.accounts.second_factor import enrol, secret
from data.registro.accounts.tokens import Vault
from data.registro.reports import find
from data.registro.rights import SYSTEM, Designation
from data.registro.schema.people import persona
from data.registro.schema.plan import ficha, meta
from data.registro.vocabulary import Role
from data.store import Store

_DOMAIN = "@demo.invalid"
_YEAR, _PERIOD = 2025, "2025-S1"
_RESOLUTION = "Demostración"
_PEOPLE: tuple[tuple[str, str, Role], ...] = (
    ("Registradora de la PNP", "PNP", "registrador"),
    ("Responsable de la PNP", "PNP", "responsable"),
    ("Registrador del MTPE", "MTPE", "registrador"),
    ("Registradora de SUNAFIL", "SUNAFIL", "registrador"),
    ("Revisora de la DDF", "MININTER", "revisor"),
    ("Secretaría Técnica", "MININTER", "aprobador"),
    ("Administración", "MININTER", "administrador"),
    ("Defensoría del Pueblo", "DP", "lector"),
)


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody invented, with what is needed to enter as they."""

    correo: str
    rol: Role
    entidad: str
    clave: str
    secreto: str


def is_demonstration(connection: Connection) -> bool:
    """Say whether a database has invented people."""
    line = select(func.count()).where(persona.c.correo.like(f"%{_DOMAIN}"))
    return connection.execute(line).scalar_one() > 0


def fill(connection: Connection, vault: Vault, store: Store) -> list[Invented]:
    """Fill an empty Registro; return the people, whose passwords are known this once."""
    seeding.seed(connection, store)
    codes = connection.execute(select(ficha.c.codigo)).scalars().all()
    last = dict(_last_targets(connection))
    goals = [{"codigo": code, "anio": _YEAR, "n": 1, "valor": last[code], "norma": _RESOLUTION}
             for code in codes if code in last]  # fmt: skip
    connection.execute(insert(meta), goals)
    seeding.calendar(connection, periods.halves_and_year(_YEAR))
    periods.open_period(connection, SYSTEM, _PERIOD)
    invented = [_person(connection, vault, *one) for one in _PEOPLE]
    _drafts(connection, store)
    return invented


def _last_targets(connection: Connection) -> Iterator[tuple[str, object]]:
    for row in connection.execute(select(meta).order_by(meta.c.anio)):
        yield row.codigo, row.valor


def _person(connection: Connection, vault: Vault, name: str, entity: str, role: Role) -> Invented:
    mail = f"{role}.{entity.lower()}{_DOMAIN}"
    number = people.add(connection, mail, name)
    given = Designation(entity, role, date(_YEAR, 1, 1))
    people.designate(connection, number, given, _RESOLUTION)
    password, key = secrets.token_urlsafe(12), secret()
    values = persona.update().where(persona.c.id == number)
    connection.execute(values.values(clave_hash=passwords.kept(password)))
    enrol(connection, vault, number, key)
    return Invented(mail, role, entity, password, key)


def _drafts(connection: Connection, store: Store) -> None:
    """Write a draft for each indicator of which 2024 has both parts and somebody here reports."""
    for row in store.rows(Componente):
        entity = store.keyed(Indicador)[row.codigo].responsable
        which = select(persona.c.id).where(
            persona.c.correo == f"registrador.{entity.lower()}{_DOMAIN}"
        )
        number = connection.execute(which).scalar()
        if number is not None:
            who = people.person(connection, number, date(_YEAR, 7, 1))
            typed = {
                "estado_dato": "dato",
                "numerador": f"{row.numerador:,f}",
                "denominador": f"{row.denominador:,f}",
                "texto": "Ejemplo con las partes de 2024.",
            }
            versions.save(connection, who, find(connection, who, _PERIOD, row.codigo), typed)
