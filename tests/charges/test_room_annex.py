"""The annex of the record: each figure shown once, with who answers and who took it over."""

from dataclasses import replace

import pytest

from components.texts import t
from tests.charges import explained, lists, reader, room
from tests.charges.expected import figure, objectives
from tests.charges.files import read
from tests.charges.reader import column, light, number, ours, plain

OBJECTIVES = [row for row in read("objetivos") if row["nivel"] == "OP"]


@pytest.mark.parametrize("asked", room.ASKED, ids=str)
def test_the_annex_gives_each_indicator_shown_once_with_both_advances(page, asked):
    shown = room.Room(page(f"/presentar?{asked.query}&vista=acta"), asked, True)
    found = [_value(row) for row in room.annex(shown, "valores")]
    lists.hold(found, [_file(one) for one in asked.rows()], f"{asked}, annex")
    codes = [row[0] for row in map(_value, room.annex(shown, "series"))]
    expected = [one.code for one in room.in_trouble(asked)]
    assert list(dict.fromkeys(codes)) == expected
    silent = [(column(row, "entidad").text, column(row, "codigo").text, column(row, "motivo").text)
              for row in room.annex(shown, "sin_reporte")]  # fmt: skip
    told = [(explained.named(who[0], code, asked.year), code, plain(why))
            for who, code, why in asked.silent()]  # fmt: skip
    lists.hold(silent, told, f"{asked}, annex of who was silent")


def _value(row):
    return (column(row, "codigo").text, room.who(column(row, "responsable")),
            number(column(row, "logro_esperado")), number(column(row, "valor_obtenido")),
            number(column(row, "avance_publicado")), number(column(row, "avance_calculado")),
            light(column(row, "semaforo")))  # fmt: skip


def _file(one):
    code, target, value = one.code, figure(one.target, one.unit), figure(one.obtained, one.unit)
    value = value if one.obtained else reader.plain(t(f"states_short.{one.state}"))
    return (code, one.named, target, value, figure(one.advance.published, "%"),
            figure(one.advance.computed, "%"), one.light)  # fmt: skip


@pytest.mark.parametrize("asked", room.ASKED, ids=str)
def test_the_annex_gives_the_objectives_with_both_advances(page, asked):
    shown = room.Room(page(f"/presentar?{asked.query}&vista=acta"), asked, True)
    axes = {one.axis for one in asked.rows()}
    codes = [row["codigo"] for row in OBJECTIVES if row["eje"] in axes]
    # The index is of the whole policy and the gauges heed an axis alone: else they are left out.
    gauged = not replace(asked, eje=()).narrows
    index = [] if asked.narrows else ["IG"]
    for key, wanted in (("objetivos", codes if gauged else []), ("avances", [*index, *codes])):
        if not wanted:
            assert t(f"acta.tables.{key}") not in {one.text for one in shown.tree.all("h3")}
            continue
        found = [_advance(row) for row in room.annex(shown, key)]
        known = [(code, objectives()[code, asked.year]) for code in wanted]
        expected = [(code, figure(o.published, "%"), figure(o.computed, "%"), o.light)
                    for code, o in known]  # fmt: skip
        lists.hold(found, expected, f"{asked}, annex of {key}")


def _advance(row):
    assert not ours(column(row, "avance_publicado"))
    return (column(row, "codigo").text, number(column(row, "avance_publicado")),
            number(column(row, "avance_calculado")), light(column(row, "semaforo")))  # fmt: skip
