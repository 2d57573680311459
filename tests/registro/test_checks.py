"""The checks of a report, rule by rule, and over anything that may be typed."""

import re
import tomllib
from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.registro import computed
from data.registro.checks import RULES, check, obstacles
from data.registro.checks.findings import Finding, about, shown_figure
from data.registro.entry import DATA_STATES, Entry
from tests.registro.cases import CASES, CHANGE, COUNT, DONE, WHOLE, entry, known, parts

_TEXT = {".py", ".md", ".toml"}
FIELDS = {field.name for field in fields(Entry)} | {"ficha", "meta"}
FIGURES = st.none() | st.decimals(-10, 5000, allow_nan=False, places=2)
WORDS = st.text(st.characters(codec="utf-8"), max_size=60) | st.sampled_from(
    ["1,196 víctimas", "todas", "no hay 3 casos", "Ana Ríos Paz, 15 años", "9 de 40 NNA (100 %)"]
)


def test_every_rule_fires_and_lets_pass_and_has_its_words(root):
    file = root / "data" / "registro" / "checks" / "messages.toml"
    worded = list(tomllib.loads(file.read_text("utf-8")))
    assert worded == list(RULES), f"{file.name}: a section for each rule, in the order of RULES"
    assert all(about(rule).endswith(".") for rule in RULES)
    for rule in RULES:
        severities = [severity for one, _, _, severity in CASES if one == rule]
        assert any(severities), f"{rule}: add to CASES a report that it finds"
        assert "" in severities, f"{rule}: add to CASES a report that it lets pass"


def test_what_names_the_range_of_the_rules_names_the_last_one(root):
    """The guides, the dictionary and the words of the code say «V01 a V20»."""
    written = re.compile(r"\bV01 (?:a|to) (V\d+)")
    last, said = list(RULES)[-1], 0
    folders = [root / name for name in ("data/registro", "data/model")]
    for file in (one for folder in folders for one in folder.rglob("*") if one.suffix in _TEXT):
        named = written.findall(file.read_text("utf-8"))
        said += len(named)
        assert set(named) <= {last}, f"{file.relative_to(root)}: the last rule is {last}, say it"
    assert said, "nobody names the range: drop this test"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_finds_what_it_must(rule):
    for number, (_, typed, facts, severity) in enumerate(c for c in CASES if c[0] == rule):
        found = [one for one in check(typed, facts) if one.regla == rule]
        assert {one.severidad for one in found} == ({severity} if severity else set()), number
        for one in found:
            assert one.campo.split(".")[0] in FIELDS
            assert "{" not in one.mensaje


def test_ten_times_more_is_shown_to_the_reviewer_too():
    facts = known(COUNT, valores={2023: Decimal(10)})
    jumps = {amount: [one.revisor for one in check(entry(valor=Decimal(amount)), facts)
                      if one.regla == "V05"] for amount in (31, 100, 1)}  # fmt: skip
    assert jumps == {31: [False], 100: [True], 1: [True]}


def test_a_written_explanation_opens_the_way_and_a_blank_one_does_not():
    typed, facts = parts(11, 10), known(DONE, metas={2024: Decimal(1)})
    for said, kept in (("", ["V02"]), ("   ", ["V02"]), ("Hubo dos más.", [])):
        told = replace(typed, explicaciones={"V02": said})
        held = [one.regla for one in obstacles(check(told, facts), told) if one.regla == "V02"]
        assert held == kept
    blocked = parts(11, 10, explicaciones={"V01": "Así es."})
    assert "V01" in {one.regla for one in obstacles(check(blocked, known(WHOLE)), blocked)}


@pytest.mark.parametrize(
    ("typed", "sheet", "value"),
    [
        (parts(121, 1891), WHOLE, "6.4"),
        (parts(389, 400), WHOLE, "97.3"),
        (parts(107, 100), CHANGE, "7.0"),
        (parts(93, 100), CHANGE, "-7.0"),
        (entry(valor=Decimal(12)), COUNT, "12"),
        (entry(estado_dato="cero"), WHOLE, "0"),
        (entry(estado_dato="nd", valor=Decimal(3)), COUNT, None),
        (parts(1, 0), WHOLE, None),
    ],
)
def test_a_value_comes_from_its_parts(typed, sheet, value):
    assert computed.value(sheet, typed) == (None if value is None else Decimal(value))


def test_a_figure_is_written_as_it_is_read():
    assert [shown_figure(Decimal(one)) for one in ("1196", "6.40", "1E+3", "0.0003")] == [
        "1,196", "6.4", "1,000", "0.0003",
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_nothing_that_may_be_typed_stops_the_checks(data):
    typed = Entry(
        estado_dato=data.draw(st.none() | st.sampled_from(DATA_STATES)),
        texto=data.draw(WORDS),
        motivo=data.draw(WORDS),
        entidad=data.draw(WORDS),
        desagregado={"sexo": {"mujer": data.draw(st.decimals(0, 9, allow_nan=False))}},
        **{name: data.draw(FIGURES) for name in ("numerador", "denominador", "valor", "avance")},
    )
    facts = data.draw(st.sampled_from([facts for _, _, facts, _ in CASES]))
    found = check(typed, facts)
    assert all(isinstance(one, Finding) for one in found)
    assert check(typed, facts) == found
