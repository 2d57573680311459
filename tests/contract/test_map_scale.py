"""The scale of a map: one for all periods of a series, which parts what differs."""

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise

import pytest

from components.charts.map_classes import groups, shown
from components.charts.natural_breaks import MOST, limits
from components.charts.registry import CHARTS
from data.query import map_periods, map_rows, map_series
from data.query.filters import Filters

LEVELS = ("distrito_fiscal", "departamento")


def numbers(text):
    return [Decimal(value) for value in text.split()]


def frames(store, measure):
    """Return the frame of every period of both maps, with what makes its series."""
    found = []
    for level in LEVELS:
        for one in map_periods.published(store, level):
            frame = map_rows.rows(store, one, measure)
            frame.attrs["serie"] = map_series.comparable(store, one, measure)
            counted = one.coverage.indicador, one.measure(measure)
            found.append(((level, *counted, map_series.months(one.period)), frame))
    assert len(found) > 10
    return found


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("4 9 13 14 16 18 29 30 31 57 102 126 213 1949", "20 100 200 1000"),
        ("5 7 300 310", "200"),
        ("32", ""),
        ("", ""),
        ("8 8 8", ""),
    ],
)
def test_limits_are_round_and_stand_in_the_widest_gaps(values, expected):
    assert list(limits(numbers(values), Decimal(1))) == numbers(expected)


def test_no_limit_of_a_share_is_finer_than_a_tenth():
    found = limits(numbers("0.1 0.2 0.4 1.7 3.1 3.3 8.2 41.1"), Decimal("0.1"))
    assert found
    assert all(limit == limit.quantize(Decimal("0.1")) for limit in found)


@pytest.mark.parametrize("measure", ["casos", "porcentaje"])
def test_the_periods_of_a_series_paint_a_figure_alike(store, measure):
    """The same words are the same colour in every period, and a figure is in one class only."""
    words, painted = defaultdict(set), defaultdict(set)
    for series, frame in frames(store, measure):
        for group in groups(frame):
            if group.rank:
                words[series, group.label].add(group.rank)
                for row in group.rows:
                    painted[series, shown(row)].add(group.label)
    assert len(words) > 20
    assert all(len(ranks) == 1 for ranks in words.values())
    assert all(len(labels) == 1 for labels in painted.values())


@pytest.mark.parametrize("measure", ["casos", "porcentaje"])
def test_classes_are_few_in_order_hold_each_figure_once_and_none_is_empty(store, measure):
    for _, frame in frames(store, measure):
        found = [group for group in groups(frame) if group.rank]
        ranks = [group.rank for group in found]
        assert ranks == sorted(set(ranks))
        assert len(found) <= MOST
        assert all(group.rows for group in groups(frame))
        held = [shown(row) for group in found for row in group.rows]
        assert len(held) == sum(frame["estado"] == "dato")
        ends = [(min(map(shown, g.rows)), max(map(shown, g.rows))) for g in found]
        assert all(before[1] < after[0] for before, after in pairwise(ends))


def test_lima_shares_its_colour_with_nobody(store):
    """1,949 against 213: the classes must tell them apart."""
    frame = CHARTS["mapa-pnp"].select(store, Filters())
    top = [group for group in groups(frame) if group.rank][-1]
    assert [row["nombre"] for row in top.rows] == ["Lima"]


def test_a_year_is_not_classed_with_a_span_of_years(store):
    periods = {one.period.codigo: one for one in map_periods.published(store, "distrito_fiscal")}
    assert map_series.months(periods["2023"].period) == map_series.YEAR
    assert map_series.months(periods["2025"].period) == map_series.YEAR
    assert map_series.months(periods["2007-2014"].period) == 88
    years, span = (map_series.comparable(store, periods[code], "casos")
                   for code in ("2023", "2007-2014"))  # fmt: skip
    assert years == map_series.comparable(store, periods["2025"], "casos")
    assert max(span) not in years


def test_a_period_of_one_district_draws_its_class_only(store):
    chart = CHARTS["mapa"]
    plot = chart.plot(chart.select(store, Filters(periodo="2024")))
    counted = [kind for kind in plot.classes if not kind.absent]
    assert [len(kind.territories) for kind in counted] == [1]
