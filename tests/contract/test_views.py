"""A view of a chart is computed once per request, whoever shows it, and pages only ask for it."""

import re
from collections import Counter
from dataclasses import dataclass, replace

import pytest

from callbacks.board import create_app
from components.charts.examples import example
from components.charts.layouts.plot import Plot
from components.charts.registry import CHARTS
from components.charts.view import View
from components.charts.views import Views
from data.query.filters import Filters

REACHED = re.compile(r"\.children\b\s*(\[|\.|\+=)")


@dataclass
class Counted:
    """A declaration that counts how often it is drawn on each surface."""

    plot: Plot
    asked: Counter
    name: tuple[str, int]

    def drawing(self, surface):
        self.asked["drawing", *self.name, surface] += 1
        return self.plot.drawing(surface)

    def figure(self):
        return self.plot.figure()


@pytest.fixture
def counted(store, monkeypatch):
    """Return what the charts were asked for: how often, by question, chart and state or frame."""
    asked, frames = Counter(), []

    def wrapped(chart):
        def select(store, filters):
            asked["select", chart.slug, filters] += 1
            return chart.select(store, filters)

        def sentence(frame):
            # Held, so that no other frame can have its number.
            frames.append(frame)
            asked["sentence", chart.slug, id(frame)] += 1
            return chart.sentence(frame)

        def plot(frame):
            frames.append(frame)
            return Counted(chart.plot(frame), asked, (chart.slug, id(frame)))

        return replace(chart, select=select, sentence=sentence, plot=plot)

    for slug, chart in list(CHARTS.items()):
        monkeypatch.setitem(CHARTS, slug, wrapped(chart))
        # The code by which a chart is known is found once per store, not per request.
        example(CHARTS[slug], store)
    asked.clear()
    return asked


PATHS = {
    "/": {"tendencia", "objetivos", "semaforo", "victimas"},
    "/perfil": {"perfil-victimas", "perfil-imputados", "perfil-comparado", "perfil-denuncias"},
    "/incrustar": set(CHARTS),
    "/mapa": {"mapa", "serie-nacional", "mapa-pnp"},
    "/rutas": {"rutas", "rutas-matriz", "acuerdos"},
    "/indicadores/IOP.01.01": {"indicador"},
    "/sectores/interior": {"sector-semaforo"},
    "/presentar": {"objetivos", "mapa", "rutas", "indicador"},
}


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("query", ["", "?anio=2023"])
def test_a_chart_is_asked_once_per_state(store, counted, path, query):
    client = create_app(store).server.test_client()
    # Which values a filter offers is learnt once for the data, and not by each page.
    client.get("/incrustar?tema=oscuro")
    counted.clear()
    assert client.get(path + query).status_code == 200
    shown = {slug for _, slug, *_ in counted}
    assert shown >= PATHS[path], "the page shows its charts, and they are counted"
    again = {key: times for key, times in counted.items() if times > 1 and key[0] != "drawing"}
    assert not again, f"take the view from Views instead of computing it again: {again}"


@pytest.mark.parametrize("path", ["/", "/perfil"])
def test_a_page_draws_each_chart_once_per_width(store, counted, path):
    create_app(store).server.test_client().get(path)
    drawn = {key: times for key, times in counted.items() if key[0] == "drawing"}
    assert drawn
    assert set(drawn.values()) == {1}, drawn


def test_views_are_the_same_for_the_filters_that_a_chart_heeds(store):
    views = Views(store, Filters(anio=2023, buscar="policía"))
    view = views.of("objetivos")
    assert views.of("objetivos") is view
    assert views.under(Filters(anio=2023)).of("objetivos") is view
    assert views.of("objetivos", Filters(anio=2022)) is not view
    assert views.opening("objetivos").filters == Filters()


def test_a_pinned_view_names_its_data_and_computes_nothing(store, counted):
    view = View.of(CHARTS["objetivos"], store, Filters())
    said = view.sentence
    pinned = view.pinned()
    assert pinned.query == f"corte={store.version}"
    assert view.query == ""
    assert pinned.sentence == said
    assert pinned.frame is view.frame
    assert max(counted.values()) == 1


def test_no_code_reaches_into_a_built_component(root):
    found = [
        f"{path.relative_to(root)}:{number}: {line.strip()}"
        for folder in ("components", "callbacks")
        for path in sorted((root / folder).rglob("*.py"))
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if REACHED.search(line)
    ]
    assert not found, f"give the component a parameter instead: {found}"
    assert REACHED.search("drawn.children[2].open = True")
    assert REACHED.search("part.children.insert(1, words)")
