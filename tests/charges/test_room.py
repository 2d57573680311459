"""The room and its record: who is below, who fell, who was silent, as the files say."""

import pytest

from components.texts import t
from tests.charges import beside, explained, headings, lists, reader, room
from tests.charges.expected import shown
from tests.charges.files import read
from tests.charges.reader import column, light, plain
from tests.charges.words import amount, listed

SEEN = [(asked, view) for asked in room.ASKED for view in room.VIEWS]
MOST = 4
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
        assert [room.heading(s) for s in screens] == [headings.none(session.asked)]
        assert not room.rows(screens)
        return
    rows = room.rows(screens)
    lists.hold([room.charged(row) for row in rows], [room.as_charged(o) for o in expected],
               f"{session.asked}, below or fallen")  # fmt: skip
    for row, one in zip(rows, expected, strict=True):
        _fall(column(row, "semaforo"), one)
        said = room.follow(explained.reasons(one.code, one.year))
        assert room.reasons(column(row, "nombre")) == said, f"{one.code}: give its own reason"
        beside.alone(column(row, "nombre"), one)
    heading = plain(room.scoped(session.asked, headings.counted(expected, session.asked.year)))
    for index, screen in enumerate(screens, 1):
        part = t("sesion.part", index=index, amount=len(screens)) if len(screens) > 1 else ""
        assert room.heading(screen) == heading + part


def _fall(cell, one):
    said = cell.one("span", "fallen")
    before = room.fallen(one)
    words = plain(t("sesion.fallen", light=t(f"lights.{before}"))) if before else None
    assert (said.text if said else None) == words, f"{one.code} in {one.year} fell from {before}"


def _histories(session):
    """Return the screens of one indicator each; those of the list have a number."""
    own = [s for s in session.screens("rojo") if not s.attrs["id"].split("-")[1].isdigit()]
    return [s for s in own if not s.attrs["id"].endswith(room.WHOLE)]


def test_each_of_them_has_a_screen_with_its_entity_and_its_figures(session):
    screens, expected = _histories(session), room.in_trouble(session.asked)
    codes = [screen.attrs["id"].split("-", 1)[1] for screen in screens]
    lists.hold(codes, [one.code for one in expected], f"{session.asked}, histories")
    for screen, one in zip(screens, expected, strict=True):
        said = t("sesion.below", entity=one.named, code=one.code,
                 value=room.reached(one.advance), year=one.year)  # fmt: skip
        whole = [s for s in session.screens("rojo")
                 if s.attrs["id"] == screen.attrs["id"] + room.WHOLE]  # fmt: skip
        parts = [t("sesion.part", index=i, amount=2) for i in (1, 2)] if whole else [""]
        heads = [plain(said) + part for part in parts]
        assert [room.heading(s) for s in (screen, *whole)] == heads, f"{one.code}: {one.named}"
        first, *_, last = room.body(screen).all("p")
        assert light(first) == one.light
        assert first.text.endswith(plain(f"{t(f'lights.{one.light}')}{_from(one)}. {one.name}"))
        assert plain(f"{one.code}. {one.name}") in _all(session, screen)
        reasons = explained.reasons(one.code, one.year)
        assert last.text == room.follow(reasons), f"{one.code}: give its own reason"
        for told in whole:
            assert [p.text for p in room.body(told).all("p", "because")] == reasons
            assert room.body(told).one("p").text == first.text
        assert all(text in _all(session, screen) for text in reasons)
        beside.alone(screen, one)
        pair = t("sesion.pair", target=shown(one.target, one.unit),
                 value=shown(one.obtained, one.unit), year=one.year)  # fmt: skip
        assert plain(pair) in screen.text
        assert plain(t("sesion.answers", entity=_full(one))) in _all(session, screen)


def _full(one):
    """Name who answers in full, with who took it over."""
    first, *rest = [NAMES[name] for name in one.who]
    return t("explained.named", entity=first, other=rest[0]) if rest else first


def _from(one):
    """Return, after the state of a fallen indicator, the band from which it fell."""
    before = room.fallen(one)
    return f", {t('sesion.fallen', light=t(f'lights.{before}'))}" if before else ""


def _all(session, screen):
    """Return what a screen says; the record does not repeat what the screen before said."""
    return session.tree.text if session.record else screen.text


def test_who_was_silent_is_named_with_the_reason(session):
    screens, missing = session.screens("silencio"), session.asked.silent()
    if not missing:
        key = "silent_none_selected" if session.asked.narrows else "silent_none"
        said = t(f"sesion.{key}", year=session.asked.year)
        assert [room.heading(s) for s in screens] == [plain(said)]
        assert not room.rows(screens)
        return
    found = [
        (room.who(column(row, "entidad")), room.name(column(row, "nombre")),
         room.name(column(row, "motivo")))
        for row in room.rows(screens)
    ]  # fmt: skip
    names = {row["codigo"]: plain(row["nombre_corto"]) for row in read("indicadores")}
    year = session.asked.year
    expected = [(explained.named(who[0], code, year), names[code], plain(f"«{why}»"))
                for who, code, why in missing]  # fmt: skip
    lists.hold(found, expected, f"{session.asked}, silent")
    who = list(dict.fromkeys(one[0] for one in expected))
    assert len(who) <= MOST, "more names than a heading holds: hold the count of them"
    said = t("sesion.silent", who=listed(who), year=year, amount=amount(len(missing)))
    assert room.heading(screens[0]).startswith(plain(said))


def test_each_screen_leads_to_the_page_of_its_indicator(session):
    screens, expected = _histories(session), room.in_trouble(session.asked)
    assert [screen.attrs["id"] for screen in screens] == [f"rojo-{one.code}" for one in expected]
    for screen, one in zip(screens, expected, strict=True):
        links = [a.attrs["href"].split("localhost")[-1] for a in screen.all("a")]
        assert f"/indicadores/{one.code}" in [link.split("?")[0] for link in links]


def test_the_reader_sees_the_same_on_paper(page):
    for asked in room.ASKED:
        shown, paper = (page(f"/presentar?{asked.query}{view}") for view in room.VIEWS)
        first, second = ([reader.plain(room.heading(s)) for s in one.all("section", "slide")]
                         for one in (shown, paper))  # fmt: skip
        assert first
        assert first == second
