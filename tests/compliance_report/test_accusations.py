"""Who stands in red in a report, with who answers and its figures; and nobody else."""

import csv
import re

import pytest

from data.compliance_report import reds
from data.compliance_report.context import Context
from data.compliance_report.free_text import FreeTexts
from data.compliance_report.report import report
from tests.compliance_report.reading import named, said

YEAR = "2024"
FIGURE = r"([\d.,]+(?:\u202f%)?)"
FIGURES = rf"avance tipo 1 de {FIGURE}\. .*obtuvo {FIGURE} y el logro esperado es {FIGURE}\.$"


@pytest.fixture(scope="module")
def files(live):
    def read(name):
        with (live / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    return read


@pytest.fixture(scope="module")
def written(live_store):
    return named(report(live_store, int(YEAR)))


def answers(files):
    """Return who answers in the year for each indicator, by its code."""
    return {
        row["codigo"]: row["entidad"]
        for row in files("vigencias")
        if row["desde"] <= YEAR <= (row["hasta"] or YEAR)
    }


def plain(figure):
    return figure.replace("\u202f%", "").replace(",", "")


def test_each_indicator_in_red_stands_with_who_answers_and_its_figures(files, written):
    expected = {row["codigo"]: row for row in files("valores")
                if (row["anio"], row["semaforo"]) == (YEAR, "rojo")}  # fmt: skip
    found = {name.removeprefix("rojo-"): said(block) for name, block in written.items()
             if name.startswith("rojo-")}  # fmt: skip
    assert set(found) == set(expected), "an indicator is accused, or left out, without cause"
    for code, words in found.items():
        row = expected[code]
        who = re.search(r"a cargo de (\S+?),? ", words)[1]
        assert who == answers(files)[code], f"{code} accuses {who}: see vigencias.csv"
        figures = re.search(FIGURES, words)
        assert figures, f"{code} lacks a figure: {words}"
        advance, obtained, target = map(plain, figures.groups())
        assert advance == (row["avance_publicado"] or row["avance_calculado"]), code
        assert (obtained, target) == (row["valor_obtenido"], row["logro_esperado"]), code


def test_who_has_no_target_is_not_said_to_have_reached_it(live_store):
    context = Context(live_store, int(YEAR), FreeTexts("", {}))
    row, value = next(iter(context.in_band(context.pairs, "rojo")))
    for name in ("logro_esperado", "valor_obtenido"):
        without = (row, value.model_copy(update={name: None}))
        assert str(reds.target(context, without)).startswith("No se puede decir si cumplió"), name


def test_each_objective_in_red_is_named_and_no_other(files, written):
    expected = {row["codigo"] for row in files("avances") if row["codigo"] != "IG"
                and (row["anio"], row["semaforo"]) == (YEAR, "rojo")}  # fmt: skip
    assert set(re.findall(r"OP\.\d\d", said(written["rojos-objetivos"]))) == expected


def test_who_passed_an_indicator_on_is_named_with_whom_took_it(files, live_store):
    moved = {(row["codigo"], row["entidad"]) for row in files("explicaciones")
             if (row["anio"], row["clase"]) == (YEAR, "traslado")}  # fmt: skip
    assert moved
    for words in (said(block) for block in report(live_store, int(YEAR)).blocks):
        for code, other in moved:
            if re.search(rf"{re.escape(code)}\b.*a cargo de", words):
                assert other in words, f"name {other} beside it: {words[:200]}"


def test_our_context_is_not_put_into_the_mouth_of_the_report(files, live_store):
    rows = [row for row in files("explicaciones") if row["clase"] == "contexto"]
    assert rows
    for year in {row["anio"] for row in rows}:
        text = "\n".join(map(said, report(live_store, int(year)).blocks))
        for words in (row["texto"] for row in rows if row["anio"] == year):
            assert f"Para leer esta cifra: {words}" in text
            assert f"La fuente dice: {words}" not in text


def test_whoever_is_named_beside_a_code_answers_for_it(files, live_store):
    known, found = answers(files), []
    for block in report(live_store, int(YEAR)).blocks:
        for line in said(block).splitlines():
            found += re.findall(r"\b(I(?:OP|SS)\.[\d.]*\d)\b.*?, a cargo de ([^\s,:;.(]+)", line)
    assert len(found) > len(known), "each indicator is described once, and some again"
    assert {(code, who) for code, who in found if known[code] != who} == set()
