from decimal import Decimal as D

import pytest

from data.rules import progress
from data.rules.progress import Point


@pytest.mark.parametrize(
    ("obtained", "target", "expected"),
    [
        ("6.39", "9.5", "67.3"),
        ("1196", "500", "239.2"),
        ("18.85", "4", "471.3"),
        ("0", "30", "0.0"),
        ("0.001", "0.0004", "250.0"),
    ],
)
def test_advance_is_obtained_over_target(obtained, target, expected):
    assert progress.advance(D(obtained), D(target)) == D(expected)


@pytest.mark.parametrize(("obtained", "target"), [(None, D(5)), (D(5), None), (D(5), D(0))])
def test_advance_is_absent_and_never_zero_where_it_cannot_be_computed(obtained, target):
    assert progress.advance(obtained, target) is None
    assert progress.light(progress.advance(obtained, target)) == "sin-dato"


@pytest.mark.parametrize(
    ("percent", "light"),
    [
        ("0", "rojo"),
        ("74.9", "rojo"),
        ("75", "ambar"),
        ("94.9", "ambar"),
        ("95", "verde"),
        ("3000", "verde"),
    ],
)
def test_bands_are_closed_below_and_open_above(percent, light):
    assert progress.light(D(percent)) == light


def test_objective_caps_each_indicator_at_100():
    assert progress.capped_mean([D("83.2"), D("239.2"), D("215.6")]) == D("283.2") / 3


def test_objective_is_absent_if_one_indicator_is_absent():
    assert progress.capped_mean([D(100), None]) is None
    assert progress.capped_mean([]) is None


@pytest.mark.parametrize(
    ("published", "computed", "holds"),
    [
        ("239", "239.2", True),
        ("17", "16.825", True),
        ("172.0", "171.429", False),
        ("97.2", "97.25", False),
        ("471.3", "471.25", True),
    ],
)
def test_reproduces_rounds_half_up_at_the_printed_precision(published, computed, holds):
    assert progress.reproduces(D(published), D(computed)) is holds


def point(year, target=None, obtained=None, percent=None):
    made = [None if value is None else D(str(value)) for value in (target, obtained, percent)]
    return Point(year, *made)


@pytest.mark.parametrize(
    ("points", "base", "whole", "expected"),
    [
        ([point(2023, 15), point(2024, 5)], None, False, ["meta-decreciente"]),
        ([point(2022, 20), point(2023, 10), point(2024, 15)], None, False, ["meta-decreciente"]),
        ([point(2024, 85)], D("99.2"), False, ["meta-bajo-base"]),
        ([point(2024, 70, 120)], None, True, ["porcentaje-imposible"]),
        ([point(2024, 70, 120)], None, False, []),
        ([point(2023, 1, 2), point(2024, 1, 20)], None, False, ["salto"]),
        ([point(2023, 1, 20), point(2024, 1, 2)], None, False, ["salto"]),
        ([point(2023, 1, 316), point(2024, 1, 0)], None, False, ["salto"]),
        ([point(2023, 1, 0), point(2024, 1, 50)], None, False, []),
        ([point(2024, 1, 2, 200)], None, False, ["sobrecumplimiento"]),
        ([point(2024, 1, 2, "199.9")], None, False, []),
        ([point(2023), point(2024)], None, True, []),
    ],
)
def test_warnings_follow_the_rules(points, base, whole, expected):
    assert progress.warnings(points, base, whole)[2024] == expected
