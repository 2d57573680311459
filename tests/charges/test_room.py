"""The room and its record: who is below, who fell, who was silent, as the files say."""

import pytest

from components.texts import t
from tests.charges import lists, reader, room
from tests.charges.expected import figure, read
from tests.charges.reader import column, light, plain
from tests.charges.words import amount, listed

SEEN = [(asked, view) for asked in room.ASKED for view in room.VIEWS]
NAMES = {row["sigla"]: row["nombre"] for row in read("entidades")}


@pytest.fixture(params=SEEN, ids=lambda one: f"{one[0]}{one[1]}")
def session(request, page):
    asked, view = request.param
    return room.Room(page(f"/presentar?{asked.query}{view}"), asked, bool(view))


def test_the_files_give_something_to_hold():
    found = [one for asked in room.ASKED for one in room.in_trouble(asked)]
    assert len([one for one in found if one.light == "rojo"]) > 30
    assert len([one for one in found if room.fallen(one)]) > 15
    assert [one for one in found if room.fallen(one) and one.light == "ambar"]


def test_who_is_below_or_fell_is_listed_with_advance_and_state(session):
    screens = [s for s in session.screens("rojo") if s.attrs["id"].split("-")[1].isdigit()]
    expected = room.in_trouble(session.asked)
    if not expected:
        assert [room.heading(s) for s in screens] == [plain(t("sesion.red_none"))]
        assert not room.rows(screens)
        return
    rows = room.rows(screens)
    lists.hold([room.charged(row) for row in rows], [room.as_charged(o) for o in expected],
               f"{session.asked}, below or fallen")  # fmt: skip
    for row, one in zip(rows, expected, strict=True):
        _fall(column(row, "semaforo"), one)
    below = sum(one.light == "rojo" for one in expected)
    fell = sum(room.fallen(one) is not None for one in expected)
    key = "sesion.red" if fell else "sesion.red_only"
    for screen in screens:
        assert room.heading(screen).startswith(plain(t(key, below=below, fell=fell)))


def _fall(cell, one):
    said = cell.one("span", "fallen")
    before = room.fallen(one)
    words = plain(t("sesion.fallen", light=t(f"lights.{before}"))) if before else None
    assert (said.text if said else None) == words, f"{one.code} in {one.year} fell from {before}"


def test_each_of_them_has_a_screen_with_its_entity_and_its_figures(session):
    screens = [s for s in session.screens("rojo") if not s.attrs["id"].split("-")[1].isdigit()]
    expected = room.in_trouble(session.asked)
    codes = [screen.attrs["id"].split("-", 1)[1] for screen in screens]
    lists.hold(codes, [one.code for one in expected], f"{session.asked}, histories")
    for screen, one in zip(screens, expected, strict=True):
        key = "sesion.fell" if room.fallen(one) else "sesion.below"
        said = t(key, entity=one.entity, value=one.advance.said, year=one.year)
        assert room.heading(screen) == plain(said), f"{one.code}: name {one.entity}"
        first = room.body(screen).one("p")
        assert light(first) == one.light
        assert plain(f"{one.code}. {one.name}") in first.text
        pair = t("sesion.pair", target=figure(one.target, one.unit),
                 value=figure(one.obtained, one.unit), year=one.year)  # fmt: skip
        assert plain(pair) in screen.text
        assert plain(t("sesion.answers", entity=NAMES[one.entity])) in _all(session, screen)


def _all(session, screen):
    """Return what a screen says; the record does not repeat what the screen before said."""
    return session.tree.text if session.record else screen.text


def test_who_was_silent_is_named_with_the_reason(session):
    screens, missing = session.screens("silencio"), session.asked.silent()
    if not missing:
        said = t("sesion.silent_none", year=session.asked.year)
        assert [room.heading(s) for s in screens] == [plain(said)]
        assert not room.rows(screens)
        return
    found = [
        (room.who(column(row, "entidad")), room.name(column(row, "nombre")),
         room.name(column(row, "motivo")))
        for row in room.rows(screens)
    ]  # fmt: skip
    names = {row["codigo"]: plain(row["nombre"]) for row in read("indicadores")}
    expected = [(who, names[code], plain(f"«{why}»")) for who, code, why in missing]
    lists.hold(found, expected, f"{session.asked}, silent")
    who = listed(list(dict.fromkeys(one[0] for one in missing)))
    said = t("sesion.silent", who=who, year=session.asked.year, amount=amount(len(missing)))
    assert room.heading(screens[0]).startswith(plain(said))


def test_each_screen_leads_to_the_page_of_its_indicator(session):
    for one in room.in_trouble(session.asked):
        screen = session.tree.by_id(f"rojo-{one.code}")
        assert screen is not None, f"give {one.code} a screen"
        links = [a.attrs["href"].split("localhost")[-1] for a in screen.all("a")]
        assert f"/indicadores/{one.code}" in [link.split("?")[0] for link in links]


def test_the_reader_sees_the_same_on_paper(page):
    for asked in room.ASKED:
        shown, paper = (page(f"/presentar?{asked.query}{view}") for view in room.VIEWS)
        first, second = ([reader.plain(room.heading(s)) for s in one.all("section", "slide")]
                         for one in (shown, paper))  # fmt: skip
        assert first
        assert first == second
