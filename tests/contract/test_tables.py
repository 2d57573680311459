"""The real tables: counts, the audit, and every figure held against what the report prints."""

from collections import Counter
from decimal import Decimal as D

import pytest

from data import audit
from data.model import (
    TABLES,
    Avance,
    Cifra,
    Componente,
    Conteo,
    Discrepancia,
    Ejercicio,
    Fuente,
    Indicador,
    Lineamiento,
    Objetivo,
    Servicio,
    SinReporte,
    Valor,
)  # fmt: skip
from data.query.filters import Filters

CONTRACT = {
    "ejercicios": "anio,estado,cierre,fuente",
    "indicadores": "codigo,nombre,nivel,objetivo,lineamiento,servicio,servicio_numero,responsable,"
    "sector,eje,tipo,sentido,agregacion,unidad,linea_base_anio,linea_base_valor,fuente,"
    "nombre_corto",
    "vigencias": "codigo,desde,hasta,entidad,unidad,motivo,norma,fuente",
    "valores": "codigo,anio,logro_esperado,valor_obtenido,estado,avance_publicado,"
    "avance_calculado,semaforo,fuente",
    "metas_ajustadas": "codigo,anio,fecha,valor_anterior,valor_nuevo,motivo,norma,fuente",
    "valoraciones": "anio,ambito,nivel,puntos,texto,origen,fuente",
    "objetivos": "codigo,plan,nivel,padre,eje,texto,fuente",
    "lineamientos": "codigo,objetivo,nombre,fuente",
    "servicios": "codigo,numero,objetivo,lineamiento,nombre,fuente",
    "entidades": "sigla,nombre,sector,tipo,fuente",
    "cifras": "codigo,anio,concepto,valor,unidad,fuente",
    "componentes": "codigo,periodo,numerador,denominador,valor,fuente",
    "conteos": "anio,nivel,semaforo,cantidad,fuente",
    "periodos_reporte": "periodo,inicio,fin,abre,vence,cierra,publica,estado,fuente",
    "reportes": "codigo,periodo,entidad,estado,enviado,a_tiempo,serie,motivo,fuente",
    "declaraciones": "codigo,periodo,apartado,entidad,fecha,pregunta,texto,fuente",
    "evidencias": "codigo,periodo,numero,entidad,titulo,tipo,fecha,sha256,fuente",
    "metas_2007_2013": "numero,eje,objetivo,meta,resultado,cumplimiento_pct,agentes,observacion,"
    "fuente",
    "acciones_2017_2021": "codigo,objetivo_inmediato,objetivo_estrategico,eje,texto,responsables,"
    "fuente",
    "metas_2017_2021": "accion,periodo,orden,texto,cantidad,unidad,fuente",
    "ivo_2017_2021": "codigo,objetivo,texto,fuente",
    "incidencia": "indicador,desagregacion,categoria,codigo_territorio,periodo,periodo_inicio,"
    "periodo_fin,valor,unidad,estado,confianza,fuente",
    "rutas": "tipo,origen_lugar,origen_region,destino_lugar,destino_region,zona,fuente",
    "discrepancias": "id,severidad,donde_a,dice_a,donde_b,dice_b,recalculo,comentario,asunto,"
    "revisiones,fecha_revision,documento",
    "fuentes": "codigo,documento,institucion,anio,localizador,url",
}


def test_tables_stand_in_the_order_of_the_contract():
    assert [name for name in TABLES if name in CONTRACT] == list(CONTRACT)


@pytest.mark.parametrize("name", CONTRACT)
def test_columns_are_those_of_the_contract_in_their_order(name):
    assert ",".join(TABLES[name].columns()) == CONTRACT[name]


def of_2024(store):
    """Return the indicators of the matrix of 2024: what came into force later is not in it."""
    return [row for row in store.rows(Indicador) if row.codigo in store.in_force(2024)]


def test_the_policy_is_whole(live_store):
    levels = Counter(row.nivel for row in of_2024(live_store))
    assert levels == {"IOP": 6, "ISS": 44}
    assert len([row for row in live_store.rows(Valor) if row.anio <= 2024]) == 300
    assert len(live_store.rows(Lineamiento)) == 19
    assert [row.numero for row in live_store.rows(Servicio)] == list(range(1, 43))
    assert [row.codigo for row in live_store.rows(Objetivo) if row.nivel == "OP"] == [
        "OP.01",
        "OP.02",
        "OP.03",
    ]


def test_services_16_and_22_have_two_indicators_as_the_report_says(live_store):
    held = Counter(row.servicio_numero for row in of_2024(live_store) if row.nivel == "ISS")
    assert {number for number, amount in held.items() if amount == 2} == {16, 22}
    assert set(held) == set(range(1, 43))


def test_years_before_2022_have_no_results(live_store):
    before = [row for row in live_store.rows(Valor) if row.anio < 2022]
    assert before
    for row in before:
        assert row.estado == "nd"
        assert row.valor_obtenido is None


def test_published_advances_are_reproduced_but_for_the_listed_ones(live_store):
    until = [row for row in live_store.rows(Valor) if row.anio <= 2024]
    wrong = [row.codigo for row in audit.irreproducible(until)]
    assert wrong == [
        "ISS.02.01.01.01",
        "ISS.03.03.01.01",
        "ISS.03.03.03.01",
        "ISS.03.03.08.01",
        "ISS.03.06.01.01",
    ]


def test_every_advance_of_2024_is_published(live_store):
    until = [row for row in live_store.rows(Valor) if row.anio <= 2024]
    published = [row for row in until if row.avance_publicado is not None]
    assert {row.anio for row in published} == {2024}
    assert len(published) == 50


@pytest.mark.parametrize(
    ("code", "published"), [("OP.01", "67.3"), ("OP.02", "94"), ("OP.03", "50.0"), ("IG", "70.6")]
)
def test_objectives_and_index_of_2024(live_store, code, published):
    row = live_store.advances[code, 2024]
    exact = audit.objective_advance(list(live_store.rows(Valor)), code, 2024)
    assert str(row.avance_publicado) == published
    assert abs(exact - row.avance_publicado) < D("0.5")


def test_counters_equal_those_of_the_box_of_the_matrix(live_store):
    ours = audit.counters(list(live_store.rows(Valor)), 2024)
    box = {
        (row.nivel, row.semaforo): row.cantidad
        for row in live_store.rows(Conteo)
        if row.fuente == "reporte-2024-matriz-encabezado" and row.nivel in ("IOP", "ISS")
    }
    assert len(box) == 10
    for (level, light), amount in box.items():
        known = sum(n for (lvl, _), n in ours.items() if lvl == level)
        assert amount == (known if light == "total" else ours[level, light])


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("SS.01.01.04", 694),
        ("SS.01.01.04", 526),
        ("IOP.01.01", 121),
        ("IOP.01.01", 1891),
        ("SS.01.02.03", 313),
        ("SS.01.02.03", 305),
        ("IOP.02.01", 1558),
        ("SS.01.02.01", 3883),
        ("SS.03.04.01", 154),
    ],
)
def test_absolute_figures_of_the_prose_are_there(live_store, code, value):
    related = {code, *(row.codigo for row in live_store.rows(Indicador) if row.servicio == code)}
    assert value in {int(row.valor) for row in live_store.rows(Cifra) if row.codigo in related}


@pytest.mark.parametrize(
    ("code", "parts", "whole", "printed"),
    [
        ("ISS.01.01.04.01", 694, 526, "132.0"),
        ("IOP.01.01", 121, 1891, "6.39"),
        ("ISS.01.02.03.01", 305, 313, "97.4"),
        ("ISS.01.02.02.01", 2334, 2406, "97"),
        ("ISS.03.04.01.01", 39, 154, "25.30"),
        ("IOP.03.01", 9, 40, "22.5"),
    ],
)
def test_the_prose_and_the_matrix_meet(live_store, code, parts, whole, printed):
    value = live_store.values[code, 2024].valor_obtenido
    assert str(value) == printed
    assert abs(D(parts) / D(whole) * 100 - value) < D("0.1")


def test_every_source_is_cited_and_every_citation_exists(live_store):
    columns = {
        name: [column for column in model.columns()
               if column == "fuente" or "fuentes" in model.refs.get(column, ())]
        for name, model in TABLES.items()
    }  # fmt: skip
    cited = {
        code
        for name, rows in live_store.tables.items()
        for column in columns[name]
        for row in rows
        for code in row.values(column)
    }
    known = {row.codigo for row in live_store.rows(Fuente)}
    assert cited - known == set(), "add the missing sources to data/tables/fuentes.csv"
    assert known - cited == set(), "nobody cites these: remove them from data/tables/fuentes.csv"


def test_texts_carry_nothing_of_how_the_board_is_made(live):
    assert TABLES
    for name in TABLES:
        text = (live / f"{name}.csv").read_text("utf-8").lower()
        for word in ("semilla", "shared/", "línea del fichero"):
            assert word not in text, f"{name}.csv holds «{word}»"


def test_who_did_not_report_is_named_with_the_words_of_the_report(live_store):
    rows = [row for row in live_store.rows(SinReporte) if row.anio <= 2024]
    silent = {(row.codigo, row.anio): row.entidad for row in rows}
    assert silent["ISS.01.06.01.01", 2024] == "MINEM"
    assert silent["IOP.03.02", 2024] == "MIMP"


def test_contradictions_name_both_places(live_store):
    rows = live_store.rows(Discrepancia)
    assert len(rows) > 80
    lonely = [row.id for row in rows if row.severidad == "contradiccion" and not row.dice_b]
    assert lonely == []


def test_objective_rows_cover_every_year(live_store):
    codes = {row.codigo for row in live_store.rows(Avance)}
    assert {(code, year) for code in codes for year in live_store.years} == set(live_store.advances)


def test_target_of_five_percent_after_fifteen_is_kept_and_flagged(live_store):
    assert str(live_store.values["ISS.01.01.08.01", 2024].logro_esperado) == "5"
    assert "meta-decreciente" in live_store.warnings("ISS.01.01.08.01", 2024)


def test_every_combination_of_filters_adds_up(store):
    """The counters of the traffic light sum to the rows of the table, for every combination."""
    years = [None, *store.years]
    sectors = [(), *((code,) for code in sorted(store.vocabulary.sector))]
    axes = [(), ("prevencion",), ("persecucion",), ("proteccion",), ("gobernanza",)]
    tried = 0
    for year in years:
        for sector in sectors:
            for axis in axes:
                filters = Filters(anio=year, sector=sector, eje=axis)
                pairs = store.chosen(filters)
                lights = Counter(value.semaforo for _, value in pairs)
                stated = filters.with_(anio=store.year(filters))
                assert sum(lights.values()) == len(store.select("valores", stated))
                assert len(pairs) == len(store.select("indicadores", filters))
                tried += 1
    assert tried == len(years) * len(sectors) * len(axes)


def test_the_former_address_of_the_figures_keeps_its_columns_and_its_rows(live_client, live_store):
    lines = live_client.get("/datos/cifras_2024.csv").get_data(as_text=True).splitlines()
    assert lines[0] == "codigo,concepto,valor,unidad,fuente"
    known = [row for row in live_store.rows(Cifra) if live_store.sources[row.fuente].anio == 2024]
    assert len(lines) - 1 == len(known) == 52
    for kind in ("csv", "excel.csv", "json", "xlsx"):
        for query in ("", "?sector=defensa", "?anio=2019"):
            answer = live_client.get(f"/datos/cifras_2024.{kind}{query}")
            assert answer.status_code == 200, (kind, query)
    none = live_client.get("/datos/cifras_2024.csv?sector=defensa").get_data(as_text=True)
    assert none.splitlines() == lines[:1]


def test_parts_are_those_of_the_figures_of_the_same_place(live_store):
    known = {(row.codigo, row.valor, row.fuente) for row in live_store.rows(Cifra)}
    rows = [row for row in live_store.rows(Componente) if row.periodo == "2024"]
    assert len(rows) == 6
    for row in rows:
        assert {(row.codigo, row.numerador, row.fuente), (row.codigo, row.denominador, row.fuente)
                } <= known, row.codigo  # fmt: skip


def test_the_year_of_the_data_is_the_last_closed_one(live_store):
    states = {row.anio: row.estado for row in live_store.rows(Ejercicio)}
    assert list(states) == list(range(2019, 2031))
    assert live_store.latest == max(year for year, said in states.items() if said == "cerrado")
