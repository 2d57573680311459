"""Each sentence is true with none, one or many rows, absent figures, closed and open years.

The tables are thinned at random; what is counted here is counted from the rows alone.
"""

import random

import pytest

from data.compliance_report.free_text import FreeTexts
from data.compliance_report.record import checksum, record
from data.compliance_report.report import report, to_congress
from data.model import Ejercicio, Indicador, Valor
from data.rules.progress import advance, light
from data.store import Store
from tests.compliance_report.counted import (
    check_bands,
    check_moves,
    check_silence,
    check_unknown,
    leading,
    truths,
)
from tests.compliance_report.reading import named, said

EMPTY = FreeTexts("", {})
ROUNDS = 14
THINNED = ("avances", "sin_reporte", "explicaciones", "cifras", "componentes", "valoraciones",
           "lineamientos", "servicios", "normas")  # fmt: skip


def thin(store, seed):
    """Return a store with few rows and a year: indicators left out, figures made absent."""
    chance = random.Random(seed)
    tables = dict(store.tables)
    codes = list(store.indicators)
    kept = set(chance.sample(codes, chance.choice([0, 1, 2, 9, 30, 50])))
    tables["indicadores"] = tuple(r for r in store.rows(Indicador) if r.codigo in kept)
    tables["vigencias"] = tuple(r for r in tables["vigencias"] if r.codigo in kept)
    tables["valores"] = tuple(
        absent(row, chance) for row in store.rows(Valor) if row.codigo in kept
    )
    for name in THINNED:
        share = chance.choice([0, 0.1, 0.5, 1, 1])
        tables[name] = tuple(row for row in tables[name] if chance.random() < share)
    year = chance.choice([2019, 2022, 2023, 2024, 2024])
    if chance.random() < 0.4:
        tables["ejercicios"] = tuple(
            row.model_copy(update={"estado": "abierto"}) if row.anio == year else row
            for row in store.rows(Ejercicio)
        )
    tables["sin_reporte"] = tuple(r for r in tables["sin_reporte"] if r.codigo in kept)
    return Store(tables), year


def absent(row, chance):
    lot = chance.random()
    if lot > 0.3:
        return row
    change = {"valor_obtenido": None, "estado": "no-publicado", "avance_publicado": None,
              "avance_calculado": None, "semaforo": "sin-dato"}  # fmt: skip
    if lot < 0.05:
        change = {"logro_esperado": None, "avance_publicado": None, "avance_calculado": None,
                  "semaforo": "sin-dato"}  # fmt: skip
    if 0.05 < lot < 0.1 and row.valor_obtenido is not None:
        computed = advance(row.valor_obtenido, row.logro_esperado)
        change = {
            "avance_publicado": None,
            "avance_calculado": computed,
            "semaforo": light(computed),
        }
    return row.model_copy(update=change)


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_sentences_hold_over_thinned_tables(live_store, seed):
    store, year = thin(live_store, seed)
    written = report(store, year, EMPTY)
    blocks = named(written)
    for name, amount in truths(store, year).items():
        assert leading(said(blocks[name])) == amount, f"{name}: {said(blocks[name])}"
    check_unknown(store, year, blocks)
    check_silence(store, year, blocks)
    check_bands(store, year, blocks)
    check_moves(store, year, blocks)
    assert written.draft
    assert written.open_year == (store.state(year) != "cerrado")
    text = "\n".join(said(block) for block in written.blocks)
    assert "None" not in text
    assert "{" not in text
    assert checksum(record(written, store)) == checksum(record(report(store, year, EMPTY), store))
    assert to_congress(store, year, EMPTY).blocks
