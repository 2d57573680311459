"""What passed on and the other figures of the report: wherever a charge stands, so do they."""

import csv
import io
from decimal import Decimal

import pytest

from components.pages.sectors import institution_indicators
from components.texts import t
from data.model import Explicacion
from tests.charges import beside, explained, policy, room
from tests.charges.asked import BY_SECTOR, MIXED, WHOLE, Asked
from tests.charges.expected import LIGHTS, YEARS, by_code, charges
from tests.charges.files import read
from tests.charges.reader import column, plain

CODES = list(dict.fromkeys(row["codigo"] for row in read("explicaciones")))
MOVED = sorted({(r["codigo"], int(r["anio"])) for r in read("explicaciones") if r["entidad"]})
SEEN = [asked for asked in (*WHOLE, *BY_SECTOR, *MIXED) if asked.rows() and not asked.buscar]


def saved(client, slug, query):
    text = client.get(f"/datos/graficos/{slug}.csv?{query}").get_data(as_text=True)
    return list(csv.DictReader(io.StringIO(text)))


def test_the_files_give_something_to_hold():
    assert len(CODES) > 5
    assert len(MOVED) == 2
    assert policy.others(2024) == {"OP.03": "33.3"}
    assert {by_code()[one].named for one in MOVED} == {
        plain(t("explained.named", entity="MINEM", other="PCM"))
    }


@pytest.mark.parametrize("slug", ["semaforo", "sector-semaforo"])
@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_the_data_of_a_chart_give_who_took_it_over(client, slug, asked):
    found = [(row["codigo"], row["responsable"], row["traslado"])
             for row in saved(client, slug, asked.query)]  # fmt: skip
    whole = Asked(asked.year, sector=asked.sector, entidad=asked.entidad)
    own = whole.rows() if slug == "sector-semaforo" else asked.drawn()
    own = sorted(own, key=lambda one: LIGHTS.index(one.light))
    assert found == [(one.code, one.entity, "".join(one.who[1:])) for one in own]


@pytest.mark.parametrize("code", CODES)
def test_the_data_of_an_indicator_give_who_took_it_over_in_each_year(client, code):
    found = [(int(row["anio"]), row["traslado"])
             for row in saved(client, "indicador", f"codigo={code}")]  # fmt: skip
    own = [one for one in charges() if one.code == code]
    assert found == [(one.year, "".join(one.who[1:])) for one in own]


@pytest.mark.parametrize("code", [row["codigo"] for row in read("indicadores")])
def test_an_indicator_alone_gives_its_own_reasons(page, code):
    last = [one for one in charges() if one.code == code and one.obtained][-1]
    alone = page(f"/incrustar/indicador?codigo={code}")
    beside.hold([alone], [last], explained.notes)


@pytest.mark.parametrize("year", YEARS)
def test_the_other_figure_of_an_objective_stands_beside_it(client, page, year):
    codes = {row["codigo"]: row["eje"] for row in read("objetivos") if row["nivel"] == "OP"}
    found = {row["codigo"]: row["otro_avance_publicado"]
             for row in saved(client, "objetivos", f"anio={year}")}  # fmt: skip
    assert list(found) == list(codes)
    others = policy.others(year)
    assert {code: Decimal(text) for code, text in found.items() if text} == {
        code: Decimal(text) for code, text in others.items()
    }
    said = policy.of_gauges(codes.values(), year)
    assert len(said) == len(others)
    for path in ("/", "/incrustar/objetivos", "/presentar"):
        shown = page(f"{path}?anio={year}").text
        assert all(text in shown for text in said), f"{path} lacks the other figure"


@pytest.mark.parametrize("asked", room.ASKED, ids=str)
@pytest.mark.parametrize("view", room.VIEWS)
def test_the_sectors_of_the_room_say_what_passed_on_of_those_shown(page, asked, view):
    shown = room.Room(page(f"/presentar?{asked.query}{view}"), asked, bool(view))
    moves = explained.moves(sorted(asked.rows(), key=lambda one: LIGHTS.index(one.light)))
    for screen in shown.screens("sectores"):
        assert [node.text for node in room.body(screen).all("p", "reason")] == moves


@pytest.mark.parametrize("year", [year for _, year in MOVED])
@pytest.mark.parametrize("place", ["annex", "note"])
def test_what_is_missing_names_both(page, year, place):
    asked = Asked(year)
    shown = room.Room(page(f"/presentar?{asked.query}&vista=acta"), asked, True)
    if place == "annex":
        rows = room.annex(shown, "sin_reporte")
        found = [(column(r, "codigo").text, column(r, "entidad").text) for r in rows]
    else:
        texts = [p.text for one in shown.screens("silencio") for p in one.all("p")]
        found = [(code, text.split(f", {code}. ")[0]) for _, code, _ in asked.silent()
                 for text in texts if f", {code}. " in text]  # fmt: skip
    own = [by_code()[code, year] for _, code, _ in asked.silent()]
    assert found == [(one.code, one.named) for one in own]


@pytest.mark.parametrize(
    ("band", "told"), [("rojo", True), ("ambar", True), ("sin-dato", True), ("verde", False)]
)
def test_what_the_sources_say_stands_beside_all_that_is_not_met(store, band, told):
    said = next(row for row in store.rows(Explicacion) if row.clase == "traslado")
    value = store.values[said.codigo, said.anio].model_copy(update={"semaforo": band})
    beside = institution_indicators._beside(store, store.indicators[said.codigo], value)
    assert bool(beside) == told
