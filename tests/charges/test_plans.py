"""The plans: who answers for each promise, and no other, on its page and in the lists."""

from functools import cache

import pytest

from components.texts import t
from tests.charges import reader
from tests.charges.asked import Asked
from tests.charges.drawn import pictures
from tests.charges.expected import AXES, YEARS, objectives, tally
from tests.charges.files import called, read
from tests.charges.lists import hold
from tests.charges.policy import beside_objective
from tests.charges.reader import column, light, number, ours, plain, section
from tests.charges.sentences import CODES

ACTIONS, METAS = read("acciones_2017_2021"), read("metas_2007_2013")
NAMES = {row["sigla"]: row["nombre"] for row in read("entidades")}
SECTORS = {row["sigla"]: row["sector"] for row in read("entidades")}
TARGETS = read("metas_2017_2021")


def _named(part):
    return [(item.one("strong") or item).text for item in part.one("ul").all("li")]


def _declared(row):
    """Return the compliance that a meta declares, or that it was not met: never a zero."""
    percent = row["cumplimiento_pct"]
    return f"{percent} %" if percent else plain(t("planes.unmet"))


def _hold_who(part, cell, what):
    named = [one for one in cell.split(";") if one]
    if not named:
        assert plain(t("meta.nobody")) in part.text
        return
    hold(_named(part), [plain(called(one)) for one in named], what)
    for item, one in zip(part.one("ul").all("li"), named, strict=True):
        assert plain(NAMES.get(one, one)) in item.text, f"{what}: {one} has another name"


@pytest.mark.parametrize("row", ACTIONS, ids=lambda row: row["codigo"])
def test_an_action_names_its_responsible(page, row):
    part = section(page(f"/planes/{row['codigo']}"), t("accion.who"))
    _hold_who(part, row["responsables"], f"action {row['codigo']}")


@pytest.mark.parametrize("row", METAS, ids=lambda row: row["numero"])
def test_a_meta_names_its_agents_and_gives_its_own_result(page, row):
    shown = page(f"/planes/meta-{row['numero']}")
    _hold_who(section(shown, t("meta.who")), row["agentes"], f"meta {row['numero']}")
    result = section(shown, t("meta.result"))
    assert result.one("p", "big").text == _declared(row)
    said = "meta.declared" if row["cumplimiento_pct"] else "meta.unmet"
    assert result.one("p", "caveat").text == plain(t(said))
    assert plain(f"«{row['resultado']}»") in shown.one("h1").parent.text


@pytest.mark.parametrize("axis", AXES)
def test_an_axis_gives_of_each_meta_what_is_declared_or_that_it_was_not_met(page, axis):
    part = page(f"/planes?eje={axis}").by_id(f"eje-{axis}").parent
    found = [(item.one("a").attrs["href"].split("-")[-1], item.one("strong").text)
             for item in section(part, t("planes.plan.plan-2007-2013")).all("li")]  # fmt: skip
    own = [row for row in METAS if row["eje"] == axis]
    hold(found, [(row["numero"], _declared(row)) for row in own], f"metas of {axis}")


def test_a_drawing_gives_what_was_not_met_a_cross_and_no_bar_of_zero(page):
    unmet = [row for row in METAS if not row["cumplimiento_pct"]]
    assert [row["numero"] for row in unmet] == ["11", "23", "24", "25", "26", "27"]
    figure = page("/planes").by_id("grafico-planes-eje")
    assert pictures(figure)
    for picture in pictures(figure):
        words = [node.text for node in picture.all("text")]
        assert words.count(t("planes.unmet_mark")) == len(unmet)
        assert "0" not in words, "a meta without a percentage has none, not a zero"
    rows = {next(iter(row.values())).text: row for row in reader.rows(figure)}
    for axis in AXES:
        own = [f"META {r['numero']}: {_declared(r)}" for r in METAS if r["eje"] == axis]
        assert list(rows[t(f"axes.{axis}")].values())[1].text.endswith(", ".join(own))


@cache
def _kept(**filters):
    def keeps(row):
        named = row["responsables"].split(";")
        sectors = {SECTORS[one] for one in named}
        return all(
            {"eje": row["eje"] == v, "sector": v in sectors, "entidad": v.upper() in named}[k]
            for k, v in filters.items()
        )

    return [row for row in ACTIONS if keeps(row)]


@pytest.mark.parametrize(
    "filters",
    [{}, *({"eje": axis} for axis in ("gobernanza", *AXES)), {"sector": "mujer"},
     {"sector": "salud"}, {"entidad": "mininter"}, {"eje": "proteccion", "sector": "interior"}],
    ids=str,
)  # fmt: skip
def test_the_table_of_the_actions_names_the_responsible_of_each(page, filters):
    query = "&".join(f"{name}={value}" for name, value in filters.items())
    shown, actions = page(f"/planes?{query}"), _kept(**filters)
    rows = reader.rows(shown.by_id("acciones").parent)
    found = [(next(iter(row.values())).text, column(row, "responsable").text) for row in rows]
    expected = [(row["codigo"], row["responsables"].replace(";", ", ")) for row in actions]
    assert expected
    hold(found, expected, f"actions of {filters}")
    held = sum(row["accion"] in {one["codigo"] for one in actions} for row in TARGETS)
    digits = [word for word in shown.by_id("acciones").text.split() if word.isdigit()]
    assert digits[-2:] == [str(len(actions)), str(held)], "the heading counts actions and targets"


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("axis", AXES)
def test_an_axis_gives_its_objective_and_the_lights_of_its_indicators(page, axis, year):
    part = page(f"/planes?anio={year}&eje={axis}").by_id(f"eje-{axis}").parent
    policy = section(part, t("planes.plan.politica-2030"))
    one = objectives()[CODES[axis], year]
    lead = policy.one("p")
    assert CODES[axis] in lead.text
    assert number(lead.one("strong")) == one.said
    assert ours(lead) == one.ours
    assert light(lead) == one.light
    told = beside_objective(CODES[axis], year)
    assert [node.text for node in lead.all("small", "printed")] == told
    found = [(reader.code(item), number(item), ours(item), light(item))
             for item in policy.all("li")]  # fmt: skip
    rows = Asked(year, eje=(axis,)).rows()
    hold(found, [(o.code, o.advance.said, o.advance.ours, o.light) for o in rows], axis)


@pytest.mark.parametrize("year", YEARS)
def test_the_three_plans_side_by_side_count_the_lights_of_each_axis(page, year):
    table = page(f"/planes?anio={year}").by_id("grafico-planes-eje")
    rows = {next(iter(row.values())).text: list(row.values())[-1] for row in reader.rows(table)}
    for axis in AXES:
        cell = rows[t(f"axes.{axis}")]
        found = [(int(mark.parent.text.split(" ")[0]), light(mark))
                 for mark in cell.all("span", "status")]  # fmt: skip
        assert found == tally(Asked(year, eje=(axis,)).rows()), f"count the lights of {axis}"
