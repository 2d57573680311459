from datetime import date
from decimal import Decimal as D

import pytest

from components.format import ABSENT, count, joined, neither, number, percent, printed, span, until


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (D("1234.5"), "n", "1,234.5"),
        (D("6.39"), "%", "6.4\u202f%"),
        (D("78.00"), "%", "78.0\u202f%"),
        (D("94"), "%", "94\u202f%"),
        (D("0.25"), "%", "0.3\u202f%"),
        (D("0.00"), "n", "0.0"),
        (D("0.01"), "n", "0.01"),
        (D("0.0004"), "%", "0.0004\u202f%"),
        (1891, "n", "1,891"),
        (None, "%", ABSENT),
        (D("1E+3"), "n", "1,000"),
    ],
)
def test_screens_write_numbers_as_in_peru_with_one_decimal_at_most(value, unit, expected):
    assert number(value, unit) == expected


def test_a_figure_as_printed_keeps_its_decimals():
    assert printed(D("10.30"), "%") == "10.30\u202f%"
    assert printed(D("1234.50")) == "1,234.50"


@pytest.mark.parametrize(
    ("end", "written"),
    [
        ("2023-12-31", "2023"),
        ("2025-11-30", "noviembre de 2025"),
        ("2019-09-23", "23 de septiembre de 2019"),
    ],
)
def test_the_end_of_a_period_is_said_as_short_as_it_can_be(end, written):
    assert until(date.fromisoformat(end)) == written


def test_percent_has_its_sign():
    assert percent(D("70.6")) == "70.6\u202f%"


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a y b"),
        (["a", "b", "c"], "a, b y c"),
        (["Salud", "Interior"], "Salud e Interior"),
        (["agua", "hielo"], "agua y hielo"),
    ],
)
def test_lists_are_joined_as_one_reads_them(parts, expected):
    assert joined(parts) == expected


@pytest.mark.parametrize(
    ("amount", "expected"), [(0, "0 filas"), (1, "1 fila"), (1200, "1,200 filas")]
)
def test_nouns_agree_with_their_amount(amount, expected):
    assert count(amount, "fila", "filas") == expected


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2009-01-01", "2014-12-31", "2009-2014"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2007-01-01", "2014-04-30", "enero de 2007 a abril de 2014"),
        ("2023-01-01", "2023-06-30", "enero a junio de 2023"),
        ("2007-04-01", "2008-02-29", "abril de 2007 a febrero de 2008"),
        ("2019-01-01", "2019-09-23", "enero a 23 de septiembre de 2019"),
        ("2018-03-01", "2018-03-31", "marzo de 2018"),
        ("2018-03-01", "2018-03-23", "marzo a 23 de marzo de 2018"),
        ("2018-03-01", "2019-03-31", "marzo de 2018 a marzo de 2019"),
    ],
)
def test_a_period_says_its_months_unless_its_years_are_whole(start, end, written):
    assert span(date.fromisoformat(start), date.fromisoformat(end)) == written


def test_a_period_without_dates_says_so():
    assert span(None, None) == "periodo sin fecha"


def test_none_of_several_things_is_said_with_ni():
    assert neither([]) == ""
    assert neither(["víctimas"]) == "víctimas"
    assert neither(["víctimas", "sentencias"]) == "víctimas ni sentencias"
    assert neither(["a", "b", "c"]) == "a, b ni c"
