"""The cards of the sectors: each with what names its own institutions, and no other."""

import pytest

from components.texts import t
from tests.charges import beside, lists, reader
from tests.charges.asked import SECTORS, Asked, silences
from tests.charges.expected import SAID, YEARS, tally
from tests.charges.files import called, folded, read
from tests.charges.reader import light, plain, says, section
from tests.charges.words import amount, tallies, totals
from tests.charges.words import listed as joined

ENTITIES = {row["sigla"]: row["sector"] for row in read("entidades")}
KNOWN = sorted(set(ENTITIES.values()), key=lambda code: folded(t(f"sectors.{code}")))
ASKED = [
    *(Asked(year) for year in YEARS),
    Asked(2024, sector=("interior", "mujer")),
    Asked(2023, sector=("energia-minas",)),
    Asked(2022, sector=("cultura", "defensa", "mujer")),
]


def members(code):
    return [sigla for sigla, sector in ENTITIES.items() if sector == code]


def cards(page, asked):
    shown = page(f"/sectores?{asked.query}").all("article", "sector")
    return {card.one("h3").one("a").attrs["href"].split("/")[-1]: card for card in shown}


def listed(card, heading):
    """Return the list of a card that stands under some words; None if there is none."""
    found = [p.parent for p in card.all("p") if says(p, t(heading))]
    return found[0] if found else None


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_there_is_a_card_for_each_sector_those_with_indicators_first(page, asked):
    wanted = [code for code in KNOWN if not asked.sector or code in asked.sector]
    own = [code for code in wanted if code in SECTORS]
    assert wanted
    assert list(cards(page, asked)) == [*own, *(code for code in wanted if code not in own)]


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_card_names_its_members_its_marks_who_is_below_and_who_was_silent(page, asked):
    found = cards(page, asked)
    assert found
    for code, card in found.items():
        assert card.one("h3").text == plain(t(f"sectors.{code}"))
        named, line = members(code), card.one("p", "caveat")
        short = [one for one in named if called(one) == one]
        assert [node.text for node in line.all("abbr")] == short
        rest = line.text
        for one in named:
            assert plain(called(one)) in rest, f"{one}: in the order of the files"
            rest = rest.split(plain(called(one)), 1)[1]
        own = Asked(asked.year, sector=(code,))
        _marks(card, own)
        _below(card, own)
        _silent(card, code, asked.year)
        beside.hold_received(card, named, asked.year)


def _marks(card, own):
    marks = card.one("ul", "tally")
    found = [(int(item.one("strong").text), light(item)) for item in marks.all("li")] \
        if marks else []  # fmt: skip
    assert found == tally(own.rows(), SAID), f"{own}: count the marks of the sector"


def _below(card, own):
    part = listed(card, "sectores.below")
    assert (part is None) is not bool(own.red()), f"{own}: list who is below, if anybody is"
    if part is not None:
        lists.hold(lists.below(part), lists.as_below(own.red()), f"{own}, below")
        beside.hold(reader.items(part), own.red())
        beside.hold_silence(part, own.red())


def _silent(card, code, year):
    said = silences(year, lambda row: ENTITIES[row["entidad"]] == code)
    part = listed(card, "panorama.silent")
    assert (part is None) is not bool(said), f"{code}: list who was silent, if anybody was"
    if part is not None:
        lists.hold_silent(part, said, f"{code}, silent", reasons=False)


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_a_card_counts_what_the_older_plans_promised(page, asked):
    found = cards(page, asked)
    assert found
    for code, card in found.items():
        assert card.one("p", "older").text == _older(code), f"{code}: count its promises"


def _older(code):
    actions = [row["codigo"] for row in read("acciones_2017_2021")
               if code in _sectors(row["responsables"])]  # fmt: skip
    targets = sum(row["accion"] in actions for row in read("metas_2017_2021"))
    metas = sum(code in _sectors(row["agentes"]) for row in read("metas_2007_2013"))
    several = ("words.target", "words.targets")
    parts = [t("sectores.plan_2017", actions=amount(len(actions), "words.action", "words.actions"),
               targets=amount(targets, *several))] if actions else []  # fmt: skip
    parts += [t("sectores.plan_2007", metas=amount(metas, *several))] if metas else []
    return plain(" ".join(parts) or _mentioned(code) or t("sectores.no_older"))


def _mentioned(code):
    """Return where the text of the older plans names the members of a sector, if it does."""
    rows = [row for row in read("menciones") if ENTITIES[row["sigla"]] == code]
    if members(code) != list(dict.fromkeys(row["sigla"] for row in rows)):
        return t("sectores.uncounted")
    named = sorted({row["sigla"] for row in rows if int(row["veces"])})
    times = {doc: sum(int(row["veces"]) for row in rows if row["documento"] == doc)
             for doc in dict.fromkeys(row["documento"] for row in rows)}  # fmt: skip
    parts = [f"{t(f'documents.{doc}')} ({amount(many, 'words.time', 'words.times')})"
             for doc, many in times.items() if many]  # fmt: skip
    return t("sectores.mentioned", names=joined(named), parts=joined(parts)) if parts else ""


def _sectors(cell):
    return {ENTITIES[sigla] for sigla in cell.split(";") if sigla}


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_beside_the_cards_stand_the_whole_policy_and_who_was_silent(page, asked):
    shown = page(f"/sectores?{asked.query}")
    part = section(shown, t("sectores.policy", year=asked.year))
    whole = Asked(asked.year).rows()
    assert tallies(part.one("p").text) == tally(whole, SAID)
    assert totals(part.one("p").text) == [len(whole)]
    marks = part.one("ul", "tally").all("li")
    assert [(int(i.one("strong").text), light(i)) for i in marks] == tally(whole, SAID)
    lists.hold_silent(section(shown, t("panorama.silent")), asked.silent(), "who was silent")
