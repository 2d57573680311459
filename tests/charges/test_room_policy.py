"""The room and its record on the policy: its state, its objectives, its sectors, its annex."""

from dataclasses import replace

import pytest

from components.texts import t
from tests.charges import explained, lists, policy, room
from tests.charges.expected import LIGHTS, objectives, tally
from tests.charges.files import folded, read
from tests.charges.reader import light, number, plain
from tests.charges.words import amount

SEEN = [(asked, view) for asked in room.ASKED for view in room.VIEWS]
# What surely fits in one line of the room.
LINE = 90
OBJECTIVES = [row for row in read("objetivos") if row["nivel"] == "OP"]


@pytest.fixture(params=SEEN, ids=lambda one: f"{one[0]}{one[1]}")
def session(request, page):
    asked, view = request.param
    return room.Room(page(f"/presentar?{asked.query}{view}"), asked, bool(view))


def test_the_state_gives_the_index_or_counts_what_is_asked_for(session):
    (screen,) = session.screens("estado")
    asked, index = session.asked, objectives()["IG", session.asked.year]
    key = "sesion.selected" if asked.narrows else "sesion.all"
    total = t(key, total=amount(len(asked.rows())))
    assert plain(total) in room.body(screen).text
    assert room.marks(room.body(screen)) == tally(asked.rows())
    if asked.narrows:
        said = t("sesion.selected_low", year=asked.year, below=room.counted(asked.rows()))
        assert room.heading(screen) == plain(said), "the index is of the whole policy"
        assert not room.body(screen).all("p", "index")
        return
    assert room.heading(screen) == policy.headline(asked.year)
    box = room.body(screen).one("p", "index")
    assert (number(box), light(box)) == (index.said, index.light)
    note = "panorama.index_computed" if index.ours else "panorama.index_note"
    assert plain(t(note)) in box.text
    told = [node.text for node in room.body(screen).all("p") if not node.classes]
    assert told == policy.beside_index(asked.year), "beside the index, the other figure"


def test_each_objective_counts_its_indicators_and_names_who_answers(session):
    screens = [s for s in session.screens("objetivos") if not s.attrs["id"].endswith(room.WHOLE)]
    first = None if _within(session.asked) else screens.pop(0)
    chosen = [(row, [o for o in session.asked.rows() if o.axis == row["eje"]])
              for row in OBJECTIVES]  # fmt: skip
    held = [(row, rows) for row, rows in chosen if rows]
    assert held
    assert len(screens) == len(held), f"{session.asked}: one screen per objective"
    for screen, (row, rows) in zip(screens, held, strict=True):
        one = objectives()[row["codigo"], session.asked.year]
        key = "sesion.objective_selected" if _within(session.asked) else "sesion.objective"
        said = t(key, axis=t(f"axes.{row['eje']}"), value=_reached(one),
                 below=room.counted(rows))  # fmt: skip
        part = t("sesion.part", index=1, amount=2) if _whole(session, row["codigo"]) else ""
        assert room.heading(screen) == plain(said) + part
        told = [node.text for node in room.body(screen).all("p", "reason")]
        assert told == policy.beside_objective(row["codigo"], session.asked.year)
        assert room.marks(room.body(screen)) == tally(rows)
        expected = [room.as_charged(o) for o in rows if o.level == "IOP"]
        lists.hold([room.charged(r) for r in room.rows([screen])], expected, said)
    if first:
        _finding(first, session.asked, [row for row, _ in held])


def test_the_reasons_of_an_objective_stand_whole_under_the_name_of_each_indicator(session):
    for row in OBJECTIVES:
        accused = [one for one in session.asked.rows() if one.axis == row["eje"]
                   and one.level == "IOP" and one.light == "rojo"
                   and explained.notes(one.code, one.year)]  # fmt: skip
        for screen in _whole(session, row["codigo"]):
            assert accused, "a screen of reasons without any"
            told = [node.text for node in room.body(screen).all("p")]
            for one in accused:
                at = next(i for i, text in enumerate(told) if plain(one.short) in text)
                assert one.named in told[at]
                reasons = explained.reasons(one.code, one.year)
                assert told[at + 1 : at + 1 + len(reasons)] == reasons
        if not _whole(session, row["codigo"]):
            long = [text for one in accused for text in explained.notes(one.code, one.year)[:1]]
            assert all(len(text) < LINE for text in long), f"{row['codigo']}: cut reasons"


def _whole(session, code):
    return [s for s in session.screens("objetivos")
            if s.attrs["id"] == f"objetivos-{code}{room.WHOLE}"]  # fmt: skip


def _within(asked):
    """Say whether a selection leaves out indicators of an objective: an axis alone does not."""
    return replace(asked, eje=()).narrows


def _reached(one):
    said = t("sesion.reached", value=one.said)
    return t("sesion.computed", value=said) if one.ours else said


def _finding(screen, asked, held):
    found = [(objectives()[row["codigo"], asked.year], row["eje"]) for row in held]
    if len(found) > 1:
        worst, axis = min(found, key=lambda one: one[0].percent)
        assert sum(one.percent == worst.percent for one, _ in found) == 1
        below = sum(one.light == "rojo" for one, _ in found)
        key = {0: "none", 1: "one"}.get(below, "many")
        many = t(f"sesion.objectives_{key}", below=below, total=len(found), year=asked.year)
        said = t("sesion.objectives", said=many, axes=t(f"axes.{axis}"),
                 value=room.reached(worst))  # fmt: skip
    else:
        one, axis = found[0]
        said = t("sesion.objective_single", axis=t(f"axes.{axis}"), value=_reached(one),
                 year=asked.year)  # fmt: skip
    assert room.heading(screen) == plain(said)
    told = policy.of_gauges({axis for _, axis in found}, asked.year)
    assert [node.text for node in room.body(screen).all("p", "reason")] == told


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
    said = plain(_sectors(session.asked, rows))
    assert all(room.heading(screen).startswith(said) for screen in screens)


def _sectors(asked, rows):
    """Say how many sectors have an indicator below; of one, how many of its indicators."""
    total, judged = {one.sector for one in rows}, {one.sector for one in room.known(rows)}
    if len(total) == 1:
        return t("sesion.sectors_single", name=t(f"sectors.{rows[0].sector}"),
                 below=room.counted(rows), year=asked.year)  # fmt: skip
    below = len({one.sector for one in rows if one.light == "rojo"})
    word = t("sesion.sectors_word" if judged == total else "sesion.sectors_known")
    key = {0: "none", 1: "one"}.get(below, "many")
    said = t(f"sesion.sectors_{key}", below=below, total=f"{len(judged)} {word}", year=asked.year)
    return room.scoped(asked, said)
