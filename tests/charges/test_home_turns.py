"""The front page on what changed: how many went up and down, and which fell most."""

from decimal import Decimal
from urllib.parse import unquote

import pytest

from components.texts import t
from tests.charges import beside, compact, explained, reader
from tests.charges.asked import EVERY, LATEST, WHOLE
from tests.charges.expected import YEARS, by_code, objectives
from tests.charges.files import read
from tests.charges.reader import plain

SEEN = [asked for asked in EVERY if asked.rows() and asked.year > YEARS[0]]
_ORDER = ("rojo", "ambar", "verde")
_MOST = 3


def then(one):
    return by_code()[one.code, one.year - 1]


def way(one):
    """Return where the state of a charge went from the year before."""
    lights = [then(one).light, one.light]
    if not set(lights) <= set(_ORDER):
        return "unknown"
    old, new = map(_ORDER.index, lights)
    return "same" if old == new else "better" if new > old else "worse"


def ways(asked):
    found = [way(one) for one in asked.rows()]
    return {name: found.count(name) for name in ("better", "worse", "same", "unknown")}


def worded(stem, amount):
    ending = "none" if amount == 0 else "one" if amount == 1 else "many"
    return t(f"panorama.{stem}_{ending}", amount=amount)


def heading(asked):
    found, years = ways(asked), {"before": asked.year - 1, "year": asked.year}
    if not found["better"] and not found["worse"]:
        return plain(t("panorama.turned_none", **years))
    better, worse = (worded(name, found[name]) for name in ("better", "worse"))
    return plain(t("panorama.turned", **years, better=better, worse=worse))


def lost(one):
    """Return the points of advance that were lost; what is over 100 % counts as 100 %."""
    full = Decimal(100)
    return min(then(one).advance.percent, full) - min(one.advance.percent, full)


def fallen(asked):
    """Return the largest falls and whatever fell as much as the last of them."""
    worse = sorted((o for o in asked.rows() if way(o) == "worse"), key=lost, reverse=True)
    return [one for one in worse if lost(one) >= lost(worse[min(_MOST, len(worse)) - 1])]


def part(page, asked):
    return page(f"/?{asked.query}").by_id("cambios")


def test_the_files_give_something_to_hold():
    assert ways(WHOLE[-1]) == {"better": 7, "worse": 5, "same": 38, "unknown": 0}
    assert sum(bool(ways(one)["unknown"]) for one in SEEN) > 3
    assert {min(len(fallen(one)), 2) for one in SEEN} == {0, 1, 2}


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_what_changed_is_counted_and_the_largest_falls_are_named(page, asked):
    shown, found = part(page, asked), ways(asked)
    assert shown.one("h2").text == heading(asked)
    assert plain(worded("stayed", found["same"])) in shown.text
    if found["unknown"]:
        assert plain(worded("unknown", found["unknown"])) in shown.text
    items, charged = compact.items(shown), fallen(asked)
    assert [_fall(item) for item in items] == [_expected(one) for one in charged]
    for item, one in zip(items, charged, strict=True):
        compact.hold_names(item, one)
        compact.hold_opening(item, explained.notes(one.code, one.year))
    beside.hold(items, charged)
    if charged:
        beside.hold_silence(shown, charged)
    way_on = unquote(shown.all("a")[-1].attrs["href"])
    assert way_on == f"/indicadores?{asked.query}#cambios"


def _fall(item):
    far = item.one("p", "who")
    figures = far.one("strong")
    marks = len(figures.all("small", "computed"))
    return reader.code(item), reader.whose(far), figures.text, marks, reader.light(far)


def _expected(one):
    both = [then(one).advance, one.advance]
    said = [f"{each.said} {t('words.calculated')}" if each.ours else each.said for each in both]
    figures = plain(t("panorama.fell", then=said[0], now=said[1]))
    return one.code, one.who, figures, sum(each.ours for each in both), one.light


def test_the_trend_gives_every_closed_year_of_the_index_and_the_objectives(client):
    text = client.get("/graficos/tendencia.json").get_json()
    closed = {int(row["anio"]) for row in read("ejercicios") if row["estado"] == "cerrado"}
    assert closed
    for (code, year), one in objectives().items():
        if year not in closed or not one.text:
            continue
        axis = next((row["eje"] for row in read("objetivos") if row["codigo"] == code), "")
        name = t(f"axes.{axis}") if axis else t("charts.tendencia.index")
        said = next(p for p in plain(text["frase"]).split(";") if plain(name) in p)
        ours = f" ({t('words.calculated')})" * one.ours
        assert plain(t("charts.tendencia.year", value=f"{one.said}{ours}", year=year)) in said


def test_the_finding_of_the_trend_is_what_the_files_say(page):
    ends = {code: [objectives()[code, year].percent for year in (YEARS[0], YEARS[-1])]
            for code, year in objectives() if year == LATEST}  # fmt: skip
    rose = sum(new > old for old, new in ends.values())
    fell = sum(new < old for old, new in ends.values())
    assert (rose, fell) == (3, 1)
    said = page("/").by_id("grafico-tendencia").one("h2").text
    assert said == plain("De 2022 a 2024 subieron el índice, Persecución y Protección; "
                         "bajó Prevención")  # fmt: skip
