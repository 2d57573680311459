"""The registers of an institution share its colour, and no two of them look the same."""

from components.charts.registry import CHARTS
from data.query.filters import Filters


def test_an_institution_has_one_colour_and_its_registers_marks_of_their_own(store):
    chart = CHARTS["serie-nacional"]
    panels = chart.plot(chart.select(store, Filters())).panels
    colours = [{one.token for one in panel.series} for panel in panels]
    assert all(len(found) == 1 for found in colours)
    assert len(set().union(*colours)) == len(panels) > 1
    for panel in panels:
        assert len({one.symbol for one in panel.series}) == len(panel.series), panel.title
