"""What the loader admits, every output can hold; what it refuses is told by its code."""

import sys
import unicodedata
import xml.etree.ElementTree as ET
from xml.sax.saxutils import escape

import pytest

from data import characters
from data.model import TABLES
from data.model.web_address import MaybeAddress
from data.publish import datapackage
from data.table_rows import read

PROSE = TABLES["planes_regionales"], "estado"
CODE = TABLES["planes_regionales"], "fuente"
EVERY = [chr(number) for number in range(sys.maxunicode + 1)]


def refused(cell, where=PROSE):
    model, column = where
    return characters.faults("x.csv", 2, {column: cell}, model)


@pytest.fixture(scope="module")
def admitted():
    return [letter for letter in EVERY if not refused(f"a{letter}b")]


@pytest.mark.parametrize("cell", ["1_000", "1e3", "+7", "１２"])
def test_a_figure_of_a_table_is_written_in_figures_alone(frozen, tmp_path, cell):
    """A machine would read each of them as a number, and nobody who copies it."""
    head, first, *_ = (frozen / "poblacion.csv").read_text("utf-8").splitlines()
    cells = first.split(",")
    cells[head.split(",").index("poblacion")] = cell
    (tmp_path / "poblacion.csv").write_text(f"{head}\n{','.join(cells)}\n", "utf-8")
    faults = []
    assert read(tmp_path / "poblacion.csv", TABLES["poblacion"], faults) == []
    assert [(fault.line, fault.column, fault.value) for fault in faults] == [(2, "poblacion", cell)]
    assert faults[0].reason.startswith("no se escribe solo con cifras")


def test_what_is_admitted_can_be_written_as_utf8_and_as_xml(admitted):
    text = "".join(letter for letter in admitted if letter not in "\r\n\t")
    assert ET.fromstring(f"<a>{escape(text)}</a>".encode()).text == text


def test_nothing_that_is_admitted_is_a_control_or_no_character(admitted):
    kinds = {unicodedata.category(letter) for letter in admitted if letter not in "\t\n\r"}
    assert not kinds & {"Cc", "Cs", "Zl", "Zp"}
    assert not [letter for letter in admitted if ord(letter) & 0xFFFE == 0xFFFE]
    turned = {letter for letter in EVERY if unicodedata.bidirectional(letter) in _TURNS}
    assert turned
    assert not turned & set(admitted)


_TURNS = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def test_letters_marks_and_spaces_of_a_text_are_admitted(admitted):
    letters = "áéíóúñÑü«»“”…—–ºª°½≥÷×•€²\u00a0\u202f日본नि\u200d😀\n\t"
    assert set(letters) <= set(admitted)


def test_a_code_has_no_space_but_a_plain_one_between_words():
    for letter in EVERY:
        if letter != " " and (letter.isspace() or letter in "\u200b\u200c\u200d\u2060\u00ad"):
            [fault] = refused(f"pe{letter}ru", CODE)
            assert f"U+{ord(letter):04X}" in fault.reason
    assert not refused("plan 2017", CODE)
    assert refused(" plan", CODE)
    assert refused("plan ", CODE)


def test_the_place_of_a_mark_is_shown_in_a_long_text():
    [fault] = refused("x" * 500 + "\x0b" + "y" * 500)
    assert r"xxx\x0byyy" in str(fault)


def test_every_column_of_addresses_takes_those_of_the_web_or_of_the_site(live_store):
    for name, model in TABLES.items():
        for field in datapackage.fields(model):
            column = field["name"]
            values = {getattr(row, column) for row in live_store.tables[name]}
            if column == "url" or any(str(value).startswith("http") for value in values):
                assert MaybeAddress.__metadata__[-1].examples == model.model_fields[column].examples
                assert "pattern" in field["constraints"]
