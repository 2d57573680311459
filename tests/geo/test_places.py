"""Names, eras, neighbours and labels: what the site reads at run time."""

import csv
import subprocess
import sys
from collections import Counter
from datetime import date
from importlib.resources import files

import pytest

from geo import places
from geo.composition import PREFIX_LENGTHS, code_of, listed, rules

MP_SPELLINGS = {
    "AMAZONAS": "amazonas",
    "ANCASH": "ancash",
    "APURIMAC": "apurimac",
    "AREQUIPA": "arequipa",
    "AYACUCHO": "ayacucho",
    "CAJAMARCA": "cajamarca",
    "CALLAO": "callao",
    "CAÑETE": "canete",
    "CUSCO": "cusco",
    "HUANCAVELICA": "huancavelica",
    "HUANUCO": "huanuco",
    "HUAURA": "huaura",
    "ICA": "ica",
    "JUNIN": "junin",
    "LA LIBERTAD": "la-libertad",
    "LAMBAYEQUE": "lambayeque",
    "LIMA CENTRO": "lima-centro",
    "LIMA ESTE": "lima-este",
    "LIMA NOROESTE": "lima-noroeste",
    "LIMA NORTE": "lima-norte",
    "LIMA SUR": "lima-sur",
    "LORETO": "loreto",
    "MADRE DE DIOS": "madre-de-dios",
    "MOQUEGUA": "moquegua",
    "PASCO": "pasco",
    "PIURA": "piura",
    "PUNO": "puno",
    "SAN MARTIN": "san-martin",
    "SANTA": "del-santa",
    "SELVA CENTRAL": "selva-central",
    "SULLANA": "sullana",
    "TACNA": "tacna",
    "TUMBES": "tumbes",
    "UCAYALI": "ucayali",
}
"""The 34 of the open data of 2025, as that file prints them."""

_NAMES_2007_2014 = (
    "Amazonas|Áncash|Apurímac|Arequipa|Ayacucho|Cajamarca|Callao|Cañete|Cusco|Huancavelica|Huánuco|"
    "Huaura|Ica|Junín|La Libertad|Lambayeque|Lima|Lima Este|Lima Norte|Lima Sur|Loreto|"
    "Madre de Dios|Moquegua|Pasco|Piura|Puno|San Martín|Santa|Sullana|Tacna|Tumbes|Ucayali"
)
NAMES_2007_2014 = _NAMES_2007_2014.split("|")
LATER = {"lima-noroeste", "selva-central"}


def test_every_spelling_of_the_open_data_is_resolved() -> None:
    resolved = {name: places.resolve(name) for name in MP_SPELLINGS}
    assert resolved == MP_SPELLINGS
    assert set(resolved.values()) == set(places.places())


def test_the_32_names_of_2007_2014_are_all_but_the_two_later_districts() -> None:
    resolved = [places.resolve(name) for name in NAMES_2007_2014]
    assert len(resolved) == len(set(resolved)) == 32
    assert set(places.places()) - set(resolved) == LATER


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Lima", "lima-centro"),
        ("Ventanilla", "lima-noroeste"),
        ("Puente Piedra-Ventanilla", "lima-noroeste"),
        ("Prov. Const. del Callao", "callao"),
        (" distrito  fiscal de la libertad ", "la-libertad"),
        ("Distrito Fiscal del Santa", "del-santa"),
        ("Distrito Fiscal de la Selva Central", "selva-central"),
        ("D.F. Lima Norte", "lima-norte"),
        ("lima-centro", "lima-centro"),
        ("CANETE", "canete"),
    ],
)
def test_older_and_other_names_are_resolved(name: str, code: str) -> None:
    assert places.resolve(name) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("ANCASH", "02"),
        ("Prov. Const. del Callao", "07"),
        ("Departamento de Lima", "15"),
        ("25", "25"),
    ],
)
def test_departments_are_resolved(name: str, code: str) -> None:
    assert places.resolve(name, "departamentos") == code


def test_countries_are_resolved() -> None:
    assert places.resolve("HAITI", "vecinos") == "HTI"


@pytest.mark.parametrize(
    ("name", "near"), [("LIMA CENTR0", "Lima Centro"), ("Cuzco", "Cusco"), ("TOTAL", "'TOTAL'")]
)
def test_an_unknown_name_is_refused_with_the_nearest_ones(name: str, near: str) -> None:
    with pytest.raises(places.UnknownPlace, match=near) as refusal:
        places.resolve(name)
    assert repr(name) in str(refusal.value)


def test_every_alias_leads_to_a_unit_of_its_layer() -> None:
    with (files("geo") / "aliases.csv").open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table))
    assert rows
    for row in rows:
        assert row["code"] in places.places(row["layer"]), row


@pytest.mark.parametrize(
    ("start", "end", "absent"),
    [
        (date(2007, 1, 1), date(2014, 4, 30), LATER),
        (date(2009, 1, 1), date(2014, 12, 31), LATER),
        (date(2008, 1, 1), date(2018, 12, 31), set()),
        (date(2025, 1, 1), date(2025, 11, 30), set()),
    ],
)
def test_districts_exist_from_their_era_on(start: date, end: date, absent: set[str]) -> None:
    assert {c for c in places.places() if not places.existed(c, start, end)} == absent


def test_every_district_has_an_era_with_its_source() -> None:
    assert set(places.eras()) == set(places.places())
    assert all(era.source for era in places.eras().values())


def test_unknown_codes_and_layers_are_refused() -> None:
    with pytest.raises(places.UnknownPlace, match="atlantida"):
        places.existed("atlantida", date(2020, 1, 1), date(2020, 12, 31))
    with pytest.raises(places.UnknownPlace, match="atlantida"):
        places.neighbours("atlantida")
    with pytest.raises(places.UnknownPlace, match="distritos_fiscales"):
        places.shapes("provincias")  # type: ignore[arg-type]


def test_neighbours_are_mutual_and_nobody_is_alone() -> None:
    assert places.places()
    for code in places.places():
        assert places.neighbours(code)
        assert all(code in places.neighbours(other) for other in places.neighbours(code))
    assert "lima-este" in places.neighbours("lima-norte")
    assert "tumbes" not in places.neighbours("tacna")


def test_names_are_those_of_the_composition() -> None:
    assert {p.code: p.name for p in places.places().values()} == {r.code: r.name for r in rules()}


def test_every_ubigeo_of_the_list_is_assigned_once() -> None:
    prefixes = [rule.prefix for rule in rules()]
    assert [p for p, times in Counter(prefixes).items() if times > 1] == []
    matches = {u: [n for n in PREFIX_LENGTHS if u[:n] in set(prefixes)] for u in listed()}
    assert len(listed()) == 1891
    assert [u for u, lengths in matches.items() if len(lengths) != 1] == []
    assert {code_of(u) for u in listed()} == set(places.places())


def test_every_rule_covers_some_ubigeo() -> None:
    assert [r.prefix for r in rules() if not any(u.startswith(r.prefix) for u in listed())] == []


def test_the_note_of_the_limits_says_whose_they_are() -> None:
    assert places.boundary_note().startswith("Límites ")


def test_the_site_does_not_load_the_builders_packages() -> None:
    code = (
        "import sys, geo.places as p; p.places(); p.shapes(); "
        "sys.exit(bool({'shapely', 'geopandas', 'pyproj', 'numpy'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_last_day_of_a_district_is_one_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    era = places.Era(date(2010, 1, 1), date(2014, 6, 30), "", "")
    monkeypatch.setattr(places, "eras", lambda: {"x": era})
    days = (date(2009, 12, 31), date(2010, 1, 1), date(2014, 6, 30), date(2014, 7, 1))
    assert [places.existed("x", day, day) for day in days] == [False, True, True, False]
