"""The rules that a document uses: all that can match it, and no other."""

import json

import pytest
from dash import html

from components import assets, style_rules
from components.page_document import document
from components.pages.page import Seen


@pytest.fixture
def sheet(monkeypatch):
    def put(text):
        rules = tuple(style_rules._rules(text))
        monkeypatch.setattr(style_rules, "_sheet", lambda: rules)

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
        ("[data-y]", True),
        ("ul[data-y]", False),
        ("p[open]", True),
        ('p[data-x^="1"]', True),
        ('p[data-x^="3"]', True),
        ("[data-x=1]", True),
        (".a:not(.c)", True),
        (".a:has(.c)", True),
        (":is(.c,.a)", True),
    ],
)
def test_a_rule_stays_where_it_can_match(sheet, selector, kept):
    sheet(f"{selector}{{color:red}}")
    found = style_rules.used(style_rules.words('<div class="a b" id="one"><p data-x="1">'))
    assert found == (f"{selector}{{color:red}}" if kept else "")


def test_what_no_selector_of_a_rule_can_match_is_left_out_of_it(sheet):
    sheet("p,ul,.a{color:red}@media print{ul{color:red}}@media screen{p{a:b}ul{a:b}}")
    found = style_rules.used(style_rules.words("<p>"))
    assert found == "p{color:red}@media screen{p{a:b}}"


def test_paper_stays_and_the_faces_of_the_letters_stand_apart(sheet):
    sheet("@font-face{a:b}@page{size:A4;@bottom-right{content:counter(page)}}ul{c:d}")
    paper = "@page{size:A4;@bottom-right{content:counter(page)}}"
    assert style_rules.used(style_rules.words("<p>")) == paper
    assert style_rules.faces() == "@font-face{a:b}"


def test_a_comma_inside_a_condition_parts_nothing(sheet):
    sheet(":is(#a,#b)>p,ul{c:d}")
    assert style_rules.used(style_rules.words("<p>")) == ":is(#a,#b)>p{c:d}"


def test_a_page_keeps_what_its_scripts_write_and_loses_what_none_does(sheet):
    script = assets.text("page.js")
    assert 'className = "taken"' in script
    sheet(".taken{a:b}.written{c:d}.shown-elsewhere{e:f}")
    found = document(Seen("Título", "Qué es", "", html.P(className="written")), [], "", None, "")
    assert ".taken{a:b}.written{c:d}" in found
    assert ".shown-elsewhere" not in found


def test_a_live_page_keeps_what_its_own_script_writes(client):
    rules = client.get("/").text.partition('<style id="rules">')[2].partition("</style>")[0]
    assert ".failed #status" in rules
    assert ".shapes .marked" in rules


def test_the_letter_is_asked_for_after_what_is_read(client):
    page = client.get("/").text
    assert page.index('rel="preload"') > page.index("</footer>")


def test_the_scripts_of_a_live_page_bring_the_whole_sheet_without_its_faces():
    line = next(line for line in assets.text("live.js").splitlines() if "boardSheet =" in line)
    brought = json.loads(line.removeprefix("window.boardSheet = ").removesuffix(";"))
    sheet = assets.text("board.css")
    faces = [line for line in sheet.splitlines(True) if line.startswith("@font-face")]
    assert len(faces) > 1
    assert brought == sheet.replace("".join(faces), "")
