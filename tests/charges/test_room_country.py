"""The room on the country: the largest figures are named first, each with its own."""

import csv
import io

import pytest

from tests.charges import room
from tests.charges.expected import figure

SHOWN = 6


def largest(client, query):
    """Return the territories of the map with their figures; the remainder is none of them."""
    text = client.get(f"/datos/graficos/mapa.csv?{query}").get_data(as_text=True)
    rows = [row for row in csv.DictReader(io.StringIO(text)) if row["nombre"] and row["valor"]]
    return sorted(rows, key=lambda row: float(row["valor"]), reverse=True)


@pytest.mark.parametrize("query", ["", "periodo=2009-2014"])
@pytest.mark.parametrize("view", room.VIEWS)
def test_the_largest_figure_is_in_the_heading_and_first_in_the_list(client, page, query, view):
    rows = largest(client, query)
    assert len(rows) > SHOWN
    screen = page(f"/presentar?{query}{view}").by_id("incidencia-1")
    first = figure(rows[0]["valor"])
    assert first in room.heading(screen), f"the largest figure is {first}"
    listed = page(f"/presentar?{query}{view}").by_id("incidencia-2").one("ul", "territories")
    lines = listed.all("li")[:SHOWN]
    found = [line.one("span", "amount").text for line in lines]
    assert found == [figure(row["valor"]) for row in rows[:SHOWN]]
    names = [line.one("span").text for line in lines]
    assert names == [row["nombre"] for row in rows[:SHOWN]]
    assert names[0] in room.heading(screen), "the heading names whose figure it is"
