"""Names on the drawings of the room: none covers another, nor the mark of another place."""

import pytest

from components.charts.layouts.names import Names, Spot
from tests.charges import drawn, reader
from tests.charges.asked import BY_AXIS, WHOLE

PERIODS = ("", "periodo=2009-2014", "medida=porcentaje", "anio=2023")
SHORTEST = {"incidencia": 6, "rutas": 10, "zona": 4, "objetivos": 6}


def staged(page, query, point):
    """Return the drawings that a point of the script puts before the room."""
    screens = [n for n in page(f"/presentar?{query}").all("section", "slide")
               if n.attrs["id"].split("-")[0] == point]  # fmt: skip
    return [p for one in screens for p in drawn.pictures(one) if "staged" in p.classes]


def hold(pictures, shortest):
    assert pictures
    for picture in pictures:
        boxes = drawn.texts(picture)
        assert len(boxes) >= shortest, "the drawing has lost its names"
        found = drawn.covered(boxes, drawn.marks(picture))
        assert not found, f"write each name where it covers nothing, or nowhere: {found}"


@pytest.mark.parametrize("query", PERIODS)
def test_no_name_of_the_map_covers_another(page, query):
    hold(staged(page, query, "incidencia"), SHORTEST["incidencia"])


@pytest.mark.parametrize(
    ("query", "map_"), [("", False), ("anio=2023", False), ("zona=costa-norte", True)]
)
def test_no_name_of_the_routes_covers_another_nor_a_mark(page, query, map_):
    """Of many places the room reads the corridors; of few, the map."""
    pictures = staged(page, query, "rutas")
    assert all(bool(drawn.marks(picture)) == map_ for picture in pictures)
    hold(pictures, SHORTEST["zona"] if map_ else SHORTEST["rutas"])


@pytest.mark.parametrize("asked", [*WHOLE, *BY_AXIS], ids=str)
def test_the_words_over_a_gauge_leave_each_other_free(page, asked):
    hold(staged(page, asked.query, "objetivos"), SHORTEST["objetivos"])


@pytest.mark.parametrize("asked", WHOLE, ids=str)
def test_no_figure_of_a_history_covers_another(page, asked):
    pictures = staged(page, asked.query, "rojo")
    assert len(pictures) >= 10
    hold(pictures, 7)


def test_a_name_gives_way_to_one_that_is_there():
    names = Names(400, 400, 26)
    assert names.write(["Loreto"], [Spot(200, 200)])
    assert not names.write(["Ucayali"], [Spot(210, 205)]), "two names may not stand on one spot"
    assert names.write(["Ucayali"], [Spot(210, 205), Spot(200, 252)])
    boxes = drawn.texts(reader.tree("".join(map(str, names.written))))
    assert len(boxes) == 2
    assert not drawn.covered(boxes)


def test_a_name_gives_way_to_a_mark_and_to_a_line():
    names = Names(400, 400, 26)
    names.take((90, 90, 110, 110))
    names.keep_line((0, 300), (400, 300))
    assert not names.write(["Piura"], [Spot(100, 100)]), "a name may not cover a mark"
    assert not names.write(["Piura"], [Spot(200, 300)]), "a name may not cover a line"
    always = names.write(["Piura"], [Spot(100, 100), Spot(200, 300)], always=True)
    assert always, "what must be written is"
    assert always[1] > 250, "it covers a line before it covers a mark"


def test_a_name_that_must_stand_stands_where_it_covers_least():
    names = Names(400, 400, 26)
    names.keep_line((0, 200), (400, 200))
    assert names.write(["Loreto"], [Spot(200, 100)])
    assert not names.write(["Ucayali"], [Spot(200, 205)]), "a name may not cover a line"
    over_a_name, over_a_line = Spot(200, 105), Spot(200, 205)
    box = names.write(["Ucayali"], [over_a_name, over_a_line], always=True)
    assert box[1] > 150, "a line may be covered before a name"
