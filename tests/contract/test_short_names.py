"""The short names of the indicators: ours, plain, and of the same thing as those of the report."""

from components.texts import t
from data.model import Indicador
from tests.charges import reader

LONGEST = 60


def rows(store):
    found = store.rows(Indicador)
    assert len(found) >= 50
    return found


def test_each_indicator_has_a_short_name_of_its_own(live_store):
    names = [row.nombre_corto for row in rows(live_store)]
    assert all(names), "write nombre_corto in indicadores.csv for the new indicator"
    assert len(set(names)) == len(names), "two indicators have the same short name"
    long = [name for name in names if len(name) > LONGEST]
    assert not long, f"at most {LONGEST} characters: {long}"
    assert not [name for name in names if name != name.strip(" .")]


def test_a_short_name_says_percent_exactly_where_the_indicator_is_one(live_store):
    wrong = [row.codigo for row in rows(live_store)
             if ("%" in row.short) != (row.unidad == "%")]  # fmt: skip
    assert not wrong, "a name that says a share of a count, or a count of a share, is another thing"


def test_without_a_short_name_that_of_the_report_stands(live_store):
    row = rows(live_store)[0]
    assert row.model_copy(update={"nombre_corto": None}).short == row.nombre


def page(client, path):
    return reader.tree(client.get(path).get_data(as_text=True))


def test_the_name_of_the_report_stands_below_the_short_one(live_client, live_store):
    shown = reader.rows(page(live_client, "/indicadores"))
    cells = {reader.codes(row): reader.column(row, "nombre") for row in shown}
    assert len(cells) == len(live_store.in_force(live_store.latest))
    for code, cell in cells.items():
        row = live_store.indicators[code]
        assert cell.one("a").text == reader.plain(row.short)
        assert cell.one("small").text == reader.plain(row.nombre)


def test_the_sheet_says_that_the_short_name_is_ours(live_client, live_store):
    for row in rows(live_store)[:3]:
        shown = page(live_client, f"/indicadores/{row.codigo}")
        assert shown.one("h1").text == reader.plain(row.nombre)
        assert reader.plain(t("ficha.short_ours", name=row.short)) in shown.text


def test_a_search_finds_what_a_short_name_says(live_client):
    found = live_client.get("/datos/indicadores.csv?buscar=patrocinios defensa pública").get_data(
        as_text=True
    )
    assert "ISS.03.03.01.01" in found
