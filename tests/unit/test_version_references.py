"""What a kept version names and does not have stands in once, with its code for a name."""

from data.model import TABLES, Indicador, Valor
from data.publish.version_references import completed


def test_a_code_that_several_tables_name_stands_in_once(store):
    code = store.rows(Valor)[0].codigo
    tables = {**store.tables}
    assert code in {row.codigo for row in tables["vigencias"]}
    tables["indicadores"] = tuple(row for row in tables["indicadores"] if row.codigo != code)
    found = completed(tables)
    [stand_in] = [row for row in found["indicadores"] if row.codigo == code]
    assert isinstance(stand_in, Indicador)
    assert stand_in not in store.tables["indicadores"]
    assert len(found["indicadores"]) == len(store.tables["indicadores"])


def test_a_table_of_several_keys_is_named_by_the_first(store):
    """Nothing stands in for what is there, though only the first column of its key is named."""
    found = completed(store.tables)
    assert {name: len(found[name]) for name in TABLES} == {
        name: len(store.tables[name]) for name in TABLES
    }
