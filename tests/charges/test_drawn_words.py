"""What the drawings write and how long their bars are: the figures of the files, in their place."""

from collections import Counter

import pytest

from components.texts import t
from tests.charges import drawn, policy, room
from tests.charges.asked import BY_AXIS, BY_SECTOR, WHOLE, Asked
from tests.charges.expected import LIGHTS, charges, figure, objectives, tally
from tests.charges.files import read
from tests.charges.reader import plain
from tests.charges.sentences import CODES, SENTENCES
from tests.charges.words import tallies, totals

SEEN = [*WHOLE, *BY_AXIS, *BY_SECTOR[::6]]
SHAPE = {"rojo": "▼", "ambar": "◆", "verde": "●", "sin-dato": "○"}


def gauges(asked):
    """Return the axis, the advance and the light of each gauge of an address."""
    axes = asked.eje or {one.axis for one in asked.rows()}
    return [(axis, objectives()[code, asked.year]) for axis, code in CODES.items() if axis in axes]


def written(picture):
    return [node.text for node in picture.all("text")]


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_a_gauge_writes_its_own_figure_and_its_own_light(page, asked):
    found = drawn.pictures(page(f"/?{asked.query}").by_id("grafico-objetivos"))
    assert len(found) == 2
    expected = [(t(f"axes.{axis}"), t(f"lights.{one.light}"), one.said)
                for axis, one in gauges(asked)]  # fmt: skip
    for picture in found:
        words = written(picture)[: 3 * len(expected)]
        assert list(zip(words[::3], words[1::3], words[2::3], strict=True)) == expected


# The room leaves the gauges out of a sector: they are of the whole policy.
@pytest.mark.parametrize("asked", [*WHOLE, *BY_AXIS], ids=str)
def test_a_gauge_of_the_room_writes_its_figure_and_is_as_long_as_it(page, asked):
    screen = page(f"/presentar?{asked.query}").by_id("objetivos-1")
    (picture,) = [p for p in drawn.pictures(screen) if "staged" in p.classes]
    expected = gauges(asked)
    words = [[t(f"axes.{axis}"), t(f"lights.{one.light}"), one.said] for axis, one in expected]
    assert written(picture)[: 3 * len(expected)] == [word for three in words for word in three]
    bars = [float(n.attrs["width"]) for n in picture.all("rect", "filled")]
    wide = float(picture.attrs["width"])
    lengths = [min(float(one.percent), 100) / 100 * wide for _, one in expected]
    assert bars == pytest.approx(lengths, abs=0.1)


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_the_live_gauges_say_the_same(chart, asked):
    figure = chart("objetivos", asked.query)["figura"]
    *words, key = [one["text"] for one in figure["layout"]["annotations"]]
    assert all(t(f"lights.{light}") in plain(key) for light in ("rojo", "ambar", "verde"))
    (bars,) = figure["data"]
    found = list(zip(words[::2], words[1::2], bars["x"], strict=True))
    expected = [(f"<b>{t(f'axes.{axis}')}</b>",
                 f"{SHAPE[one.light]} {t(f'lights.{one.light}')} <b>{one.said}</b>",
                 float(one.percent)) for axis, one in gauges(asked)]  # fmt: skip
    assert [(a, plain(b), c) for a, b, c in found] == expected


@pytest.mark.parametrize("asked", SEEN, ids=str)
def test_the_live_lights_say_whose_they_are(chart, asked):
    data = chart("semaforo", asked.query)["figura"]["data"]
    found = [plain(text) for line in data for text in line["hovertext"]]
    assert Counter(found) == Counter(o.marked for o in asked.rows())


@pytest.mark.parametrize("code", [row["codigo"] for row in read("indicadores")][::4])
def test_the_history_writes_each_target_and_each_result_once(page, code):
    own = [one for one in charges() if one.code == code]
    figures = [figure(text, one.unit) for one in own for text in (one.target, one.obtained) if text]
    years = [str(one.year) for one in own]
    absent = [t(f"states_short.{one.state}") for one in own if not one.obtained]
    found = drawn.pictures(page(f"/incrustar/indicador?codigo={code}"))
    assert len(found) == 2
    names = [t(f"columns.{one}") for one in ("logro_esperado", "valor_obtenido")]
    for picture in found:
        words = Counter(written(picture))
        assert words - Counter(names) == Counter([*years, *absent, *figures])


@pytest.mark.parametrize("asked", [*WHOLE, *BY_SECTOR[::3]], ids=str)
def test_what_is_announced_on_a_change_counts_as_the_page_does(client, asked):
    for name in ("panorama", "indicadores"):
        said = client.get(f"/vistas/{name}.json?{asked.query}").get_json()["anuncio"]
        assert Counter(tallies(said)) == Counter(tally(asked.rows())), name
        assert totals(said) == [len(asked.rows())], name
    front = client.get(f"/vistas/panorama.json?{asked.query}").get_json()["anuncio"]
    assert policy.headline(asked.year) in plain(front)


@pytest.mark.parametrize("asked", BY_SECTOR[::4], ids=str)
def test_what_a_sector_announces_counts_as_the_files_do(client, asked):
    path = f"/vistas/sectores/{asked.sector[0]}.json?anio={asked.year}"
    said = client.get(path).get_json()["anuncio"]
    assert Counter(tallies(said)) == Counter(tally(asked.rows()))
    assert totals(said) == [len(asked.rows())]


@pytest.mark.parametrize("slug", SENTENCES)
@pytest.mark.parametrize("asked", [WHOLE[1], BY_SECTOR[1], BY_SECTOR[20]], ids=str)
def test_a_picture_carries_the_sentence_of_the_files(page, slug, asked):
    words = "".join(node.text for node in page(f"/imagenes/{slug}.svg?{asked.query}").all("text"))
    assert "".join(SENTENCES[slug](asked).split()) in "".join(words.split())


def test_the_kit_offers_the_sentence_of_the_files(page):
    asked = Asked(2023, sector=("mujer",))
    assert SENTENCES
    for slug, sentence in SENTENCES.items():
        found = page(f"/incrustar?grafico={slug}&{asked.query}")
        said = [node.text for kind in ("textarea", "pre") for node in found.all(kind)]
        assert any(sentence(asked) in plain(text) for text in said), f"the kit lacks {slug}"


@pytest.mark.parametrize("asked", [*WHOLE, *BY_AXIS], ids=str)
def test_the_room_draws_a_mark_for_each_indicator_of_a_sector(page, asked):
    shown = room.Room(page(f"/presentar?{asked.query}"), asked, False)
    rows = room.rows(shown.screens("sectores"))
    assert rows
    lights = [name for name in LIGHTS if any(one.light == name for one in asked.rows())]
    for row in rows:
        for name, cell in zip(lights, list(row.values())[1:], strict=True):
            strip = cell.one("span", "strip")
            marks = [n for n in strip.walk() if f"--light-{name}" in str(n.attrs)]
            amount = int(cell.one("span", "tally").text)
            assert len(marks) == amount, f"{amount} are counted and {len(marks)} are drawn"
