import dash_bootstrap_components as dbc
import pytest
from dash import dcc, html

from components import svg
from components.links import staying
from components.markup import Markup, UnwritableError, Writing, attrs, render


def test_text_and_attributes_are_escaped():
    node = html.P('<b> & "x"', title='"><script>')
    assert render(node) == '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; "x"</p>'


@pytest.mark.parametrize("years", ["2017-2021", "2017 - 2021", "1998–2014"])
def test_a_range_of_years_stays_on_one_line_and_is_the_same_text(years):
    said = f"Plan {years}, <b>"
    node = html.P([said, html.Option(said), html.A("x", title=said)])
    whole, bare = f'Plan <span class="nb">{years}</span>, &lt;b&gt;', f"Plan {years}, &lt;b&gt;"
    assert render(node) == (
        f'<p>{whole}<option>{bare}</option><a title="Plan {years}, &lt;b&gt;">x</a></p>'
    )


def test_a_date_a_code_and_a_telephone_are_no_range_of_years():
    said = "2026-11-28 r2024-2025 1810-2021 2017-20215 2017-2018-2019"
    assert render(said) == said


def test_no_word_is_a_link_inside_of_a_link_a_heading_or_a_citation():
    how = Writing(words=str.upper)
    parts = [html.A("a"), html.H2(html.Em("b")), html.P("c", className="citation"), "d"]
    assert render(html.Div(parts), how) == (
        '<div><a>a</a><h2><em>b</em></h2><p class="citation">c</p>D</div>'
    )


def test_what_is_written_already_stays_as_it_is():
    for how in (None, Writing(words=str.upper)):
        assert render([Markup("<b>y</b>"), html.P(Markup("<i>z</i>"))], how) == (
            "<b>y</b><p><i>z</i></p>"
        )


def test_nothing_and_lists_and_numbers():
    assert render([None, "a", 1, html.Br()]) == "a1<br>"


def test_properties_get_their_html_names():
    node = html.Td("x", colSpan=2, tabIndex="0", **attrs(aria_label="y", data_query=""))
    assert render(node) == '<td colspan="2" tabindex="0" aria-label="y" data-query="">x</td>'


def test_a_drawing_stands_inside_and_not_in_an_attribute():
    assert render(html.Div(**attrs(data_svg="<svg/>"))) == "<div><svg/></div>"


def test_controls_work_without_javascript():
    options = [{"label": "A", "value": "a"}, {"label": "B", "value": "b"}]
    select = dbc.Select(id={"type": "filter", "name": "anio"}, options=options, value="b")
    assert 'name="anio"' in render(select)
    assert '<option value="b" selected>B</option>' in render(select)
    boxes = dbc.Checklist(id={"type": "filter", "name": "eje"}, options=options, value=["a"])
    assert 'value="a" checked' in render(boxes)
    assert 'value="b" checked' not in render(boxes)
    kept = dbc.Input(id={"type": "kept", "name": "entidad"}, type="hidden", value="pnp")
    assert render(kept) == '<input class="form-control" name="entidad" type="hidden" value="pnp">'


@pytest.mark.parametrize(
    ("node", "name"),
    [(dcc.Graph(id="x"), "Graph"), (dbc.Card("x"), "Card"), (dcc.Link("x", href="/"), "Link")],
)
def test_a_component_that_has_no_html_is_named_with_its_place(node, name):
    page = html.Div([html.P("x"), html.Section([None, node], id="here")], className="content")
    with pytest.raises(UnwritableError) as raised:
        render([page])
    said = str(raised.value)
    assert f'.{name}, in <div class="content"> > <section id="here">, has no' in said
    assert "components/markup.py" in said


def test_a_component_alone_is_named_too():
    with pytest.raises(UnwritableError, match=r"Graph, in nothing, has no plain HTML"):
        render(dcc.Graph())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("/", "/?corte=v1"),
        ("/planes#meta-1", "/planes?corte=v1#meta-1"),
        ("/planes?eje=a&anio=2023#x", "/planes?eje=a&anio=2023&corte=v1#x"),
        ("/mapa?corte=v1", "/mapa?corte=v1"),
        ("/assets/a.css", "/assets/a.css"),
        ("#x", "#x"),
        ("https://gob.pe/", "https://gob.pe/"),
    ],
)
def test_inner_links_stay_in_a_version(before, after):
    written = render(html.A("x", href=before), staying("v1"))
    assert written == render(html.A("x", href=after))
    drawn = svg.drawing(1, 1, svg.element("a", href=before, data_query="eje=a"))
    assert f"{render(svg.element('a', href=after, data_query='eje=a&corte=v1'))}" in render(
        html.Div(**attrs(data_svg=drawn)), staying("v1")
    )


@pytest.mark.parametrize(("query", "pinned"), [("", "corte=v1"), ("a=b", "a=b&corte=v1")])
def test_the_query_that_a_link_puts_in_stays_too(query, pinned):
    node = html.A("x", **attrs(data_query=query))
    assert render(node, staying("v1")) == render(html.A("x", **attrs(data_query=pinned)))


def test_a_form_is_not_pinned():
    node = html.Form(action="/planes")
    assert render(node, staying("v1")) == render(node)
