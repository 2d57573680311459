"""The front page: who is below, who was silent, what changed, as the files say."""

import pytest

from components.texts import t
from tests.charges import beside, compact, explained, lists, reader
from tests.charges.asked import EVERY, LATEST, MIXED, WHOLE, Asked
from tests.charges.expected import YEARS, by_code, tally
from tests.charges.reader import section
from tests.charges.words import tallies, totals

SEEN = [asked for asked in EVERY if asked.rows()]


def front(page, asked):
    return page(f"/?{asked.query}")


def test_the_files_give_something_to_hold():
    assert len(SEEN) > 60
    assert sum(len(asked.red()) for asked in WHOLE) > 30
    assert sum(len(asked.silent()) for asked in WHOLE) == 3
    assert sum(len(asked.moved()) for asked in WHOLE[1:]) > 20


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_who_is_below_is_listed_with_target_value_and_advance(page, asked):
    part = section(front(page, asked), t("panorama.red"))
    expected, items = [one.row for one in asked.red()], compact.items(part)
    lists.hold([compact.row(item) for item in items], expected, "below the target")
    if not expected:
        assert reader.plain(t("panorama.red_none")) in part.text
    beside.hold(items, asked.red())
    beside.hold_silence(part, asked.red())


@pytest.mark.parametrize("asked", [*WHOLE, *MIXED], ids=str)
def test_who_is_below_is_named_with_the_words_of_its_indicator(page, asked):
    part = section(front(page, asked), t("panorama.red"))
    found = compact.items(part)
    assert len(found) == len(asked.red()), "list each indicator below the target, once"
    for item, one in zip(found, asked.red(), strict=True):
        compact.hold_names(item, one)
        compact.hold_opening(item, explained.notes(one.code, one.year))


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_who_was_silent_is_listed_with_the_reason(page, asked):
    part = section(front(page, asked), t("panorama.silent"))
    lists.hold_silent(part, asked.silent(), "who was silent")
    own = [by_code()[code, asked.year] for _, code, _ in asked.silent()]
    beside.hold(reader.items(part), own, explained.notes)
    if not asked.silent():
        assert reader.plain(t("panorama.silent_none")) in part.text
        return
    said = part.one("summary").text
    assert all(one.named in said for one in own), "name who answers where it is folded"


@pytest.mark.parametrize("asked", [one for one in SEEN if one.year > YEARS[0]], ids=str)
def test_what_changed_band_is_listed_with_both_states(page, asked):
    heading = t("panorama.changes", before=asked.year - 1, year=asked.year)
    part = section(page(f"/indicadores?{asked.query}"), heading)
    lists.hold(lists.moved(part, asked.year), asked.moved(), "changed band")


@pytest.mark.parametrize("asked", [one for one in SEEN if one.year == YEARS[0]], ids=str)
def test_the_first_year_is_compared_with_nothing(page, asked):
    for path in ("/", "/indicadores"):
        part = section(page(f"{path}?{asked.query}"),
                       t("panorama.changes", before=2021, year=2022))  # fmt: skip
        assert not part.all("table")
        assert reader.plain(t("panorama.changes_first", before=2021)) in part.text


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_the_counters_of_services_count_and_lead_where_they_say(page, asked):
    boxes = front(page, asked).one("ul", "counters").all("li")
    services = [one for one in asked.rows() if one.level == "ISS"]
    counts = {light: amount for amount, light in tally(services)}
    shown = [name for name in ("verde", "ambar", "rojo", "sin-dato")
             if name in counts or name != "sin-dato"]  # fmt: skip
    found = [(int(box.one(name="big").text), reader.light(box)) for box in boxes]
    assert found == [(counts.get(name, 0), name) for name in shown]
    for box, name in zip(boxes, shown, strict=True):
        assert f"semaforo={name}" in box.one("a").attrs["href"], f"{name} leads to another list"
    assert reader.plain(t("panorama.service", total=len(services))) in front(page, asked).text


@pytest.mark.parametrize("asked", [one for one in SEEN if one.narrows], ids=str)
def test_the_selection_says_its_counts(page, asked):
    text = front(page, asked).one("p", "selection").text
    assert tallies(text) == tally(asked.rows())
    assert len(asked.rows()) in totals(text)


@pytest.mark.parametrize("asked", [Asked(2021), Asked(2020, sector=("mujer",))], ids=str)
def test_a_year_without_results_lists_targets_and_accuses_nobody(page, asked):
    shown = front(page, asked)
    found = [
        (reader.code(next(iter(row.values()))), reader.whose(reader.column(row, "responsable")),
         reader.number(reader.column(row, "logro_esperado")))
        for row in reader.rows(section(shown, t("panorama.targets", year=asked.year)))
    ]  # fmt: skip
    assert found
    lists.hold(found, [(*one.row[:2], one.row[2]) for one in asked.rows()], "targets")
    assert reader.plain(t("panorama.red")) not in [node.text for node in shown.all("h2")]


def test_the_front_page_without_a_year_is_that_of_the_latest(page):
    part = section(page("/"), t("panorama.red"))
    expected = [one.row for one in Asked(LATEST).red()]
    lists.hold([compact.row(item) for item in compact.items(part)], expected, "below the target")
