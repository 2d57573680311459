"""The official series: yearly totals as counted apart from the files, what closes, what is ours."""

from collections import Counter, defaultdict

import pytest

from data.model import BasePerfil, Discrepancia, Fuente, Incidencia, Poblacion, Territorio
from geo import composition

PROSECUTORS = {"2019": 1365, "2020": 692, "2021": 917, "2022": 897, "2023": 1076, "2025": 886}
POLICE = {
    "2017": 725, "2018": 734, "2019": 509, "2020": 372, "2021": 535, "2022": 631, "2023": 583,
    "2024": 669, "2025-ene-sep": 384,
}  # fmt: skip
NATION = {2018: 31562130, 2019: 32131400, 2020: 32625948, 2021: 33035304, 2022: 33396698,
          2023: 33725844, 2024: 34038457, 2025: 34350244, 2026: 34660114}  # fmt: skip


def rows(store, start, end):
    return [
        row
        for row in store.rows(Incidencia)
        if row.fuente.startswith(start) and row.fuente.endswith(end)
        and not row.fuente.startswith("pnp-base-2017-2023")
    ]  # fmt: skip


def sums(found):
    total = Counter()
    for row in found:
        total[row.periodo] += row.valor or 0
    return total


def test_prosecutors_give_all_districts_and_the_counted_totals_every_year(live_store):
    districts = rows(live_store, "mp-delitos-", "-distritos")
    assert sums(districts) == PROSECUTORS == sums(rows(live_store, "mp-delitos-", "-nacional"))
    assert Counter(row.periodo for row in districts) == dict.fromkeys(PROSECUTORS, 34)


def test_connected_crimes_stand_apart(live_store):
    assert sums(rows(live_store, "mp-delitos-", "-explotacion")) == {"2023": 617, "2025": 698}


def test_the_police_base_closes_the_counted_totals_every_year(live_store):
    assert sums(rows(live_store, "pnp-base-", "-total")) == POLICE
    assert sums(rows(live_store, "pnp-base-", "-departamentos")) == POLICE
    assert Counter(row.periodo for row in rows(live_store, "pnp-base-", "-departamentos")) == (
        dict.fromkeys(POLICE, 25)
    )


def test_months_add_up_to_their_year_and_2023_has_none(live_store):
    for level in ("nacional", "departamento"):
        years = Counter()
        for row in rows(live_store, "pnp-base-", "-meses"):
            if row.desagregacion == level:
                years[str(row.periodo_inicio.year)] += row.valor
        expected = {period[:4]: total for period, total in POLICE.items() if period != "2023"}
        assert years == expected, level


def test_a_breakdown_of_the_police_closes_or_is_absent(live_store):
    held = defaultdict(set)
    for base in live_store.rows(BasePerfil):
        if base.fuente.startswith("pnp-base-2") and base.periodo in POLICE:
            assert base.suma == POLICE[base.periodo]
            assert base.resto == 0
            held[base.periodo].add(base.grupo.split("-")[1])
    every = {"finalidad", "captacion", "medio", "reclutamiento", "lugar", "sexo", "edad"}
    absent = {period: every - names for period, names in held.items() if every - names}
    assert set(held) == set(POLICE)
    assert absent == {
        "2017": {"lugar", "edad"}, "2018": {"lugar"}, "2019": {"lugar"}, "2020": {"reclutamiento"}
    }  # fmt: skip


def test_a_copy_is_named_as_one_and_no_path_of_a_machine_is_published(live_store):
    copies = [row for row in live_store.rows(Fuente) if "copia: " in row.localizador]
    assert copies
    for row in copies:
        assert "github.com/" in row.localizador
        assert "/tmp" not in row.localizador
        assert "/work" not in row.localizador
    police = [row for row in copies if row.codigo.startswith("pnp-base-")]
    assert police
    assert all("un tercero volvió a guardar el archivo" in row.localizador for row in police)
    for row in live_store.rows(Incidencia):
        if row.fuente in {source.codigo for source in copies}:
            assert row.confianza == "media"


def test_the_two_editions_of_the_police_base_are_held_against_each_other(live_store):
    found = {row.id: row for row in live_store.rows(Discrepancia)}["f-060"]
    said = f"{found.dice_a} {found.dice_b} {found.recalculo}"
    assert all(figure in said for figure in ("3822", "4089", "1949", "2216", "267", "56", "323"))
    assert found.documento == "otras-publicaciones"


def test_departments_add_up_to_the_country_and_districts_to_it_while_both_are_known(live_store):
    people = {row.identity: row.poblacion for row in live_store.rows(Poblacion)}
    levels = {row.codigo: row.nivel for row in live_store.rows(Territorio)}
    assert {year: people["PE", year] for year in NATION} == NATION
    for level, years in (
        ("departamento", range(2007, 2031)),
        ("distrito_fiscal", range(2018, 2023)),
    ):
        codes = [code for code, held in levels.items() if held == level]
        for year in years:
            assert sum(people[code, year] for code in codes) == people["PE", year], (level, year)


def test_a_district_that_splits_a_department_has_people_only_where_districts_do(live_store):
    parts = defaultdict(set)
    for ubigeo in composition.listed():
        parts[ubigeo[:2]].add(composition.code_of(ubigeo))
    alone = {code for codes in parts.values() if len(codes) == 1 for code in codes}
    alone -= {code for codes in parts.values() if len(codes) > 1 for code in codes}
    years = defaultdict(set)
    for row in live_store.rows(Poblacion):
        if not row.codigo_territorio.isdigit() and row.codigo_territorio != "PE":
            years[row.codigo_territorio].add(row.anio)
            assert row.origen == "calculado"
    assert len(years) == 34
    for code, held in years.items():
        assert held == set(range(2018, 2031 if code in alone else 2023)), code


@pytest.mark.parametrize("period", ["2019", "2020", "2021", "2022", "2023"])
def test_an_extract_of_a_region_agrees_with_the_series(live_store, period):
    figures = {
        row.valor for row in live_store.rows(Incidencia)
        if row.codigo_territorio == "lambayeque" and row.periodo == period
        and row.indicador == "denuncias"
    }  # fmt: skip
    assert len(figures) == 1
