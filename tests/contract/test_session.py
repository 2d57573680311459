"""The session: scripts are validated, screens come from the live data, the address adapts them."""

import re
import shutil
from pathlib import Path

import pytest

from components import svg
from components.format import joined, percent
from components.session.drawings import legible, showable
from components.session.slides import slides
from components.texts import t
from data import session_loader, session_scripts
from data.faults import TableError
from data.query.filters import Filters

BROKEN = Path(__file__).parents[1] / "broken_sessions"
CASES = sorted(case.name for case in BROKEN.iterdir())


@pytest.fixture(scope="module")
def charts(store):
    return showable(store)


@pytest.fixture(scope="module")
def script(store, charts):
    return session_loader.load(store.vocabulary, charts)[session_scripts.DEFAULT]


def headings(text):
    return re.findall(r"<h[12]>(.*?)</h[12]>", text)


@pytest.mark.parametrize("case", CASES)
def test_a_broken_script_is_refused_with_every_fault(case, store, charts):
    expected = (BROKEN / case / "expected.txt").read_text("utf-8").splitlines()
    with pytest.raises(TableError) as caught:
        session_loader.load(store.vocabulary, charts, BROKEN / case)
    assert str(caught.value).splitlines() == expected


def test_a_folder_without_the_default_script_is_refused(store, charts, tmp_path):
    with pytest.raises(TableError, match=r"politica\.toml:0: archivo='': no está"):
        session_loader.load(store.vocabulary, charts, tmp_path)


def test_another_script_opens_by_its_name(store, charts, root, tmp_path):
    shutil.copy(root / "data" / "sessions" / "politica.toml", tmp_path)
    text = (
        'titulo = "Salud"\n[[pantallas]]\ntipo = "grafico"\ngrafico = "objetivos"\n'
        'filtros = "eje=prevencion"\ntitular = "Un titular propio"\n'
    )
    (tmp_path / "salud.toml").write_text(text, "utf-8")
    found = session_loader.load(store.vocabulary, charts, tmp_path)["salud"]
    (only,) = slides(store, found, Filters())
    assert only.anchor == "grafico-1"
    assert only.screen.heading == "Un titular propio"
    assert only.screen.page == "/?eje=prevencion"


def test_the_default_script_follows_the_order_of_the_session(store, script):
    found = slides(store, script, Filters())
    anchors = [slide.anchor for slide in found]
    points = list(dict.fromkeys(anchor.split("-")[0] for anchor in anchors))
    assert points == ["estado", "objetivos", "rojo", "silencio", "incidencia", "rutas", "sectores"]
    assert len(set(anchors)) == len(anchors)
    assert all(slide.screen.heading for slide in found)


def test_each_indicator_in_red_has_its_screen_with_entity_and_figure(store, script):
    found = {slide.anchor: slide.screen.heading for slide in slides(store, script, Filters())}
    red = [pair for pair in store.chosen(Filters()) if pair[1].semaforo == "rojo"]
    assert red
    for row, value in red:
        heading = found[f"rojo-{row.codigo}"]
        assert heading.startswith(row.responsable)
        assert (store.moved.get((row.codigo, value.anio)) or ": ") in heading
        assert percent(value.percent) in heading


def test_every_year_has_a_session(store, script):
    assert {2022, 2023, 2024} <= set(store.years)
    assert {str(year) for year in store.years} < store.vocabulary.anio
    for year in map(int, sorted(store.vocabulary.anio)):
        assert slides(store, script, Filters(anio=year)), year


def test_the_address_adapts_the_session_and_says_what_it_cannot_use(client):
    whole = headings(client.get("/presentar").text)
    health = client.get("/presentar?sector=salud")
    assert len(headings(health.text)) < len(whole)
    assert "remark" not in health.text
    wrong = client.get("/presentar?guion=nada&pantalla=3&sector=nada")
    assert wrong.status_code == 200
    assert wrong.text.count('class="remark"') == 1
    assert headings(wrong.text) == whole


LEFT = {
    "sector=mujer": ["indice", "objetivos", "incidencia", "rutas"],
    "eje=proteccion": ["indice", "incidencia", "rutas"],
    "anio=2023": [],
}


@pytest.mark.parametrize("query", LEFT)
def test_a_filter_leaves_out_what_it_cannot_speak_of_and_says_so(store, script, query):
    filters, _ = Filters.from_query(query, store.vocabulary)
    first, *rest = slides(store, script, filters)
    said = t("sesion.left", parts=joined([t(f"sesion.parts.{name}") for name in LEFT[query]]))
    assert (said in str(first.screen.body)) == bool(LEFT[query])
    assert not any("El filtro deja fuera" in str(one.screen.body) for one in rest)
    points = {slide.anchor.split("-")[0] for slide in (first, *rest)}
    assert points.isdisjoint({"incidencia", "rutas"} & {*LEFT[query]})
    assert ("objetivos" in LEFT[query]) != any("objetivos" in s.screen.figures for s in rest)
    assert points >= {"estado", "rojo", "silencio", "sectores"}


def test_a_selection_without_indicators_is_one_screen_and_not_an_empty_one_of_each(store, script):
    (only,) = slides(store, script, Filters(sector=("cultura",), eje=("persecucion",)))
    assert only.screen.heading == t("sesion.empty")
    assert t("sesion.parts.indice") in str(only.screen.body)


def test_a_script_of_which_no_screen_speaks_of_the_selection_says_so(client):
    text = client.get("/presentar?guion=region&lugar=piura&sector=mujer").text
    assert headings(text)[0] == t("sesion.nothing")
    assert t("sesion.parts.territorio") in text


def test_the_record_leaves_out_the_same_and_says_so_once(client):
    paper = client.get("/presentar?vista=acta&sector=mujer").text
    assert 'id="incidencia-1"' not in paper
    assert paper.count("El filtro deja fuera") == 1


def test_a_drawing_too_small_for_the_room_is_told_apart():
    text = svg.element("g", svg.text(0, 0, "1", font_size=13))
    assert legible(svg.drawing(470, 270, text))
    assert not legible(svg.drawing(640, 640, text))
    assert not legible(svg.drawing(470, 270))
