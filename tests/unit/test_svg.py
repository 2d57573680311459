"""A drawing is a value: its size, its links and its shapes are read from it, not from its text."""

import pytest

from components import outlines, svg
from components.embeds.shapes import Shapes
from components.markup import Writing, render


def test_a_drawing_says_its_size_and_writes_it():
    drawing = svg.drawing(640, 100, svg.text(1, 2.04, "a < b & c", fill="#000"), variant="wide")
    assert (drawing.width, drawing.height, drawing.variant, drawing.linked) == (
        640, 100, "wide", False,
    )  # fmt: skip
    written = str(drawing)
    assert 'viewBox="0 0 640 100" width="640" height="100" class="drawing wide"' in written
    assert 'aria-hidden="true"' in written
    assert '<text x="1" y="2" fill="#000">a &lt; b &amp; c</text></svg>' in written


def test_a_drawing_with_links_is_no_image_and_one_with_words_is():
    assert ' role="none" ' in str(svg.drawing(1, 1, linked=True))
    assert "aria-hidden" not in str(svg.drawing(1, 1, linked=True))
    named = svg.Drawing(1, 1, (), label='"x"')
    assert ' role="img" aria-label="&quot;x&quot;" ' in str(named)
    plain, linked = svg.drawing(1, 1), svg.drawing(1, 1, linked=True)
    assert not svg.Drawings((plain, plain)).linked
    assert svg.Drawings((plain, linked)).linked


def test_what_is_beside_has_no_tag_and_nothing_is_nothing():
    assert str(svg.together(svg.title("a"), None, svg.title("b"))) == (
        "<title>a</title><title>b</title>"
    )


def test_every_element_is_reached_and_changed():
    inner = svg.element("g", svg.element("rect", x=1), svg.element("rect", x=2))
    drawing = svg.drawing(1, 1, inner, None)
    assert [mark.tag for mark in drawing.walk()] == ["g", "rect", "rect"]
    changed = drawing.mapped(lambda mark: mark.with_(x=None) if mark.tag == "rect" else mark)
    assert "<g><rect/><rect/></g>" in str(changed)
    assert '<rect x="1"/>' in str(drawing), "the drawing itself stays"


@pytest.mark.parametrize("inside", [False, True])
def test_a_shape_is_named_by_its_address_and_found_by_its_layer(inside):
    shape = outlines.reference("/assets/geo/pais.svg", "departamentos", "15")
    use = svg.element("use", href=shape)
    shapes = Shapes()
    written = render(use, Writing(mark=shapes.beside)) if inside else render(use)
    assert written == (
        '<use href="#departamentos-15"/>' if inside else '<use href="/assets/geo/pais.svg#15"/>'
    )
    assert str(shapes.sheets()).count("<svg") == inside
    assert str(outlines.written_out(use)).startswith('<path d="M')
