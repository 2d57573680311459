"""A table as it is written: the first cell of a row is its heading, and each has a side."""

from components.format import ABSENT
from components.markup import render
from components.table import table


def cells(written, tag):
    return [part.split(f"</{tag}>")[0] for part in written.split(f"<{tag} ")[1:]]


def test_a_table_without_columns_has_no_rows():
    assert "<td" not in render(table("Nada", [], []))


def test_each_cell_has_the_name_and_the_side_of_its_column():
    written = render(table("Años", ["Año", "Casos"], [["2023", "5"], ["2024", "6"]], numeric=(0,)))
    years = [cell for cell in cells(written, "th") if "rowheader" in cell]
    assert [cell.split(">")[1] for cell in years] == ["2023", "2024"]
    assert all('class="number"' in cell for cell in years)
    cases = cells(written, "td")
    assert [cell.split(">")[1] for cell in cases] == ["5", "6"]
    assert all('data-label="Casos"' in cell and "class" not in cell for cell in cases)


def test_an_absence_is_said_in_words_but_not_in_a_heading():
    written = render(table("Nada", ["a", "b"], [[ABSENT, ABSENT]]))
    [heading] = [cell for cell in cells(written, "th") if "rowheader" in cell]
    [cell] = cells(written, "td")
    assert "unseen" not in heading
    assert "unseen" in cell


def test_each_figure_stands_under_its_own_heading():
    """If this fails, a figure is said of something else: look at how a row is filled."""
    body = render(
        table("t", ["Entidad", "Meta", "Valor"], [["MININTER", "9", "4"], ["PCM", "", "7"]])
    )
    cells = [("Meta", "9"), ("Valor", "4"), ("Meta", ""), ("Valor", "7")]
    places = [body.index(f'data-label="{name}">{figure}</td>') for name, figure in cells]
    assert places == sorted(places)
    assert body.index("MININTER") < places[0] < body.index("PCM") < places[2]
