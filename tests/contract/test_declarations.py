"""A chart says the same drawn on any surface and as a figure, in every state tried."""

import json
import re
from collections import Counter
from dataclasses import replace

import plotly.graph_objects as go
import pytest

from components.charts.layouts.flows import Flows
from components.charts.layouts.lines import Lines
from components.charts.layouts.map import Map
from components.charts.layouts.matrix import Matrix
from components.charts.layouts.small_maps import SmallMaps
from components.charts.layouts.surface import NARROW, ROOM, WIDE
from components.charts.registry import CHARTS
from components.session.drawings import legible
from data.query.filters import Filters
from tests.charges import drawn
from tests.charges.reader import tree

STATES = (
    Filters(),
    Filters(anio=2022),
    Filters(anio=2021),
    Filters(anio=2023, sector=("mujer", "interior")),
    Filters(eje=("proteccion",)),
    Filters(periodo="2018"),
)
CODED = {
    "indicador": ("IOP.02.02", "IOP.01.01", "ISS.02.05.01.01", "IOP.03.02"),
    "accion-metas": ("2.2.4", "2.3.1", "1.1.1", "3.2.3"),
}
_WORD = re.compile(r"<[^>]+>")
_NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def views(store):
    """Yield every chart in each state in which it has something to show, with its declaration."""
    for slug, chart in CHARTS.items():
        coded = [Filters(codigo=code) for code in CODED.get(slug, ())]
        for filters in coded or STATES:
            frame = chart.select(store, chart.filters(filters))
            if len(frame):
                yield slug, filters, chart.plot(frame)


@pytest.fixture(scope="module")
def shown(store):
    found = list(views(store))
    assert {slug for slug, *_ in found} == set(CHARTS)
    return found


@pytest.fixture(scope="module")
def declared(shown):
    # Maps, flows and matrices say what they say in `test_declared_maps.py`.
    found = [one for one in shown if not isinstance(one[2], (Map, SmallMaps, Flows, Matrix))]
    assert found
    return found


def marks(drawing):
    """Return what each mark of a drawing says."""
    found = [node for node in tree(str(drawing)).walk() if "mark" in node.classes]
    return Counter(node.one("title").text for node in found)


def hovered(figure):
    """Return what each mark of a figure says; the two ends of a span say one thing."""
    texts = [list(dict.fromkeys(one["hovertext"])) if one["mode"] == "lines" else one["hovertext"]
             for one in ({"mode": ""} | trace for trace in figure["data"])]  # fmt: skip
    return Counter(plain(text) for one in texts for text in one if text)


def plain(text):
    return " ".join(_WORD.sub(" ", text).split())


def written(drawing):
    """Return the words that stand on a drawing, lines of one text together."""
    return plain(" ".join(node.text for node in tree(str(drawing)).all("text")))


def test_every_figure_is_one_of_plotly(shown):
    for slug, filters, plot in shown:
        figure = go.Figure(plot.figure())
        assert figure.data, f"{slug} {filters}"


def test_a_figure_says_of_which_token_each_of_its_colours_is(shown):
    """A page paints it in the theme of the reader: a colour without a token would stay light."""
    for slug, filters, plot in shown:
        figure = plot.figure()
        tokens = figure["layout"].pop("meta")["tokens"]
        used = set(re.findall(r"#[0-9a-f]{3,8}", json.dumps(figure)))
        assert used, slug
        assert used <= set(tokens), f"{slug} {filters}: {used - set(tokens)}"


def test_each_mark_says_the_same_in_every_drawing_and_in_the_figure(declared):
    for slug, filters, plot in declared:
        said = marks(plot.drawing(WIDE))
        assert said, slug
        assert said == marks(plot.drawing(NARROW)) == hovered(plot.figure()), f"{slug} {filters}"
        room = marks(plot.drawing(ROOM))
        assert room, slug
        assert room <= said


def test_the_figures_that_stand_on_a_mark_are_those_that_it_says(shown):
    asked = 0
    for slug, filters, plot in shown:
        for surface in (WIDE, NARROW, ROOM):
            for node in tree(str(plot.drawing(surface))).walk():
                if "mark" in node.classes:
                    stands = {n for text in node.all("text") for n in _NUMBER.findall(text.text)}
                    said = set(_NUMBER.findall(node.one("title").text))
                    asked += len(stands)
                    assert stands <= said, f"{slug} {filters} {surface.name}: {stands - said}"
    assert asked > 500


def test_absences_of_one_place_stand_over_each_other(shown):
    met = 0
    for slug, filters, plot in shown:
        for panel in plot.panels if isinstance(plot, Lines) else ():
            absent = {p.said for one in panel.series for p in one.points if p.absent}
            alone = replace(plot, panels=(panel,))
            marks = [n for n in tree(str(alone.drawing(WIDE))).walk() if "mark" in n.classes]
            where = [(n.one("rect").attrs["x"], n.one("rect").attrs["y"]) for n in marks
                     if n.one("title").text in absent]  # fmt: skip
            met += len({x for x, _ in where}) < len(where)
            assert len(set(where)) == len(where), f"{slug} {filters}: one absence hides another"
    assert met, "no two lines are silent in the same year any more"


def test_the_key_of_a_chart_says_the_same_words_in_its_drawings_and_in_its_figure(shown):
    for slug, filters, plot in shown:
        figure = plot.figure()
        names = [trace.get("name", "") for trace in figure["data"]
                 if trace.get("showlegend", figure["layout"]["showlegend"])]  # fmt: skip
        notes = [note["text"] for note in figure["layout"].get("annotations", ())]
        live = plain(" ".join([*names, *notes]))
        drawings = [written(plot.drawing(surface)) for surface in (WIDE, NARROW)]
        for entry in plot.key.entries:
            for said in (live, *drawings):
                assert entry.words in said, f"{slug} {filters}: {entry.words}"
        assert plot.key.note in " ".join(drawings), f"{slug} {filters}"


def test_a_mark_says_a_name_and_a_figure_or_a_state(declared):
    for slug, _, plot in declared:
        for said in marks(plot.drawing(NARROW)):
            name, _, figure = said.rpartition(": ")
            assert name, slug
            assert figure, slug
            assert not re.search(r"\bNone\b|\bnan\b|  ", said), said


def test_the_figures_written_in_a_drawing_are_those_written_in_the_figure(declared):
    figures = re.compile(r"[\d.,]*\d(?: %)?")
    for slug, filters, plot in declared:
        live = plot.figure()
        notes = [note["text"] for note in live["layout"].get("annotations", ())]
        texts = [text for trace in live["data"] for text in trace.get("text") or ()]
        ticks = [str(x) for trace in live["data"] for x in trace["x"]]
        said = {one for text in (*notes, *texts, *ticks, *hovered(live))
                for one in figures.findall(plain(text))}  # fmt: skip
        for surface in (WIDE, NARROW):
            found = set(figures.findall(written(plot.drawing(surface))))
            keys = set(figures.findall("75 % 95 % 75 95 100 0 2000 2005 2010 2015 2020 2025"))
            assert found - keys - years(plot) <= said, f"{slug} {filters}"


def years(plot):
    return {figure for place in getattr(plot, "places", ()) for figure in re.findall(r"\d+", place)}


def test_every_figure_is_written_as_this_country_does(declared):
    for slug, _, plot in declared:
        for said in marks(plot.drawing(WIDE)):
            bare = re.findall(r"(?<![\d.,])\d{4,}", said.rpartition(": ")[2])
            assert all(1900 <= int(one) <= 2100 for one in bare), f"{slug}: {said}"


def test_the_room_reads_every_declared_chart(declared):
    for slug, filters, plot in declared:
        picture = plot.drawing(ROOM)
        assert legible(picture), f"{slug} {filters}: {picture.width} x {picture.height}"


def test_no_word_lies_on_another_nor_leaves_the_drawing(declared):
    for slug, filters, plot in declared:
        for surface in (WIDE, NARROW, ROOM):
            boxes = drawn.texts(tree(str(plot.drawing(surface))))
            assert not drawn.covered(boxes), f"{slug} {filters} {surface.name}"
            beyond = [box for box in boxes if box.left < -1 or box.right > surface.width + 1]
            assert not beyond, f"{slug} {filters} {surface.name}: {beyond}"


def test_no_letter_is_smaller_than_its_surface_allows(declared):
    for slug, _, plot in declared:
        for surface, least in ((WIDE, 12), (NARROW, 13), (ROOM, 26)):
            sizes = [float(node.attrs["font-size"])
                     for node in tree(str(plot.drawing(surface))).all("text")]  # fmt: skip
            assert min(sizes) >= least, f"{slug} {surface.name}"


def test_a_mark_is_as_large_as_a_finger_unless_another_is_near(declared):
    """A mark has its own square, or shares the room with a neighbour that is nearer than one."""
    for slug, _, plot in declared:
        for surface in (WIDE, NARROW):
            found = [node for node in tree(str(plot.drawing(surface))).walk()
                     if "mark" in node.classes]  # fmt: skip
            hits = [hit for node in found for hit in touched(node)]
            assert len(hits) == len(found), slug
            small = [hit for hit in hits if min(hit) < 23.9]
            assert not small or isinstance(plot, Lines), f"{slug}: {small[:3]}"
            assert all(wide == high for wide, high in small), slug


def touched(node):
    """Return the sides of what a finger reaches of a mark."""
    found = [one.attrs for one in node.all("rect") if one.attrs["fill"] == "transparent"]
    return [(float(one["width"]), float(one["height"])) for one in found]
