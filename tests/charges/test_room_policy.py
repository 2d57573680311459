"""The room and its record on the policy: its state, its objectives, its sectors, its annex."""

import pytest

from components.texts import t
from tests.charges import lists, reader, room
from tests.charges.expected import LIGHTS, figure, folded, objectives, read, tally
from tests.charges.reader import column, light, number, ours, plain
from tests.charges.words import amount

SEEN = [(asked, view) for asked in room.ASKED for view in room.VIEWS]
OBJECTIVES = [row for row in read("objetivos") if row["nivel"] == "OP"]


@pytest.fixture(params=SEEN, ids=lambda one: f"{one[0]}{one[1]}")
def session(request, page):
    asked, view = request.param
    return room.Room(page(f"/presentar?{asked.query}{view}"), asked, bool(view))


def test_the_state_gives_the_index_and_counts_what_is_asked_for(session):
    (screen,) = session.screens("estado")
    asked, index = session.asked, objectives()["IG", session.asked.year]
    said = t("panorama.headline", value=index.said, year=asked.year)
    assert room.heading(screen) == plain(said)
    box = room.body(screen).one("p", "index")
    assert (number(box), light(box)) == (index.said, index.light)
    note = "panorama.index_computed" if index.ours else "panorama.index_note"
    assert plain(t(note)) in box.text
    key = "sesion.selected" if asked.narrows else "sesion.all"
    total = t(key, total=amount(len(asked.rows())))
    assert plain(total) in room.body(screen).text
    assert room.marks(room.body(screen)) == tally(asked.rows())


def test_each_objective_counts_its_indicators_and_names_who_answers(session):
    first, *screens = session.screens("objetivos")
    chosen = [(row, [o for o in session.asked.rows() if o.axis == row["eje"]])
              for row in OBJECTIVES]  # fmt: skip
    held = [(row, rows) for row, rows in chosen if rows]
    assert held
    assert len(screens) == len(held), f"{session.asked}: one screen per objective"
    for screen, (row, rows) in zip(screens, held, strict=True):
        one = objectives()[row["codigo"], session.asked.year]
        below = sum(o.light == "rojo" for o in rows)
        said = t("sesion.objective", axis=t(f"axes.{row['eje']}"), below=below, value=one.said,
                 total=len(rows))  # fmt: skip
        assert room.heading(screen) == plain(said)
        assert room.marks(room.body(screen)) == tally(rows)
        expected = [room.as_charged(o) for o in rows if o.level == "IOP"]
        lists.hold([room.charged(r) for r in room.rows([screen])], expected, said)
    _finding(first, session.asked, [row for row, _ in held])


def _finding(screen, asked, held):
    found = [(objectives()[row["codigo"], asked.year], row["eje"]) for row in held]
    if len(found) > 1:
        worst, axis = min(found, key=lambda one: one[0].percent)
        below = sum(one.light == "rojo" for one, _ in found)
        said = t("sesion.objectives", below=below, total=len(found), axis=t(f"axes.{axis}"),
                 value=worst.said, year=asked.year)  # fmt: skip
    else:
        one, axis = found[0]
        key = "computed" if one.ours else "published"
        phrase = t(f"charts.objetivos.{key}", axis=t(f"axes.{axis}"), value=one.said,
                   word=t(f"lights.{one.light}"))  # fmt: skip
        said = t("charts.objetivos.sentence", year=asked.year, parts=phrase)
    assert room.heading(screen) == plain(said)


def test_the_sectors_are_counted_each_with_its_own(session):
    screens, rows = session.screens("sectores"), session.asked.rows()
    sectors = sorted({one.sector for one in rows}, key=lambda s: folded(t(f"sectors.{s}")))
    shown = [n for n in LIGHTS if any(one.light == n for one in rows)]
    expected = [
        (t(f"sectors.{code}"), *(sum((o.sector, o.light) == (code, n) for o in rows)
                                 for n in shown))
        for code in sectors
    ]  # fmt: skip
    found = []
    for row in room.rows(screens):
        head, cells = list(row), list(row.values())
        assert [h.split(" ", 1)[1] for h in head[1:]] == [t(f"lights_plural.{n}") for n in shown]
        found.append((cells[0].text, *(int(cell.one("span", "tally").text) for cell in cells[1:])))
    lists.hold(found, expected, f"{session.asked}, sectors")
    below = len({one.sector for one in rows if one.light == "rojo"})
    said = plain(t("sesion.sectors", below=below, total=len(sectors)))
    assert all(room.heading(screen).startswith(said) for screen in screens)


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
    told = [(who, code, plain(why)) for who, code, why in asked.silent()]
    lists.hold(silent, told, f"{asked}, annex of who was silent")


def _value(row):
    return (column(row, "codigo").text, room.who(column(row, "responsable")),
            number(column(row, "logro_esperado")), number(column(row, "valor_obtenido")),
            number(column(row, "avance_publicado")), number(column(row, "avance_calculado")),
            light(column(row, "semaforo")))  # fmt: skip


def _file(one):
    code, entity, target, value = one.row[:4]
    value = value if one.obtained else reader.plain(t(f"states_short.{one.state}"))
    return (code, entity, target, value, figure(one.advance.published, "%"),
            figure(one.advance.computed, "%"), one.light)  # fmt: skip


@pytest.mark.parametrize("asked", room.ASKED, ids=str)
def test_the_annex_gives_the_objectives_with_both_advances(page, asked):
    shown = room.Room(page(f"/presentar?{asked.query}&vista=acta"), asked, True)
    axes = {one.axis for one in asked.rows()}
    codes = [row["codigo"] for row in OBJECTIVES if row["eje"] in axes]
    for key, wanted in (("objetivos", codes), ("avances", ["IG", *codes])):
        found = [_advance(row) for row in room.annex(shown, key)]
        known = [(code, objectives()[code, asked.year]) for code in wanted]
        expected = [(code, figure(o.published, "%"), figure(o.computed, "%"), o.light)
                    for code, o in known]  # fmt: skip
        lists.hold(found, expected, f"{asked}, annex of {key}")


def _advance(row):
    assert not ours(column(row, "avance_publicado"))
    return (column(row, "codigo").text, number(column(row, "avance_publicado")),
            number(column(row, "avance_calculado")), light(column(row, "semaforo")))  # fmt: skip
