import dash_bootstrap_components as dbc
from dash import html

from components.markup import attrs, render


def test_text_and_attributes_are_escaped():
    node = html.P('<b> & "x"', title='"><script>')
    assert render(node) == '<p title="&quot;&gt;&lt;script&gt;">&lt;b&gt; &amp; "x"</p>'


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
