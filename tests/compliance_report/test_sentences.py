"""Each sentence is true with none, one or many rows, absent figures, closed and open years.

The tables are thinned at random; what is counted here is counted from the rows alone.
"""

import random
import re

import pytest

from data.compliance_report.free_text import FreeTexts
from data.compliance_report.record import checksum, record
from data.compliance_report.report import report, to_congress
from data.model import Ejercicio, Indicador, Valor
from data.rules.progress import advance, light
from data.store import Store
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


def leading(text):
    """Return the first figure of a sentence that is no year; 0 where it says that there is none."""
    found = [
        int(n) for n in re.findall(r"(?<![\d.])\d+(?![\d.])", text) if not 2019 <= int(n) <= 2030
    ]
    return found[0] if found else 0


def truths(store, year):
    """Return what each counting sentence must count, from the rows alone."""
    rows = {row.codigo: row for row in store.rows(Valor) if row.anio == year}
    known = {row.codigo: row for row in store.rows(Indicador)}
    held = [(known[code], rows[code]) for code in known if code in rows]
    low = [(i, v) for i, v in held if v.valor_obtenido is not None and v.logro_esperado is not None
           and v.valor_obtenido < v.logro_esperado]  # fmt: skip
    served = {row.codigo for row in store.tables["servicios"]}
    lines = {row.lineamiento for row in store.tables["servicios"]}
    return {
        "rojos-cuantos": sum(v.semaforo == "rojo" for _, v in held),
        "pendientes-rojos": sum(v.semaforo == "rojo" for _, v in held),
        "completitud": sum(v.valor_obtenido is not None for _, v in held),
        "servicios-bajo-meta": len({i.servicio for i, _ in low if i.servicio in served}),
        "servicios-rojo": len({i.servicio for i, v in held if v.semaforo == "rojo"} & served),
        "lineas-sin-servicio": sum(r.codigo not in lines for r in store.tables["lineamientos"]),
        "datos-faltantes": sum(r.anio == year for r in store.tables["sin_reporte"]),
        "pendientes-traslados": sum(
            r.clase == "traslado" and r.anio == year and r.codigo in rows and bool(r.entidad)
            for r in store.tables["explicaciones"]
        ),
    }


@pytest.mark.parametrize("seed", range(ROUNDS))
def test_sentences_hold_over_thinned_tables(live_store, seed):
    store, year = thin(live_store, seed)
    written = report(store, year, EMPTY)
    blocks = named(written)
    for name, amount in truths(store, year).items():
        assert leading(said(blocks[name])) == amount, f"{name}: {said(blocks[name])}"
    check_bands(store, year, blocks)
    check_moves(store, year, blocks)
    assert written.draft
    assert written.open_year == (store.state(year) != "cerrado")
    text = "\n".join(said(block) for block in written.blocks)
    assert "None" not in text
    assert "{" not in text
    assert checksum(record(written, store)) == checksum(record(report(store, year, EMPTY), store))
    assert to_congress(store, year, EMPTY).blocks


def check_bands(store, year, blocks):
    for level, name in (("IOP", "bandas-iop"), ("ISS", "bandas-iss")):
        rows = [v for v in store.rows(Valor) if v.anio == year and v.codigo.startswith(level)]
        sentence = said(blocks[name])
        if not rows:
            assert sentence.startswith("No hay")
            continue
        tally = [
            sum(v.semaforo == band for v in rows) for band in ("rojo", "ambar", "verde", "sin-dato")
        ]
        found = re.findall(r": (\d+) en .*?, (\d+) en .*?, (\d+) en .* y (\d+) sin dato", sentence)
        assert [*map(int, found[0])] == tally


def check_moves(store, year, blocks):
    advances = {(row.codigo, row.anio): row.percent for row in store.tables["avances"]}
    for aim in ("OP.01", "OP.02", "OP.03"):
        sentence = said(blocks[f"pasa-{aim}"])
        now, before = advances.get((aim, year)), advances.get((aim, year - 1))
        word = "no se puede calcular" if now is None else None
        if now is not None and before is not None and year - 1 in store.years:
            word = "subió" if now > before else "bajó" if now < before else "se mantuvo"
        assert word is None or word in sentence, sentence
        assert ("pasó de" in sentence) == (word in ("subió", "bajó"))
