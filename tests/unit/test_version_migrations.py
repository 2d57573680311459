"""The former names of tables and columns, before and after the model knows the new ones."""

from data.publish.version_migrations import MIGRATIONS, Migration, earlier, migrated

ROW = {"codigo": "SS.01", "valor": "5"}
OLD = {"cifras_2024": (ROW,)}


def test_a_table_goes_by_its_new_name_with_what_its_rows_had_no_need_to_say():
    assert migrated(OLD, ["cifras"]) == {"cifras": ({"anio": "2024", **ROW},)}


def test_nothing_moves_before_the_model_has_the_new_name():
    assert migrated(OLD, ["cifras_2024"]) == OLD
    assert migrated(OLD, ["cifras_2024", "cifras"]) == OLD


def test_a_version_that_has_the_new_name_is_left_alone():
    tables = {"cifras": (ROW | {"anio": "2025"},)}
    assert migrated(tables, ["cifras"]) == tables


def test_what_a_row_says_is_not_overwritten():
    tables = {"conteos": ({"anio": "2025", "nivel": "OP"}, {"nivel": "OP"})}
    years = [row["anio"] for row in migrated(tables, ["conteos"])["conteos"]]
    assert years == ["2025", "2024"]


def test_migrations_follow_each_other_and_columns_change_their_names():
    chain = (Migration("a", "b", {"x": "y"}), Migration("b", "c", {"y": "z"}, {"w": "1"}))
    assert migrated({"a": ({"x": "5"},)}, ["b", "c"], chain[:1]) == {"b": ({"y": "5"},)}
    assert migrated({"b": ({"y": "5"},)}, ["c"], chain) == {"c": ({"w": "1", "z": "5"},)}
    assert migrated({"a": ({"x": "5"},)}, ["c"], chain) == {"c": ({"w": "1", "z": "5"},)}
    assert earlier("c", chain) == ("b", "a")
    assert earlier("a", chain) == ()


def test_every_migration_changes_something():
    assert all(
        each.old != each.new or each.renamed or each.given or each.told for each in MIGRATIONS
    )
    assert earlier("cifras") == ("cifras_2024",)
