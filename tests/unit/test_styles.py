"""The rules that a document uses: all that can match it, and no other."""

import pytest

from components.embeds import styles
from components.embeds.names import Names


def names(markup):
    found = Names(styles.selecting())
    found.feed(markup)
    return frozenset(found.found)


@pytest.fixture
def sheet(monkeypatch):
    def put(text):
        rules = tuple(styles._rules(text))
        monkeypatch.setattr(styles, "_sheet", lambda: rules)
        monkeypatch.setattr(styles, "selecting", styles.selecting.__wrapped__)

    return put


@pytest.mark.parametrize(
    ("selector", "kept"),
    [
        ("p", True),
        ("*", True),
        (":root", True),
        ("p:hover", True),
        ("p::after", True),
        ("ul", False),
        (".a", True),
        (".a.b", True),
        (".a.c", False),
        ("p>.a", True),
        ("ul .a", False),
        ("#one", True),
        ("#two", False),
        ('[data-x="1"]', True),
        ('[data-x="2"]', False),
        ("[data-x]", True),
        ("[data-y]", False),
        ('p[data-x^="1"]', True),
        ("[data-x=1]", True),
        (".a:not(.c)", True),
        (".a:has(.c)", True),
        (":is(.c,.a)", True),
    ],
)
def test_a_rule_stays_where_it_can_match(sheet, selector, kept):
    sheet(f"{selector}{{color:red}}")
    found = styles.used(names('<div class="a b" id="one"><p data-x="1">'))
    assert found == (f"{selector}{{color:red}}" if kept else "")


def test_what_no_selector_of_a_rule_can_match_is_left_out_of_it(sheet):
    sheet(
        "p,ul,.a{color:red}@media print{ul{color:red}}@media screen{p{a:b}ul{a:b}}@font-face{a:b}"
    )
    assert styles.used(names("<p>")) == "p{color:red}@media screen{p{a:b}}@font-face{a:b}"


def test_a_comma_inside_a_condition_parts_nothing(sheet):
    sheet(":is(#a,#b)>p,ul{c:d}")
    assert styles.used(names("<p>")) == ":is(#a,#b)>p{c:d}"
