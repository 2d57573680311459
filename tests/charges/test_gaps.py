"""No line crosses a year without a figure, in any drawing of an indicator or a register."""

from itertools import groupby, pairwise

import pytest

from callbacks.board import create_app
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
    lines = drawn.joined(staged, dashed=False, colour="--accent")
    assert not lines, f"no line may cross {GAP}, which has no result"
    points = [n for n in staged.all("circle") if "--accent" in n.attrs["fill"]]
    assert len(points) == 2


def test_the_live_chart_parts_it_too(gap):
    data = gap.get(f"/graficos/indicador.json?codigo={CODE}").get_json()["figura"]["data"]
    targets, results, absent = data
    for line in (targets, results):
        assert line["connectgaps"] is False
    places = dict(zip(results["x"], results["y"], strict=True))
    assert [year for year, value in places.items() if value is not None] == ["2022", "2024"]
    assert str(GAP) in absent["x"]


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
    lines = [line for line in data if "lines" in line["mode"]]
    expected = [years for one in runs.values() for years in one]
    assert [years for line in lines for years in parted(line)] == expected, (
        "part each line where the runs of series.csv end"
    )
    for picture in drawn.pictures(page("/incrustar/serie-nacional")):
        steps = [path.attrs["d"].count("L") for path in picture.all("path", "line")]
        amounts = [sum(len(years) - 1 for years in one) for one in runs.values()]
        assert steps == [amount for amount in amounts if amount]


def parted(line):
    """Return the years of a trace, run by run: a gap ends one."""
    points = list(zip(line["x"], line["y"], strict=True))
    assert line["connectgaps"] is False
    runs = groupby(points, lambda point: point[1] is not None)
    return [[int(year) for year, _ in run] for known, run in runs if known]


def _longest(shown):
    """Return how many points the longest line of the results of the row joins."""
    (row,) = [one for one in shown.one("tbody").all("tr") if CODE in one.text]
    lines = [n for n in row.all("polyline") if "--accent" in n.attrs["stroke"]]
    return max((len(line.attrs["points"].split()) for line in lines), default=0)


def test_the_small_drawing_of_a_row_parts_it_too(gap, page):
    address = "/indicadores?sector=mujer"
    assert _longest(page(address)) == 3, f"without the gap {CODE} has a line of three years"
    assert _longest(tree(gap.get(address).text)) < 2
