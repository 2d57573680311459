"""What is found by the name of a province or of a district: the territories that it lies in."""

from collections.abc import Iterable, Iterator
from functools import partial

from components.pages.search.entry_weights import WEIGHTS
from components.pages.territories.paths import path
from components.texts import t
from data.query import territories
from data.query.territories import Subject
from data.search.entries import Entry
from data.search.places_inside import Made
from data.search.spanish_stems import asked
from data.store import Store
from geo import composition

_KIND = "lugar"


def named(store: Store) -> Iterator[tuple[list[str], Made]]:
    """Give the words of the name of each province and district, with what makes its entries.

    Source: the list of INEI districts and the composition of the distritos fiscales.
    """
    departments = {one.code: one for one in territories.subjects(store, "departamento")}
    districts = {one.code: one for one in territories.subjects(store, "distrito_fiscal")}
    for ubigeo, name, code in composition.named():
        department, district = departments.get(ubigeo[:2]), districts.get(code)
        if department and district:
            kind = "district" if len(ubigeo) == composition.UBIGEO_DIGITS else "province"
            made = partial(_entries, t(f"territorios.{kind}", name=name), (department, district))
            yield asked(name), made


def _entries(said: str, both: Iterable[Subject]) -> list[Entry]:
    return [
        Entry(_KIND, f"{one.level}-{one.slug}",
              t(f"buscar.lies_in.{one.level}", said=said, name=one.name), path(one),
              note=t("buscar.inside"), weight=WEIGHTS[_KIND])
        for one in both
    ]  # fmt: skip
