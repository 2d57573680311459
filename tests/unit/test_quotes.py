"""How the documents of the quotes are read: words, parts, places, and what is packed of them."""

import re

import pytest

from tests.quotes import check
from tests.quotes.build import read
from tests.quotes.fingerprints import grams, pack, take, unpack, words
from tests.quotes.parts import Chunk, Part, cut, outlines
from tests.quotes.places import UnknownPlaceError, resolve

SUMMARY = "plan-2017-2021-resumen"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Él dijo: «¡Ratón, sí!»", ["ei", "diio", "raton", "si"]),
        ("insti-\n  tución", ["institucion"]),
        ("MININTER-\nPNP", ["mininter", "pnp"]),
        ("trabaio infantil", words("trabajo infantil")),
        ("Ley N° 28<sup>12</sup>, <b>artículo</b> 2º", ["iey", "n", "28", "articuio", "2"]),
        ("1,554 y 33.3%, 2007- 2013.", ["1,554", "y", "33.3", "2007", "2013"]),
        ("S.02 ISS.02.01.01.01", ["s", "02", "iss", "02.01.01.01"]),
        ("", []),
    ],
)
def test_words_are_those_that_scanning_does_not_change(text, expected):
    assert words(text) == expected


def test_a_decimal_point_is_not_dropped():
    assert words("33.3") != words("333")
    assert list(grams(words("un 33.3"), 2)) != list(grams(words("un 33 3"), 2))


def test_a_word_parted_at_the_end_of_a_line_is_whole_in_the_document():
    [chunk] = cut(SUMMARY, "OBJETIVO ESTRATÉGICO 1: insti-\ntución pública")
    assert words(chunk.text)[-2:] == words("institución pública")


def test_a_sentence_goes_on_in_the_next_part_and_below_in_its_column():
    above, beside, below = (Part("d", name) for name in ("above", "beside", "below"))
    cells = [
        Chunk((above,), "Al menos dos planes", 2),
        Chunk((beside,), "otra columna", 3),
        Chunk((below,), "nacionales aprobados", 2),
    ]
    held = take([cells]).grams[4]
    for run in ("dos planes nacionales aprobados", "menos dos planes otra"):
        assert [held.get(gram) for gram in grams(words(run), 4)] == [{above}]
    assert not any(gram in held for gram in grams(words("planes aprobados otra columna"), 4))


def test_what_is_packed_is_unpacked():
    text = "OBJETIVO ESTRATÉGICO 1: uno dos tres\nOI1 : cuatro cinco seis siete ocho\n"
    index = take([cut(SUMMARY, text)])
    assert {part.name for part in index.parts} == {
        "Objetivo Estratégico 1",
        "Objetivo Estratégico 1, OI1",
    }
    assert unpack(pack(index)) == index


def test_the_cells_of_a_row_belong_to_its_action_and_column():
    head = "# ACCIONES Y METAS PRIORITARIAS\n## OBJETIVO ESTRATÉGICO 1:\n"
    rows = "1.1. Objetivo\t1.1.1. Una 1.1.2. Otra\tmeta\tquien\n1.1.3. Corrida\tmeta\tquien\t\n"
    chunks = cut("plan-2017-2021-ciudadana", head + rows)
    base = "Acciones y metas prioritarias, objetivo estratégico 1"
    found = {part.name.removeprefix(base): chunk.text for chunk in chunks for part in chunk.parts}
    assert found[", objetivo inmediato 1.1"] in ("", "1.1. Objetivo")
    assert found[", acción 1.1.1, metas al 2021"] == found[", acción 1.1.2, metas al 2021"]
    assert found[", acción 1.1.3, responsables"] == "quien"


def test_a_cell_of_the_matrix_goes_on_below_in_its_column():
    rows = "IOP.02.02\tNúmero de víctimas frente\tPNP\nIOP.02.03\ta la trata\tPoder Judicial\n"
    index = take([cut("reporte-2024", rows)])
    [gram] = grams(words("frente a la trata"), 4)
    [part] = index.grams[4][gram]
    assert part.name == "matriz de indicadores, IOP.02.02"


def test_a_folder_without_a_document_is_refused(tmp_path):
    with pytest.raises(SystemExit, match="reporte-2024: 0 files"):
        read(tmp_path)
    for number, outline in enumerate(outlines().values()):
        (tmp_path / f"{number}.txt").write_text(f"\n{outline['opens']} y más", encoding="utf-8")
    assert set(read(tmp_path)) == set(outlines())


@pytest.mark.parametrize("part", ["sección IX", "META 5, indicadores", "META 28", "OP.03", ""])
def test_a_place_that_is_no_part_is_an_error_and_not_the_whole_document(part):
    with pytest.raises(UnknownPlaceError, match="Matriz 2007-2013"):
        resolve(f"Matriz 2007-2013, {part}", check.index().parts)


def test_only_the_bare_name_of_a_document_is_the_whole_of_it():
    parts = check.index().parts
    whole = resolve("Matriz 2007-2013", parts)
    assert whole == {part for part in parts if part.document == "plan-2007-2013"}
    assert resolve("Matriz 2007-2013, META 5", parts) < whole


@pytest.mark.parametrize(
    ("place", "cells"),
    [
        ("META 5, indicadores cualitativos", {"META 5, indicadores cualitativos"}),
        ("META 8, resultado y actividades", {"META 8, actividades", "META 8, resultado"}),
        ("METAS 3 a 5, resultado", {f"META {number}, resultado" for number in (3, 4, 5)}),
        ("META 1, meta", {"META 1"}),
        ("título de la cuarta matriz", {"cuarta matriz"}),
    ],
)
def test_a_place_of_the_matrix_means_its_cells(place, cells):
    found = resolve(f"Matriz 2007-2013, {place}", check.index().parts)
    assert {re.sub(r"^.*(?=META)", "", part.name) for part in found} == cells


def test_two_places_are_the_parts_of_both():
    parts = check.index().parts
    both = "Matriz 2007-2013, META 1, actividades; y Matriz 2007-2013, META 3, actividades"
    one, other = both.split("; y ")
    assert resolve(both, parts) == resolve(one, parts) | resolve(other, parts)
