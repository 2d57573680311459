"""The front page on the policy: its headline, its index, its objectives and their direction."""

from decimal import Decimal
from itertools import product

import pytest

from components.texts import t
from tests.charges import policy, reader
from tests.charges.asked import EVERY, WHOLE, Asked
from tests.charges.expected import AXES, YEARS, objectives, shown
from tests.charges.files import read
from tests.charges.lists import counts
from tests.charges.reader import column, light, number, ours, plain, section
from tests.charges.words import amount, tallies, totals

OBJECTIVES = [row for row in read("objetivos") if row["nivel"] == "OP"]
SEEN = [asked for asked in EVERY if asked.rows()]


def test_the_headline_and_the_index_say_the_figure_of_the_year(page):
    for asked in WHOLE:
        shown, index = page(f"/?{asked.query}"), objectives()["IG", asked.year]
        assert shown.one("h1").text == policy.headline(asked.year)
        box = shown.one("div", "index")
        assert number(box.one("p", "big")) == index.said
        assert light(box) == index.light
        note = "panorama.index_computed" if index.ours else "panorama.index_note"
        told = [plain(t(note)), *policy.beside_index(asked.year)]
        said = box.one("p", "caveat").all("span")
        assert [node.text for node in said] == told, f"of {asked.year} say {told}"


def test_the_other_index_is_that_of_the_other_figures_of_the_report():
    assert policy.recomputed(2024) == "65.0"
    assert [len(policy.beside_index(asked.year)) for asked in WHOLE] == [0, 0, 2]


def _axes(asked):
    whole = Asked(asked.year, sector=asked.sector, entidad=asked.entidad)
    return asked.eje or {one.axis for one in whole.rows()}


def test_there_are_three_objectives_with_figures():
    assert [row["eje"] for row in OBJECTIVES] == list(AXES)
    assert all((row["codigo"], y) in objectives() for row, y in product(OBJECTIVES, YEARS))


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_the_table_of_objectives_keeps_published_and_computed_apart(page, asked):
    drawn = page(f"/?{asked.query}").by_id("grafico-objetivos")
    found = [
        (row[plain(t("filters.eje"))].text, column(row, "objetivo").text,
         number(column(row, "avance_publicado")), number(column(row, "avance_calculado")),
         light(column(row, "semaforo")))
        for row in reader.rows(drawn)
    ]  # fmt: skip
    expected = []
    for row in OBJECTIVES:
        one = objectives()[row["codigo"], asked.year]
        if row["eje"] in _axes(asked):
            both = shown(one.published, "%"), shown(one.computed, "%")
            expected.append((t(f"axes.{row['eje']}"), plain(row["texto"]), *both, one.light))
    assert expected
    assert found == expected


@pytest.mark.parametrize("asked", [one for one in SEEN if one.year > YEARS[0]], ids=str)
def test_the_direction_of_each_objective_follows_its_figures(page, asked):
    heading = t("panorama.changes", before=asked.year - 1, year=asked.year)
    rows = reader.rows(section(page(f"/indicadores?{asked.query}"), heading))
    found = [_change(row, asked.year) for row in rows]
    expected = [_expected(code, asked.year) for code in ("OP.01", "OP.02", "OP.03", "IG")]
    assert found == expected


def _change(row, year):
    then, now = row[str(year - 1)], row[str(year)]
    return (column(row, "objetivo").text.split(" · ")[0], (number(then), ours(then)),
            (number(now), ours(now)), row[t("panorama.changes_way")].text)  # fmt: skip


def _turn(then, now):
    order = (now > then) - (now < then)
    return {1: ("↑", "better"), -1: ("↓", "worse"), 0: ("=", "same")}[order]


def _doubt(code, then, year):
    """Return the direction with the other figure of the report, where it prints one."""
    value = policy.otherwise(code, year)
    if not value:
        return ""
    sign, word = _turn(then.percent, Decimal(value))
    key = "otherwise_computed" if code == "IG" else "otherwise"
    return t(f"panorama.{key}", value=shown(value, "%"),
             direction=f"{sign} {t(f'panorama.{word}')}")  # fmt: skip


def _expected(code, year):
    then, now = objectives()[code, year - 1], objectives()[code, year]
    sign, word = _turn(then.percent, now.percent)
    name = plain(t("panorama.changes_index")) if code == "IG" else code
    doubt = _doubt(code, then, year)
    return (name, (then.said, then.ours), (now.said, now.ours),
            plain(f"{sign} {t(f'panorama.{word}')} {doubt}"))  # fmt: skip


def test_what_stays_the_same_is_called_so():
    assert _expected("OP.03", 2024)[-1].startswith(plain(f"= {t('panorama.same')}"))


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_the_lights_by_objective_are_counted_and_said(page, asked):
    drawn = page(f"/?{asked.query}").by_id("grafico-semaforo")
    groups = [(t(f"axes.{axis}"), [o for o in asked.drawn() if (o.level, o.axis) == ("ISS", axis)])
              for axis in AXES]  # fmt: skip
    groups.append((t("charts.semaforo.objective"), [o for o in asked.drawn() if o.level == "IOP"]))
    expected = [(name, (sorted(_tally(rows)), len(rows))) for name, rows in groups if rows]
    found = [(next(iter(row.values())).text, counts(row)) for row in reader.rows(drawn)]
    assert [(name, (sorted(marks), total)) for name, (marks, total) in found] == expected
    sentence = drawn.one("p", "sentence").text
    levels = [[o for o in asked.drawn() if o.level == level] for level in ("ISS", "IOP")]
    held = [rows for rows in levels if rows]
    assert totals(sentence) == [len(rows) for rows in held], f"say {amount(len(held[0]))}"
    assert tallies(sentence) == [one for rows in held for one in _said(rows)]


def _tally(rows):
    return [(sum(o.light == n for o in rows), n) for n in {o.light for o in rows}]


def _said(rows):
    order = ("verde", "ambar", "rojo", "sin-dato")
    return [(sum(o.light == n for o in rows), n) for n in order if any(o.light == n for o in rows)]
