"""The 93 contradictions of the report of 2024: impossible in ours, or decided and said which.

`data/informes/contradicciones_2024.csv` says of each what holds it; here each hold is tested.
"""

import csv
import re
from collections import defaultdict
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from data.compliance_report import part_two, results, vocabulary
from data.compliance_report.blocks import Heading
from data.compliance_report.context import Context
from data.compliance_report.free_text import FreeTexts
from data.compliance_report.report import report
from data.model import Discrepancia, Entidad, Retirada
from tests.compliance_report.reading import items, named, refs, runs, said

FILE = Path(__file__).parents[2] / "data" / "informes" / "contradicciones_2024.csv"
ADVANCES = {"avance_publicado", "avance_calculado"}


def rows():
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def written(live_store):
    return report(live_store, 2024)


@pytest.fixture(scope="module")
def context(live_store):
    return Context(live_store, 2024, FreeTexts("2024.toml", {}))


def test_each_of_the_93_is_there_once(live_store):
    held = [row.id for model in (Discrepancia, Retirada) for row in live_store.rows(model)]
    wanted = sorted(name for name in held if name.startswith("r2024-"))
    assert len(wanted) == 93
    assert [row["id"] for row in rows()] == wanted


def test_each_says_where_ours_stands_and_what_holds_it(written):
    blocks = named(written)
    for row in rows():
        assert row["bloque"] in blocks, f"{row['id']}: the document has no block {row['bloque']}"
        assert row["trato"] in ("imposible", "decidida")
        assert len(row["que_hace"]) > 20
        if row["trato"] == "imposible":
            assert row["candado"] in HOLDS, f"{row['id']}: nothing tests «{row['candado']}»"


def one_cell(written, _):
    texts = defaultdict(set)
    for ref in refs(written):
        if len(ref.cells) == 1 and ref.value is not None and ref.rule in ("", "avance"):
            texts[ref.cells[0]].add(ref.text.split("\u202f")[0].split(" (")[0])
    assert len(texts) > 500
    assert {cell: said for cell, said in texts.items() if len(said) > 1} == {}


def rounding(written, _):
    found = [
        r
        for r in refs(written)
        if r.value is not None and r.cells and r.cells[0].column in ADVANCES
    ]
    assert len(found) > 100
    for ref in found:
        printed = Decimal(ref.text.split("\u202f")[0].split(" (")[0].replace(",", ""))
        assert printed.as_tuple().exponent >= -1
        assert (
            printed == Decimal(ref.value).quantize(Decimal("0.1"), ROUND_HALF_UP)
            or printed == ref.value
        )


def terms(written, _):
    found = 0
    for words in runs(written):
        for before, ref in zip(words.parts, words.parts[1:], strict=False):
            if not isinstance(before, str) or isinstance(ref, str) or not ref.cells:
                continue
            column = ref.cells[0].column
            if before.endswith(("obtuvo ", "valor obtenido es ")):
                assert column in ("valor_obtenido", "estado"), str(words)
                found += 1
            if before.endswith(("frente al logro esperado de ", "logro esperado es ")):
                assert column == "logro_esperado", str(words)
                found += 1
        for term, before, ref in zip(words.parts, words.parts[1:], words.parts[2:], strict=False):
            if getattr(term, "text", "") == "avance tipo 1" and before == " de ":
                assert ref.cells[0].column in ADVANCES, str(words)
                found += 1
    assert found > 150


def counts(written, _):
    found = [ref for ref in refs(written) if ref.rule.startswith("cuenta")]
    assert len(found) > 40
    for ref in found:
        assert int(ref.text) == len(ref.cells) == len(set(ref.cells))


def catalogue(written, context):
    """No name of an institution is in the sentences: each comes from its row."""
    names = {row.nombre for row in context.store.rows(Entidad)}
    names |= {row.sigla for row in context.store.rows(Entidad) if len(row.sigla) > 3}
    typed = " ".join(
        part for words in runs(written) for part in words.parts if isinstance(part, str)
    )
    assert not [name for name in names if name in typed]


def order(written, context):
    for aim in context.objectives:
        percents = [value.percent for _, value in part_two.ordered(context, aim)]
        assert len(percents) > 8
        assert percents == sorted(percents, reverse=True)
    assert {value.semaforo for _, value in results.candidates(context)} == {"verde"}


def once(written, context):
    named(written)
    heads = [b for b in written.blocks if isinstance(b, Heading) and b.name.startswith("servicio-")]
    assert len(heads) == len({b.name for b in heads}) == len(context.services) == 42


def in_force(written, context):
    blocks = named(written)
    for row, _ in context.pairs:
        name = f"uno-{row.codigo}" if row.nivel == "IOP" else f"dos-{row.codigo}"
        who = context.store.responsible(row.codigo, 2024)
        assert re.search(rf"a cargo de {who}(:| \(según la matriz)", said(blocks[name]))


HOLDS = {
    "una-celda": one_cell, "redondeo": rounding, "termino": terms, "conteo": counts,
    "catalogo": catalogue, "orden": order, "una-vez": once, "vigencia": in_force,
}  # fmt: skip


@pytest.mark.parametrize("name", HOLDS)
def test_what_makes_them_impossible_holds(name, written, context):
    HOLDS[name](written, context)


def test_what_is_decided_is_printed_as_it_says(written, live_store):
    warned = " ".join(items(written, "pendientes-advertencias-lista"))
    codes = {row.id: row.named for row in live_store.rows(Discrepancia)}
    checked = 0
    for row in rows():
        if row["candado"] == "advertencia" and (about := codes.get(row["id"])):
            assert any(code in warned for code in about), row["id"]
            checked += 1
    assert checked > 8
    for row in rows():
        if row["que_hace"].startswith("La cifra de la fuente se imprime"):
            assert row["bloque"].startswith("cifras-"), f"{row['id']}: no figure stands there"
    assert "asignada" in said(named(written)["valoracion-politica"])
    assert len(items(written, "datos-faltantes-lista")) == 2
    assert len(items(written, "componentes-lista")) == 6


def test_each_service_has_its_computed_sentences(written, context):
    blocks = named(written)
    for service in context.services:
        pairs = context.of_service(service.codigo)
        assert pairs
        for row, _ in pairs:
            sentence = said(blocks[f"dos-{row.codigo}"])
            assert "En 2024" in sentence
            assert row.nombre.rstrip(". ") in sentence


def test_no_sentence_of_the_vocabulary_holds_a_figure_or_speaks_of_all():
    texts = vocabulary._read()
    for family, sentences in texts.items():
        for key, words in sentences.items() if family not in ("terminos", "reglas") else ():
            assert not any(sign.isdigit() for sign in words), f"{family}.{key}"
            assert (
                not {"todos", "todas", "siempre"} & set(words.lower().split()) or key == "terminos"
            )
