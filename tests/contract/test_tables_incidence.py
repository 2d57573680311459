"""Published figures: sums, coverage, the four absences, sources that never mix."""

import re
from collections import Counter, defaultdict

import pytest

from data.model import (
    BasePerfil,
    Cobertura,
    Fuente,
    Incidencia,
    NotaIncidencia,
    Periodo,
    PuntoSerie,
    Territorio,
)

MISSING_2014 = {
    "canete", "del-santa", "huancavelica", "huaura", "lima-este", "lima-norte", "lima-sur",
}  # fmt: skip
NEWEST = {"lima-noroeste", "selva-central"}


def _of(live_store, source):
    return [row for row in live_store.rows(Incidencia) if row.fuente == source]


def _figures(rows):
    return [row.valor for row in rows if row.valor is not None]


@pytest.mark.parametrize(
    ("source", "period", "amount", "total"),
    [
        ("elregional-2014-distritos", "2007-2014", 32, 1976),
        ("rpp-2015-parr-2-4", "2009-2014", 25, 2044),
        ("mp-delitos-2025-distritos", "2025", 34, 886),
        ("mp-delitos-2023-distritos", "2023", 34, 1076),
        ("pnp-base-2017-2023-departamentos", "2017-2023", 25, 3822),
        ("pnp-base-2024-departamentos", "2024", 22, 669),
        ("mp-cuadro-2-7-anual", None, 11, 7517),
    ],
)
def test_figures_add_up_to_what_is_published(live_store, source, period, amount, total):
    rows = _of(live_store, source)
    assert len(_figures(rows)) == amount
    assert sum(_figures(rows)) == total
    assert period is None or {row.periodo for row in rows} == {period}


@pytest.mark.parametrize(
    ("source", "absent"),
    [
        ("elregional-2014-distritos", {"no-existia": NEWEST}),
        ("rpp-2015-parr-2-4", {"no-existia": NEWEST, "no-publicado": MISSING_2014}),
        ("mp-delitos-2025-distritos", {"cero": {"pasco", "sullana"}}),
    ],
)
def test_a_district_without_a_figure_says_why_and_is_never_zero(live_store, source, absent):
    found = defaultdict(set)
    for row in _of(live_store, source):
        found[row.estado].add(row.codigo_territorio)
    assert {state: codes for state, codes in found.items() if state != "dato"} == absent
    districts = {
        row.codigo for row in live_store.rows(Territorio) if row.nivel == "distrito_fiscal"
    }
    assert set().union(*found.values()) == districts


def test_the_remainder_of_2009_2014_is_197_of_2241(live_store):
    row = next(row for row in live_store.rows(Cobertura) if row.fuente == "rpp-2015-parr-2-4")
    assert (row.con_dato, row.unidades, row.total_publicado, row.resto) == (25, 32, 2241, 197)


def test_territories_are_the_country_25_departments_and_34_districts(live_store):
    levels = Counter(row.nivel for row in live_store.rows(Territorio))
    assert levels == {"pais": 1, "departamento": 25, "distrito_fiscal": 34}


def test_a_figure_stands_at_the_level_of_its_territory(live_store):
    levels = {row.codigo: row.nivel for row in live_store.rows(Territorio)}
    assert live_store.rows(Incidencia)
    for row in live_store.rows(Incidencia):
        level = levels[row.codigo_territorio]
        assert level == (row.desagregacion if row.desagregacion in levels.values() else "pais")


def test_names_resolve_through_names_of_today_and_others(live_store):
    known = {
        row.codigo: {row.nombre, *(row.otros_nombres or "").split(";")}
        for row in live_store.rows(Territorio)
    }
    local = [r for r in live_store.rows(Incidencia) if r.desagregacion in ("distrito_fiscal",
                                                                      "departamento")]  # fmt: skip
    assert local
    for row in local:
        assert row.categoria.split(": ")[-1] in known[row.codigo_territorio]


def test_the_dates_of_a_figure_are_those_of_its_period(live_store):
    dates = {row.codigo: (row.inicio, row.fin) for row in live_store.rows(Periodo)}
    used = {row.periodo for row in live_store.rows(Incidencia)}
    assert used == set(dates)
    assert used
    for row in live_store.rows(Incidencia):
        assert (row.periodo_inicio, row.periodo_fin) == dates[row.periodo]


def test_coverage_is_recomputed_from_the_figures(live_store):
    columns = ("periodo", "indicador", "desagregacion", "unidad", "fuente")
    groups = defaultdict(list)
    for row in live_store.rows(Incidencia):
        groups[tuple(getattr(row, name) for name in columns)].append(row)
    assert live_store.rows(Cobertura)
    for row in live_store.rows(Cobertura):
        figures = _figures(groups[row.identity])
        assert row.con_dato == len(figures)
        assert row.suma in (None, sum(figures))
        if row.resto is not None:
            assert row.resto == row.total_publicado - row.suma


def test_every_map_has_its_coverage_and_a_month_is_none(live_store):
    columns = ("periodo", "indicador", "desagregacion", "unidad", "fuente")
    maps = {
        tuple(getattr(row, name) for name in columns)
        for row in live_store.rows(Incidencia)
        if row.desagregacion in ("distrito_fiscal", "departamento")
        and not re.fullmatch(r"\d{4}-[a-z]{3}", row.periodo)
    }
    assert maps == {row.identity for row in live_store.rows(Cobertura)}


def test_the_base_of_a_profile_is_recomputed_from_its_categories(live_store):
    assert live_store.rows(BasePerfil)
    for base in live_store.rows(BasePerfil):
        rows = [
            row
            for row in live_store.rows(Incidencia)
            if (row.indicador, row.desagregacion, row.periodo, row.unidad, row.fuente)
            == (base.indicador, base.desagregacion, base.periodo, base.unidad, base.fuente)
            and row.categoria in base.values("categorias")
        ]
        assert [row.categoria for row in rows] == list(base.values("categorias"))
        assert sum(_figures(rows)) == base.suma
        whole = 100 if base.unidad == "%" else base.base
        assert base.resto == whole - base.suma


def test_a_line_joins_consecutive_years_of_one_measure_only(live_store):
    figures = {row.identity: row for row in live_store.rows(Incidencia)}
    runs = defaultdict(list)
    assert live_store.rows(PuntoSerie)
    for point in live_store.rows(PuntoSerie):
        row = figures[
            point.indicador, point.desagregacion, point.categoria,
            point.codigo_territorio, point.periodo, point.fuente,
        ]  # fmt: skip
        assert (point.tramo is None) == (row.valor is None)
        if point.tramo is not None:
            runs[point.serie, point.tramo].append(row)
    assert runs
    for rows in runs.values():
        years = [int(row.periodo) for row in rows]
        assert years == list(range(years[0], years[0] + len(years)))
        assert len({(row.unidad, row.codigo_territorio, row.desagregacion) for row in rows}) == 1


def test_a_figure_at_second_hand_says_who_quotes_whom_and_where(live_store):
    ours = ("Reporte de Cumplimiento", "Plan Nacional contra la Trata")
    assert live_store.rows(Incidencia)
    for row in live_store.rows(Incidencia):
        source = live_store.sources[row.fuente]
        assert source.url or source.documento.startswith(ours), f"{row.fuente} has no address"
        if row.confianza == "baja" and not source.documento.startswith(ours):
            assert re.search(r"citad[oa]s?|no precisa", source.institucion), row.fuente


def test_notes_speak_of_figures_and_sources_of_places(live_store):
    assert live_store.rows(NotaIncidencia)
    assert all(row.localizador for row in live_store.rows(Fuente))
