"""The plans before the policy: counts, lists, ramps, the words of the other papers."""

import csv
import hashlib
import re
from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from data.model import (
    TABLES,
    Accion2017,
    AccionCiudadana,
    Actividad2007,
    Discrepancia,
    Entidad,
    IndicadorResumen,
    Ivo2017,
    Meta2007,
    Meta2017,
    MetaCiudadana,
    Norma,
    Objetivo,
    ObjetivoApartado62,
    Retirada,
    SerieMeta,
    TextoCiudadano,
)

AXES_2017 = {"1": "gobernanza", "2": "prevencion", "3": "proteccion", "4": "persecucion"}
PERIODS = ("2017-2018", "2019-2020", "2021")


@pytest.mark.parametrize(
    ("model", "amount"),
    [
        (Meta2007, 27),
        (Actividad2007, 441),
        (Accion2017, 50),
        (Meta2017, 411),
        (SerieMeta, 411),
        (Ivo2017, 47),
        (AccionCiudadana, 50),
        (MetaCiudadana, 138),
        (TextoCiudadano, 42),
        (IndicadorResumen, 34),
        (ObjetivoApartado62, 21),
        (Norma, 49),
    ],
)
def test_tables_hold_what_the_documents_hold(live_store, model, amount):
    assert len(live_store.rows(model)) == amount


def test_objectives_of_the_three_plans(live_store):
    found = Counter((row.plan, row.nivel) for row in live_store.rows(Objetivo))
    assert found == {
        ("plan-2007-2013", "OE"): 10,
        ("plan-2017-2021", "OE"): 4,
        ("plan-2017-2021", "OI"): 17,
        ("politica-2030", "OP"): 3,
    }


def test_targets_2007_2013_are_numbered_and_end_where_the_matrix_says(live_store):
    rows = live_store.rows(Meta2007)
    assert [row.numero for row in rows] == list(range(1, 28))
    unmet = [row.numero for row in rows if row.resultado.startswith("No se ha cumplido")]
    assert unmet == [row.numero for row in rows if row.cumplimiento_pct is None]
    assert unmet == [11, 23, 24, 25, 26, 27]
    assert rows
    for row in rows:
        assert row.numero in unmet or f"{row.cumplimiento_pct}" in row.resultado
    remarks = {row.numero: row.observacion for row in rows if row.observacion}
    assert remarks == {16: "REALMENTE NO, SERÍA MÁS COMO 5%"}


def test_targets_2007_2013_share_the_axis_of_their_objective(live_store):
    axes = {row.codigo: row.eje for row in live_store.rows(Objetivo)}
    amounts = Counter(row.eje for row in live_store.rows(Meta2007))
    assert amounts == {"prevencion": 8, "persecucion": 7, "proteccion": 9, "gobernanza": 3}
    assert all(axes[row.objetivo] == row.eje for row in live_store.rows(Meta2007))


def test_codes_of_the_plan_2017_2021_hang_together(live_store):
    assert live_store.rows(Accion2017)
    for row in live_store.rows(Accion2017):
        assert row.objetivo_inmediato == f"OI{row.codigo[:3]}"
        assert row.objetivo_estrategico == f"OE{row.codigo[0]}"
        assert row.eje == AXES_2017[row.codigo[0]]
    assert live_store.rows(Objetivo)
    for row in live_store.rows(Objetivo):
        if row.nivel == "OI":
            assert row.padre == f"OE{row.codigo[2]}"


def test_targets_are_numbered_within_their_cell_without_gaps(live_store):
    cells = defaultdict(list)
    for row in live_store.rows(Meta2017):
        cells[row.accion, row.periodo].append(row.orden)
    assert all(found == list(range(1, len(found) + 1)) for found in cells.values())
    assert Counter(row.periodo for row in live_store.rows(Meta2017)).keys() == set(PERIODS)


def test_every_action_has_targets_but_for_the_cells_that_the_plan_leaves_empty(live_store):
    cells = {(row.accion, row.periodo) for row in live_store.rows(Meta2017)}
    every = {(row.codigo, period) for row in live_store.rows(Accion2017) for period in PERIODS}
    assert every - cells == {
        ("1.2.2", "2019-2020"),
        ("1.2.2", "2021"),
        ("1.4.2", "2021"),
        ("2.2.1", "2019-2020"),
    }


SPELLED = {
    1: "un una uno primer primera", 2: "dos", 3: "tres", 4: "cuatro", 5: "cinco", 6: "seis",
    10: "diez", 12: "doce",
}  # fmt: skip


def test_a_quantity_is_written_in_its_target(live_store):
    assert live_store.rows(Meta2017)
    for row in live_store.rows(Meta2017):
        if row.cantidad is None:
            continue
        written = set(re.findall(r"\w+", row.texto.lower()))
        printed = {int(word) for word in written if word.isdigit()}
        spelled = written & set(SPELLED.get(int(row.cantidad), "").split())
        assert row.cantidad in printed or spelled, f"{row.identity}: {row.cantidad} / {row.texto}"


def test_a_ramp_never_has_two_targets_in_one_period(live_store):
    ramps = defaultdict(list)
    for row in live_store.rows(SerieMeta):
        assert row.serie.startswith(f"{row.accion}-")
        ramps[row.serie].append(PERIODS.index(row.periodo))
    assert len(ramps) == 147
    assert all(a < b for found in ramps.values() for a, b in pairwise(sorted(found)))


def test_every_objective_has_the_words_of_the_other_papers(live_store):
    codes = [row.codigo for row in live_store.rows(Objetivo) if row.plan == "plan-2017-2021"]
    for version in ("ciudadana", "resumen"):
        told = [row.objetivo for row in live_store.rows(TextoCiudadano) if row.version == version]
        assert sorted(told) == sorted(codes)
    assert {row.codigo for row in live_store.rows(ObjetivoApartado62)} == set(codes)
    actions = {row.codigo for row in live_store.rows(Accion2017)}
    assert {row.accion for row in live_store.rows(AccionCiudadana)} == actions
    assert {row.accion for row in live_store.rows(MetaCiudadana)} == actions


def test_every_entity_is_named_by_a_table_or_sits_in_the_commission(live_store):
    named = {
        value
        for rows in live_store.tables.values()
        for row in rows
        for column, targets in row.refs.items()
        if targets == ("entidades",)
        for value in row.values(column)
    }
    quiet = {row.sigla: row for row in live_store.rows(Entidad) if row.sigla not in named}
    assert {row.fuente for row in quiet.values()} <= {
        "reporte-2024-resumen",
        "reporte-2024-pendientes",
    }


def test_lists_name_nobody_twice(live_store):
    lists = [name for name, model in TABLES.items() if model.lists and live_store.tables[name]]
    assert lists
    for name, model in TABLES.items():
        for column in model.lists:
            for row in live_store.tables[name]:
                held = row.values(column)
                assert len(set(held)) == len(held), f"{name}: {row.identity}"


def test_contradictions_are_numbered_by_document_without_gaps(live_store):
    runs = defaultdict(list)
    for row in (*live_store.rows(Discrepancia), *live_store.rows(Retirada)):
        prefix, number = row.id.rsplit("-", 1)
        runs[prefix].append(int(number))
    assert list(runs) == ["r2024", "p2017", "p2017-c2", "p2017-r", "m2007", "f"]
    assert all(sorted(found) == list(range(1, len(found) + 1)) for found in runs.values())


def test_no_contradiction_is_told_twice(live_store):
    said = Counter(
        frozenset([(row.donde_a, row.dice_a), (row.donde_b, row.dice_b)])
        for row in live_store.rows(Discrepancia)
    )
    assert [pair for pair, times in said.items() if times > 1] == []


def _words(text):
    return [word for word in re.sub(r"(^|\s)-{1,2}\s*", " ", text).split() if word]


def test_the_bullets_of_each_cell_joined_are_the_cell_word_by_word(live_store, root):
    """cells_2017_2021.csv holds a fingerprint of the words of every cell of the document."""
    joined: dict[tuple[str, str], list[str]] = {}
    for row in sorted(
        live_store.rows(Meta2017), key=lambda row: (row.accion, row.periodo, row.orden)
    ):
        joined.setdefault((row.accion, row.periodo), []).append(row.texto)
    with (root / "tests" / "contract" / "cells_2017_2021.csv").open(encoding="utf-8") as file:
        cells = {(cell["accion"], cell["periodo"]): cell for cell in csv.DictReader(file)}
    assert len(cells) == 146
    assert set(joined) == set(cells)
    assert joined
    for key, texts in joined.items():
        words = _words(" - ".join(texts))
        found = hashlib.sha256(" ".join(words).encode()).hexdigest()[:16]
        assert len(words) == int(cells[key]["words"]), key
        assert found == cells[key]["sha256"], f"{key}: read the cell of the document again"
