"""No line crosses a year without a figure, in any drawing of an indicator or a register."""

from itertools import groupby, pairwise

import pytest

from app import create_app
from data.store import Store
from tests.charges import drawn
from tests.charges.expected import charges
from tests.charges.files import read
from tests.charges.reader import tree

CODE, GAP = "ISS.03.03.04.01", 2023
TARGETS = "IOP.02.01"


@pytest.fixture(scope="module")
def gap(store):
    """Return a client of a board where one year between two results has none."""
    empty = {"valor_obtenido": None, "avance_publicado": None, "avance_calculado": None,
             "estado": "nd", "semaforo": "sin-dato"}  # fmt: skip
    values = tuple(
        row.model_copy(update=empty) if (row.codigo, row.anio) == (CODE, GAP) else row
        for row in store.tables["valores"]
    )
    return create_app(Store({**store.tables, "valores": values})).server.test_client()


def joins(years):
    return sum(after == before + 1 for before, after in pairwise(years))


def test_a_year_without_a_result_parts_the_line_of_the_results(gap):
    drawings = drawn.pictures(tree(gap.get(f"/incrustar/indicador?codigo={CODE}").text))
    assert len(drawings) == 2
    for picture in drawings:
        lines = drawn.joined(picture, dashed=False, colour="--accent")
        assert lines == joins([2022, 2024]) == 0, f"no line may cross {GAP}, which has no result"


def test_the_room_parts_it_too(gap):
    screen = tree(gap.get("/presentar?sector=mujer").text).by_id(f"rojo-{CODE}")
    assert screen is not None, f"{CODE} is below its target: give it a screen"
    (staged,) = [p for p in drawn.pictures(screen) if "staged" in p.classes]
    lines = [line for line in staged.all("line") if {"line", "accent"} <= set(line.classes)]
    assert not lines, f"no line may cross {GAP}, which has no result"
    assert len([n for n in staged.all("circle") if "result" in n.classes]) == 2


def test_the_live_chart_parts_it_too(gap):
    data = gap.get(f"/graficos/indicador.json?codigo={CODE}").get_json()["figura"]["data"]
    assert len(data) == 2
    for line in data:
        assert line["connectgaps"] is False
        assert line["x"] == list(range(2019, 2025))
    assert data[1]["y"][GAP - 2019] is None


@pytest.mark.parametrize("code", [TARGETS, CODE, "ISS.02.01.02.01", "ISS.02.05.01.01"])
def test_the_lines_join_only_years_that_follow_each_other(page, code):
    own = [one for one in charges() if one.code == code]
    results = joins([one.year for one in own if one.obtained])
    targets = joins([one.year for one in own if one.target])
    drawings = drawn.pictures(page(f"/incrustar/indicador?codigo={code}"))
    assert len(drawings) == 2
    for picture in drawings:
        assert drawn.joined(picture, dashed=False, colour="--accent") == results
        assert drawn.joined(picture, dashed=True, colour="--quiet") == targets


def _registers():
    """Return the runs of each national register: the years that the files let join."""
    figures = {_key(row): row["valor"] for row in read("incidencia")}
    points = [row for row in read("series") if row["desagregacion"] == "nacional"
              and row["indicador"] in ("casos", "denuncias")]  # fmt: skip
    found = {}
    for name, rows in groupby(points, lambda row: row["serie"]):
        known = [row for row in rows if row["tramo"] and figures[_key(row)]]
        runs = groupby(known, lambda row: row["tramo"])
        found[name] = [[int(row["periodo"]) for row in run] for _, run in runs]
    return found


def _key(row):
    return tuple(row[n] for n in ("indicador", "desagregacion", "categoria", "codigo_territorio",
                                  "periodo"))  # fmt: skip


def test_the_national_registers_join_only_the_runs_of_the_files(chart, page):
    runs = _registers()
    assert any(len(one) > 1 for one in runs.values())
    data = chart("serie-nacional", "")["figura"]["data"]
    expected = [years for one in runs.values() for years in one]
    assert [line["x"] for line in data] == expected, "draw one line per run of series.csv"
    for picture in drawn.pictures(page("/incrustar/serie-nacional")):
        groups = [g for g in picture.all("g") if "--accent" in g.attrs.get("stroke", "")]
        lines = [len(g.all("line")) for g in groups]
        assert lines == [sum(len(years) - 1 for years in one) for one in runs.values()]


def _longest(shown):
    """Return how many points the longest line of the results of the row joins."""
    (row,) = [one for one in shown.one("tbody").all("tr") if CODE in one.text]
    lines = [n for n in row.all("polyline") if "--accent" in n.attrs["stroke"]]
    return max((len(line.attrs["points"].split()) for line in lines), default=0)


def test_the_small_drawing_of_a_row_parts_it_too(gap, page):
    address = "/indicadores?sector=mujer"
    assert _longest(page(address)) == 3, f"without the gap {CODE} has a line of three years"
    assert _longest(tree(gap.get(address).text)) < 2
