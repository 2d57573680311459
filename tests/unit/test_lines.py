"""Drawings of lines: how much room the lines keep, where places are named, what a stage shows."""

import re

import pytest

from components.charts.layouts.lines import Lines
from components.charts.layouts.lines_parts import Panel, Point, Series
from components.charts.layouts.surface import NARROW, ROOM, SURFACES, WIDE

YEARS = ("2019", "2020", "2021", "2022")


def points(*values):
    return tuple(Point(place, value, f"dicho {value}") for place, value in enumerate(values))


def panel(title="", *names):
    made = (Series(name, points(1, 2, 3, 4)) for name in names or ("una",))
    return Panel(title, "", tuple(made))


def words(drawing):
    return re.findall(r"<text[^>]*>([^<]*)<", str(drawing))


def axis(drawing):
    """Return the length of the first axis: the first level line in the colour of quiet words."""
    ends = re.search(r'<line x1="([\d.]+)"[^>]*x2="([\d.]+)"[^>]*quiet', str(drawing))
    return float(ends[2]) - float(ends[1])


@pytest.mark.parametrize("surface", [WIDE, ROOM])
def test_long_names_stand_under_the_lines_and_take_nothing_from_them(surface):
    long = "Prometido en el plan: entidades que reportan a tiempo en cada periodo"
    brief = Lines(YEARS, (panel("", "Meta", "Resultado"),)).drawing(surface)
    under = Lines(YEARS, (panel("", long, "Resultado"),)).drawing(surface)
    assert 0.6 * surface.width < axis(brief) < 0.9 * surface.width
    assert axis(under) > 0.95 * surface.width
    assert " ".join(words(under)).count("Prometido en el plan") == 1


@pytest.mark.parametrize("surface", SURFACES)
@pytest.mark.parametrize("amount", [1, 3, 4, 5, 9])
def test_rows_name_their_places_once_under_the_last_that_is_shown(surface, amount):
    rows = tuple(panel(f"fila {index}") for index in range(amount))
    drawing = Lines(YEARS, rows, rows=True).drawing(surface)
    said = words(drawing)
    shown = [word for word in said if word.startswith("fila")]
    assert [said.count(year) for year in YEARS] == [1] * len(YEARS)
    assert said.index(YEARS[0]) > said.index(shown[-1])
    left_out = amount - len(shown)
    assert (f"Y {left_out} más, en la página del gráfico." in said) is bool(left_out)
    assert left_out == (amount - 4 if surface is ROOM and amount > 4 else 0)
    assert drawing.height <= surface.most


def test_a_stage_shows_two_panels_well_and_counts_the_others():
    panels = tuple(panel(f"panel {index}", "una", "otra") for index in range(4))
    field = Lines(YEARS, panels, every=False)
    said = words(field.drawing(ROOM))
    assert [word for word in said if word.startswith("panel")] == ["panel 0", "panel 1"]
    assert "Y 2 más, en la página del gráfico." in said
    assert [word for word in words(field.drawing(NARROW)) if word.startswith("panel")] == [
        "panel 0", "panel 1", "panel 2", "panel 3"]  # fmt: skip


def test_the_name_of_the_only_line_has_no_mark_that_reads_as_a_point():
    def circles(*names):
        drawing = Lines(YEARS, (panel("", *names),), every=False).drawing(WIDE)
        assert set(names) <= {word.strip("\u00a0") for word in words(drawing)}
        return str(drawing).count("<circle")

    assert circles("víctimas") == len(YEARS)
    assert circles("víctimas", "casos") == 2 * len(YEARS) + 2


def test_a_panel_without_rows_is_a_drawing_of_nothing():
    assert words(Lines(YEARS, ()).drawing(ROOM)) == []
