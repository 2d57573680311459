"""The filters of the address over every table: what makes sense for it, and nothing else."""

import pytest

from data.model import Accion2017, Entidad, Meta2007, Meta2017, Ruta
from data.query.filters import Filters

PLAN_TABLES = (
    "metas_2007_2013", "actividades_2007_2013", "acciones_2017_2021", "metas_2017_2021",
    "series_metas_2017_2021", "acciones_ciudadanas", "metas_ciudadanas",
)  # fmt: skip


def _keys(store, table, **filters):
    return store.select(table, Filters(**filters)).to_dict("records")


def test_any_entity_of_a_list_matches(store):
    found = _keys(store, "acciones_2017_2021", entidad=("pnp",))
    wanted = [row for row in store.rows(Accion2017) if "PNP" in row.responsables.split(";")]
    assert [row["codigo"] for row in found] == [row.codigo for row in wanted]
    assert 0 < len(found) < 50


def test_a_target_answers_for_the_entities_of_its_action(store):
    actions = {row["codigo"] for row in _keys(store, "acciones_2017_2021", entidad=("mtc",))}
    found = _keys(store, "metas_2017_2021", entidad=("mtc",))
    assert {row["accion"] for row in found} == actions
    assert len(found) == sum(row.accion in actions for row in store.rows(Meta2017))


def test_a_sector_reaches_actions_through_its_entities(store):
    entities = {row.sigla for row in store.rows(Entidad) if row.sector == "interior"}
    found = {row["codigo"] for row in _keys(store, "acciones_2017_2021", sector=("interior",))}
    assert found == {
        row.codigo
        for row in store.rows(Accion2017)
        if entities.intersection(row.responsables.split(";"))
    }


def test_a_target_without_agents_is_nobodys(store):
    assert store.rows(Meta2007)[2].agentes is None
    everybody = tuple(sorted(store.vocabulary.entidad))
    assert 3 not in {row["numero"] for row in _keys(store, "metas_2007_2013", entidad=everybody)}


@pytest.mark.parametrize("table", [*PLAN_TABLES, "objetivos", "ivo_2017_2021", "textos_ciudadanos"])
def test_axes_split_the_tables_of_the_plans(store, table):
    whole = len(store.tables[table])
    parts = [len(_keys(store, table, eje=(axis,))) for axis in store.vocabulary.eje]
    assert sum(parts) == whole
    assert max(parts) < whole


@pytest.mark.parametrize("table", PLAN_TABLES)
def test_a_sector_narrows_the_tables_of_the_plans(store, table):
    assert 0 < len(_keys(store, table, sector=("trabajo",))) < len(store.tables[table])


def test_a_period_keeps_its_figures_and_leaves_other_tables_alone(store):
    for table in ("incidencia", "coberturas", "notas_incidencia", "bases_perfil"):
        found = _keys(store, table, periodo="2007-2014")
        assert {row["periodo"] for row in found} == {"2007-2014"}
    assert {row["periodo"] for row in _keys(store, "metas_2017_2021", periodo="2021")} == {"2021"}
    assert len(_keys(store, "rutas", periodo="2021")) == len(store.rows(Ruta))


def test_a_type_keeps_its_routes_and_leaves_other_types_alone(store):
    assert len(_keys(store, "rutas", tipo="interna")) == 25
    for table in ("indicadores", "entidades", "normas", "lugares"):
        assert len(_keys(store, table, tipo="interna")) == len(store.tables[table])


def test_the_code_of_an_indicator_leaves_other_codes_alone(store):
    assert len(_keys(store, "indicadores", codigo="IOP.01.01")) == 1
    assert len(_keys(store, "valores", codigo="IOP.01.01")) == 6
    for table in ("ivo_2017_2021", "normas", "fuentes", "avances"):
        assert len(_keys(store, table, codigo="IOP.01.01")) == len(store.tables[table])


def test_the_search_forgives_accents_and_reads_the_targets(store):
    found = _keys(store, "metas_2017_2021", buscar="linea 1818")
    assert found
    assert all("1818" in row["texto"] for row in found)
    texts = {row["texto"] for row in _keys(store, "acciones_2017_2021", buscar="VICTIMAS")}
    assert texts
    assert all("víctimas" in text.lower() for text in texts)
    assert _keys(store, "acciones_2017_2021", buscar="palabra-que-no-esta") == []


def test_the_address_reads_every_published_period_measure_and_type(store):
    words = store.vocabulary
    assert {"2007-2014", "2009-2014", "2025", "2019-2020"} <= words.periodo
    filters, remarks = Filters.from_query(
        "tipo=interna&medida=porcentaje&periodo=2009-2014&entidad=gore&sector=multisectorial", words
    )
    assert remarks == []
    assert filters.to_query() == (
        "sector=multisectorial&entidad=gore&periodo=2009-2014&medida=porcentaje&tipo=interna"
    )


def test_what_somebody_searches_for_decides_over_no_row_that_was_found(store):
    """What is found has been found by words near those written, which its text may not have."""
    for row in (*store.rows(Meta2007), *store.rows(Accion2017), *store.rows(Meta2017)):
        assert store.keeps(row, Filters(buscar="xyzzy"))
    assert not store.keeps(store.rows(Meta2007)[0], Filters(buscar="xyzzy", entidad=("xyzzy",)))
