"""Maps, flows and matrices: the drawing and the figure say what their declaration says."""

import re
from html import unescape

import plotly.graph_objects as go
import pytest

from components import theme
from components.charts.layouts.flows import Flows
from components.charts.layouts.map import Map
from components.charts.layouts.matrix import Matrix
from components.charts.layouts.plane import PERU_WINDOW, plane
from components.charts.layouts.small_maps import SmallMaps
from components.charts.layouts.surface import CORNER, NARROW, ROOM, SURFACES, WIDE
from components.charts.registry import CHARTS
from components.session.drawings import legible
from data.query import map_periods, map_rows, territory_series
from data.query.filters import Filters

LAYOUTS = (Map, SmallMaps, Flows, Matrix)
QUERIES = (
    "", "periodo=2009-2014", "periodo=2015", "periodo=2023&medida=porcentaje", "lugar=puno",
    "periodo=2025&lugar=piura", "lugar=lima-centro", "tipo=interna", "tipo=internacional",
    "zona=selva-sur",
)  # fmt: skip


@pytest.fixture(scope="module")
def plots(store):
    """Return every declaration of these layouts, by its chart and its state."""
    found = {}
    for slug, chart in CHARTS.items():
        for query in QUERIES:
            filters = chart.filters(Filters.from_query(query, store.vocabulary)[0])
            frame = chart.select(store, filters)
            plot = chart.plot(frame) if len(frame) else None
            if isinstance(plot, LAYOUTS):
                found[slug, query] = plot
    assert len({slug for slug, _ in found}) == 6
    return found


def titles(drawing):
    return sorted(unescape(said) for said in re.findall(r"<title>(.*?)</title>", str(drawing)))


def texts(drawing):
    return [unescape(said) for said in re.findall(r"<text[^>]*>(.*?)</text>", str(drawing))]


def said(plot):
    """Return the whole line of every mark that a declaration has."""
    if isinstance(plot, Map):
        return [one.title for kind in plot.classes for one in kind.territories]
    if isinstance(plot, SmallMaps):
        return [title for one in plot.maps for title in said(one.plot)]
    if isinstance(plot, Flows):
        return [one.title for one in (*plot.links, *plot.places.values())]
    return [cell.title for cell in plot.cells]


def keys(plot):
    """Return the words of the key."""
    return [one.words for one in plot.key.entries]


def counted(plot):
    """Return the classes of figures of a map."""
    return [kind for kind in plot.classes if not kind.absent]


def hovers(figure):
    lines = []
    for trace in figure["data"]:
        if trace.get("hoverinfo") != "skip":
            lines += trace.get("hovertext") or trace["text"]
    return lines


def test_plotly_accepts_every_figure(plots):
    for plot in plots.values():
        go.Figure(plot.figure())


def test_every_mark_of_a_drawing_is_one_element_with_one_line(plots):
    """Nothing else has a title: decoration says nothing."""
    for key, plot in plots.items():
        for surface in (WIDE, NARROW):
            drawing = plot.drawing(surface)
            marks = [e for e in drawing.walk() if e.attributes.get("class_") == "mark"]
            assert all(e.children[0].tag == "title" for e in marks), key
            assert len(marks) == len(titles(drawing)), key
            assert set(titles(drawing)) == set(said(plot)), key


def test_the_figure_says_the_lines_of_the_drawing(plots):
    for key, plot in plots.items():
        assert sorted(set(hovers(plot.figure()))) == sorted(set(titles(plot.drawing(WIDE)))), key


def test_each_absence_has_its_pattern_on_the_map_and_in_the_key(plots):
    """What is filled with a pattern that is not there is not seen at all."""
    met = 0
    for key, plot in plots.items():
        for surface in SURFACES:
            drawing = str(plot.drawing(surface))
            patterns = set(re.findall(r'<pattern [^>]*\bid="([^"]+)"', drawing))
            filled = set(re.findall(r"url\(#([^)]+)\)", drawing))
            assert filled <= patterns, f"{key} {surface.name}: {filled - patterns}"
            met += bool(filled)
    assert met


def test_far_places_stand_over_or_under_the_map_in_their_order():
    far = [("norte", -70.0, 40.0), ("oeste", -90.0, 40.0), ("sur", -71.0, -53.0)]
    seen = plane(640, [*far, ("Lima", -77.0, -12.0)], PERU_WINDOW)
    y = {name: down for name, (_, down) in seen.spots.items()}
    assert y["norte"] == y["oeste"] < seen.strips[0] < y["Lima"]
    assert y["Lima"] < seen.height - seen.strips[1] < y["sur"]
    assert seen.spots["oeste"][0] < seen.spots["norte"][0]


def test_the_key_is_the_same_in_drawing_and_figure(plots):
    for key, plot in plots.items():
        named = [t["name"] for t in plot.figure()["data"] if t.get("showlegend")]
        assert sorted(named) == sorted(keys(plot)), key
        assert named == keys(plot) or isinstance(plot, SmallMaps), key
        for surface in (WIDE, NARROW):
            assert set(keys(plot)) <= set(texts(plot.drawing(surface))), key


def test_colours_are_the_same_in_drawing_and_figure(plots):
    for key, plot in plots.items():
        if isinstance(plot, Map):
            drawn = {e.attributes["fill"].fallback for e in plot.drawing(WIDE).walk()
                     if str(e.attributes.get("fill", "")).startswith("var(--case")}  # fmt: skip
            shapes = [t for t in plot.figure()["data"] if t["type"] == "choropleth"]
            painted = {t["colorscale"][0][1] for t in shapes if t.get("name")}
            declared = {theme.COLOURS[kind.token] for kind in counted(plot)}
            assert drawn == declared == painted & drawn, key


def test_the_territory_chosen_is_outlined_and_named_on_every_surface(plots):
    chosen = {key: plot for key, plot in plots.items() if isinstance(plot, Map) and plot.chosen}
    assert {slug for slug, _ in chosen} == {"mapa", "mapa-pnp"}
    for key, plot in chosen.items():
        one = plot.territories()[plot.chosen]
        for surface in (*SURFACES, CORNER):
            drawing = plot.drawing(surface)
            assert any(e.attributes.get("class_") == "chosen" for e in drawing.walk()), key
            written = " ".join(texts(drawing))
            assert one.name in written, key
            assert one.figure in written, key


def test_the_territory_chosen_is_said_first_and_marked_in_its_table(store, client):
    page = client.get("/mapa?periodo=2009-2014&lugar=piura").get_data(as_text=True)
    assert re.search(r'class="sentence"[^>]*>Piura: 103 denuncias', page)
    marked = re.findall(r'<a href="#([a-z-]+)" aria-current="true" data-place="piura">', page)
    assert marked == ["grafico-mapa", "grafico-mapa-pnp"]


@pytest.mark.parametrize(
    ("path", "place", "ignored"),
    [
        ("/mapa", "iquitos", True), ("/mapa", "lima-centro", False), ("/mapa", "puno", False),
        ("/rutas", "lima-centro", True), ("/rutas", "iquitos", False),
        ("/incrustar/mapa", "iquitos", True), ("/incrustar/mapa-pnp", "lima-centro", True),
        ("/incrustar/mapa-pnp", "puno", False), ("/mapa", "atlantis", True),
    ],
)  # fmt: skip
def test_a_place_that_the_page_has_not_is_ignored_with_a_line(client, path, place, ignored):
    page = client.get(f"{path}?lugar={place}").get_data(as_text=True)
    assert (f"No reconocemos «{place}»" in page) == ignored


def test_every_chart_of_a_map_reads_from_the_last_row(plots):
    for key, plot in plots.items():
        assert legible(plot.drawing(ROOM)), key


@pytest.mark.parametrize("slug", ["rutas", "rutas-matriz"])
def test_the_place_that_parts_most_rows_reads_from_the_last_row_too(store, slug):
    """What touches the place of the address stands apart from what does not: the rows are more."""
    chart = CHARTS[slug]
    assert legible(chart.drawing(chart.select(store, Filters(lugar="san-martin")), ROOM))


def test_every_place_drawn_in_the_room_carries_its_name(plots):
    seen = 0
    for key, plot in plots.items():
        if isinstance(plot, Flows):
            drawing = plot.drawing(ROOM)
            written = " ".join(texts(drawing))
            marks = {e.children[0].children[0] for e in drawing.walk()
                     if e.attributes.get("class_") == "mark"}  # fmt: skip
            for place in plot.places.values():
                if place.title in marks:
                    seen += 1
                    assert all(word in written for word in place.name.split()), (key, place.name)
    assert seen


def test_no_letter_of_these_drawings_is_below_12_px(plots):
    """A narrow drawing stands in 328 px of a screen of 360; a wide one fills most of its own."""
    for key, plot in plots.items():
        for surface, shown in ((NARROW, 328), (WIDE, 590)):
            drawing = plot.drawing(surface)
            sizes = [e.attributes["font_size"] for e in drawing.walk() if e.tag == "text"]
            assert sizes
            assert min(sizes) * shown / drawing.width >= 11.9, (key, surface.name)


def test_no_figure_lets_its_key_lie_on_the_plot(plots):
    for key, plot in plots.items():
        layout = plot.figure()["layout"]
        legend, margin = layout["legend"], layout["margin"]
        under = legend["y"] <= 0 and legend["yanchor"] == "top" and margin["b"] >= 100
        over = legend["y"] >= 1 and legend["yanchor"] == "bottom" and margin["t"] >= 80
        assert under or over, key
        assert margin["t"] >= 40, f"the toolbar of {key} needs room above the plot"


def test_every_period_is_a_valid_figure(store):
    for slug, level in (("mapa", "distrito_fiscal"), ("mapa-pnp", "departamento")):
        for one in map_periods.published(store, level):
            frame = map_rows.rows(store, one, "casos")
            go.Figure(CHARTS[slug].figure(frame))


def test_a_map_without_places_is_drawn_on_every_surface():
    bare = Flows({}, (), {}, PERU_WINDOW)
    for surface in (*SURFACES, CORNER):
        assert bare.drawing(surface).height > 0
    go.Figure(bare.figure())


def test_small_maps_share_one_key_and_say_their_years(store, plots):
    plot = plots["mapas-anuales", ""]
    years = territory_series.years(store, "distrito_fiscal")
    assert [one.lines[0][:4] for one in plot.maps] == [str(one.year) for one in years]
    traces = plot.figure()["data"]
    assert sorted(t["name"] for t in traces if t.get("showlegend")) == sorted(keys(plot))
    for surface in (WIDE, NARROW, ROOM):
        assert [text for text in texts(plot.drawing(surface)) if text in keys(plot)] == keys(plot)
    colours = {}
    for one in plot.maps:
        for kind in counted(one.plot):
            colour = theme.COLOURS[kind.token]
            assert colours.setdefault(kind.label, colour) == colour
    assert len(set(colours.values())) == len(colours) > 1
    assert len(said(plot)) == len(set(said(plot))), "every mark says its year"


def test_small_maps_take_the_measure_of_the_address(store, plots):
    asked = plots["mapas-anuales", "periodo=2023&medida=porcentaje"]
    assert asked.key.heading != plots["mapas-anuales", ""].key.heading
    figures = [one.figure for each in asked.maps for kind in counted(each.plot)
               for one in kind.territories]  # fmt: skip
    assert figures
    assert all(figure.endswith("%") for figure in figures)
    chart = CHARTS["mapas-anuales"]
    said = chart.sentence(chart.select(store, Filters(medida="tasa")))
    assert "por 100,000 habitantes (calculada)" in said


def test_no_outline_of_the_base_is_a_way_without_steps(plots):
    """Coarse, an island is a point: a browser refuses a way that goes nowhere."""
    drawn = [plot.drawing(on) for plot in plots.values() if isinstance(plot, Flows)
             for on in (*SURFACES, CORNER)]  # fmt: skip
    ways = [str(e.attributes["d"]) for one in drawn for e in one.walk() if e.tag == "path"]
    assert ways
    assert not [way for way in ways if "lz" in way]
