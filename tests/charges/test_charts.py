"""The marks of the charts and the tables under them: whose they are, and which light."""

from collections import Counter
from itertools import product

import pytest

from components.texts import t
from tests.charges import reader
from tests.charges.asked import BY_SECTOR, EVERY, WHOLE, Asked
from tests.charges.expected import ABSENT, LIGHTS, charges, shown
from tests.charges.files import read
from tests.charges.lists import hold
from tests.charges.reader import column, light, number, plain
from tests.charges.sentences import by_sector

SEEN = [one for one in EVERY if one.rows() and not one.buscar]
MARKED = list(product(("semaforo", "sector-semaforo"), (*WHOLE, *BY_SECTOR[::3])))


def _who(row):
    """Return who answers and, in the column beside it, who took it over."""
    other = row["Traslado"].text
    return (column(row, "responsable").text, *([] if other == ABSENT else [other]))


def sorted_by_light(rows):
    return sorted(rows, key=lambda one: LIGHTS.index(one.light))


@pytest.mark.parametrize(("slug", "asked"), MARKED, ids=str)
def test_each_mark_of_a_drawing_says_its_indicator_its_entity_and_its_light(page, slug, asked):
    drawn = page(f"/incrustar/{slug}?{asked.query}").one("div", "still").all("svg")
    assert len(drawn) == 2
    expected = [(f"/indicadores/{o.code}", o.marked) for o in asked.rows()]
    for picture in drawn:
        marks = [n for n in picture.all("a") if "/indicadores/" in n.attrs.get("href", "")]
        found = [(n.attrs["href"].split("?")[0], plain(n.attrs["aria-label"])) for n in marks]
        assert Counter(found) == Counter(expected), "draw each indicator once, with its own words"


@pytest.mark.parametrize("asked", [*WHOLE, *BY_SECTOR], ids=str)
def test_the_live_chart_of_the_sectors_has_a_line_per_sector_with_its_own(chart, asked):
    lines = chart("sector-semaforo", asked.query)["figura"]["data"]
    groups = by_sector(asked)
    assert [line["name"] for line in lines] == [name for name, _ in groups]
    for line, (_, rows) in zip(lines, groups, strict=True):
        assert list(map(plain, line["hovertext"])) == [o.marked for o in sorted_by_light(rows)]


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_the_table_of_the_lights_alone_lists_each_indicator(page, asked):
    rows = reader.rows(page(f"/incrustar/semaforo?{asked.query}"))
    found = [(column(row, "codigo").text, _who(row),
              light(column(row, "semaforo"))) for row in rows]  # fmt: skip
    hold(found, [(o.code, o.who, o.light) for o in sorted_by_light(asked.rows())], "lights")


@pytest.mark.parametrize("asked", [*WHOLE, *BY_SECTOR], ids=str)
def test_the_table_of_the_sectors_alone_lists_each_indicator_with_both_advances(page, asked):
    rows = reader.rows(page(f"/incrustar/sector-semaforo?{asked.query}"))
    found = [
        (next(iter(row.values())).text, _who(row),
         column(row, "codigo").text, number(column(row, "avance_publicado")),
         number(column(row, "avance_calculado")), light(column(row, "semaforo")))
        for row in rows
    ]  # fmt: skip
    expected = [(t(f"sectors.{o.sector}"), o.who, o.code, shown(o.advance.published),
                 shown(o.advance.computed), o.light)
                for o in sorted_by_light(asked.rows())]  # fmt: skip
    hold(found, expected, "sectors")


@pytest.mark.parametrize("code", [row["codigo"] for row in read("indicadores")][::3])
def test_the_table_of_an_indicator_alone_keeps_its_columns_apart(page, code):
    rows = reader.rows(page(f"/incrustar/indicador?codigo={code}"))
    found = [(column(row, "anio").text, number(column(row, "logro_esperado")),
              number(column(row, "avance_publicado")), number(column(row, "avance_calculado")),
              light(column(row, "semaforo"))) for row in rows]  # fmt: skip
    own = [one for one in charges() if one.code == code]
    assert own
    hold(found, [(str(o.year), shown(o.target), shown(o.advance.published),
                  shown(o.advance.computed), o.light) for o in own], code)  # fmt: skip


def test_a_sector_alone_is_told_by_its_entities():
    assert [name for name, _ in by_sector(Asked(sector=("interior",)))] == [
        "MIGRACIONES", "MININTER", "PNP"
    ]  # fmt: skip
