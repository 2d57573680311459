import re

import pytest

from components.band_counts import BEST_FIRST, bands, in_band, indicators, indicators_in_bands
from components.table import status
from data.codes import LIGHTS


@pytest.mark.parametrize(
    ("amount", "said"), [(0, "0 indicadores"), (1, "1 indicador"), (1200, "1,200 indicadores")]
)
def test_an_amount_of_indicators_agrees(amount, said):
    assert indicators(amount) == said


@pytest.mark.parametrize(
    ("light", "amount", "said"),
    [
        ("verde", 0, "0 cumplidos"),
        ("verde", 1, "1 cumplido"),
        ("verde", 37, "37 cumplidos"),
        ("rojo", 1, "1 lejos"),
        ("ambar", 2, "2 cerca"),
        ("sin-dato", 9, "9 sin dato"),
    ],
)
def test_a_band_agrees_with_its_amount(light, amount, said):
    assert in_band(light, amount) == said


def test_bands_without_anything_are_left_out():
    assert bands({}) == bands(dict.fromkeys(LIGHTS, 0)) == ""
    assert bands({"rojo": 2, "verde": 1, "sin-dato": 0}) == "1 cumplido y 2 lejos"
    assert bands({"rojo": 2, "verde": 1}, LIGHTS) == "2 lejos y 1 cumplido"


@pytest.mark.parametrize(
    ("lights", "said"),
    [
        ([], "0 indicadores"),
        (["verde"], "1 indicador: 1 cumplido"),
        (["rojo", "verde", "verde"], "3 indicadores: 2 cumplidos y 1 lejos"),
    ],
)
def test_indicators_are_counted_with_their_bands(lights, said):
    assert indicators_in_bands(lights) == said


@pytest.mark.parametrize(("amount", "word"), [(0, "cumplidos"), (1, "cumplido"), (2, "cumplidos")])
def test_a_mark_beside_an_amount_agrees_with_it(amount, word):
    assert status("verde", amount).children[1] == word


def test_the_order_has_every_band():
    assert sorted(BEST_FIRST) == sorted(LIGHTS)


def test_nobody_else_counts_in_words(root):
    """A second counter would agree with its noun in its own way: use components.band_counts."""
    own = re.compile(r"words\.indicators?\"|\{(?!theme)[^{}]*\} \{t\(f?['\"]lights(_plural)?\.")
    code = [file for file in (root / "components").rglob("*.py") if file.stem != "band_counts"]
    assert len(code) > 50
    assert [file.name for file in code if own.search(file.read_text("utf-8"))] == []
