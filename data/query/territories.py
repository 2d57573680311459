"""The territories that have a page: every departamento and distrito fiscal, by its address."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from data.model import Territorio
from data.query.commitments import alphabetical
from data.query.map_periods import Level
from data.query.store_cache import per_store
from data.query.territory_names import place
from data.store import Store
from data.text_normalisation import plain
from geo import composition

_NEAR = 5


@dataclass(frozen=True, slots=True)
class Subject:
    """A territory of a level: its code in the tables, its name, and how the address names it."""

    level: Level
    code: str
    name: str
    slug: str


@per_store
def subjects(store: Store, level: Level) -> tuple[Subject, ...]:
    """Return the territories of a level in alphabet order."""
    rows = ((row.codigo, row.nombre) for row in store.rows(Territorio) if row.nivel == level)
    return tuple(
        Subject(level, code, name, place(level, code, name)) for code, name in alphabetical(rows)
    )


def find(store: Store, level: Level, slug: str) -> Subject | None:
    """Return the territory that an address names; None if there is none."""
    return next((one for one in subjects(store, level) if one.slug == slug), None)


def coded(store: Store, level: Level, codes: Iterable[str]) -> list[Subject]:
    """Return the territories of some codes, in the order of the codes."""
    known = {one.code: one for one in subjects(store, level)}
    return [known[code] for code in codes if code in known]


def near(store: Store, level: Level, asked: str) -> list[Subject]:
    """Return the territories whose name looks like what was asked for, the likest first."""
    wanted = plain(asked.replace("-", " "))
    known = {plain(one.name): one for one in subjects(store, level)}
    close = difflib.get_close_matches(wanted, known, n=_NEAR, cutoff=0.5)
    inside = [name for name in known if len(wanted) > 2 and (wanted in name or name in wanted)]
    return [known[name] for name in dict.fromkeys([*inside, *close])]


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: a province or a district, the departamento and distrito fiscal of it."""

    kind: Literal["province", "district"]
    name: str
    department: Subject
    district: Subject


def search(store: Store, words: str) -> list[Found]:
    """Return the districts and provinces whose name holds some words, with what they belong to.

    Source: the list of INEI districts and the composition of the distritos fiscales.
    """
    wanted = plain(words).strip()
    if len(wanted) < 3:
        return []
    departments = {one.code: one for one in subjects(store, "departamento")}
    districts = {one.code: one for one in subjects(store, "distrito_fiscal")}
    return [
        Found(
            "district" if len(ubigeo) == composition.UBIGEO_DIGITS else "province",
            name,
            departments[ubigeo[:2]],
            districts[code],
        )
        for ubigeo, name, code in composition.named()
        if wanted in plain(name) and ubigeo[:2] in departments and code in districts
    ]
