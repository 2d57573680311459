"""All rows of the page of a territory as one table, for who takes them away."""

from collections.abc import Iterable

import pandas as pd

from data.query import territories, territory_others, territory_record
from data.query.map_periods import Level
from data.query.territories import Subject
from data.query.territory_record import COLUMNS, Record
from data.store import Store
from geo import composition

LEVELS: dict[str, Level] = {"territorios": "departamento", "distritos-fiscales": "distrito_fiscal"}
"""How the address names the territories of each level."""


def rows(store: Store, subject: Subject, beside: Subject | None = None) -> pd.DataFrame:
    """Return every figure that the page of a territory shows, and of one beside it.

    `parte` tells the yearly register, whose years follow each other, from all other figures. A
    departamento has with it the distritos fiscales that have a part of it.
    """
    several = [one for one in dict.fromkeys((subject, beside)) if one]
    found = [row for one in several for row in _own(store, one)]
    found += territory_record.country(store, subject.level)
    inside = _inside(store, several)
    if inside:
        found += [row for one in inside for row in territory_record.yearly(store, one)]
        found += [row for one in inside for row in territory_others.history(store, one)]
        found += territory_record.country(store, "distrito_fiscal")
    return pd.DataFrame(found, columns=COLUMNS, dtype=object)


def districts(store: Store, subject: Subject) -> list[Subject]:
    """Return the distritos fiscales that have a part of a departamento."""
    codes = [each.code for each in composition.overlaps() if each.department == subject.code]
    return territories.coded(store, "distrito_fiscal", codes)


def _own(store: Store, one: Subject) -> tuple[Record, ...]:
    return territory_record.yearly(store, one) + territory_others.others(store, one)


def _inside(store: Store, several: Iterable[Subject]) -> list[Subject]:
    """Return the distritos fiscales of some departamentos, each once."""
    found = [district for one in several if one.level == "departamento"
             for district in districts(store, one)]  # fmt: skip
    return list(dict.fromkeys(found))
