"""No label below 12 px on screen: what a drawing holds, and the width that CSS gives it."""

import re

import pytest

from components.charts.layouts.surface import NARROW, ROOM, WIDE
from components.embeds.heights import EDGE, NARROW_BELOW
from tests.charges.reader import tree
from tests.contract.test_declarations import views

LEAST = 12
_REM = 16


@pytest.fixture(scope="module")
def shown(store):
    return list(views(store))


def letters(drawing):
    """Return the sizes of the letters of a drawing, in its own units."""
    return {sized(node) for node in tree(str(drawing)).all("text")}


def sized(node):
    while "font-size" not in node.attrs:
        node = node.parent
    return float(node.attrs["font-size"])


def css(root, pattern):
    text = (root / "assets" / "board.css").read_text("utf-8")
    found = re.search(pattern, text)
    assert found, f"{pattern} stands no longer in assets/board.css: hold this test to what does"
    return float(found[1])


@pytest.fixture(scope="module")
def sizes(shown):
    """Return the letters of each chart on each surface."""
    return {
        surface: {
            (slug, size) for slug, _, plot in shown for size in letters(plot.drawing(surface))
        }
        for surface in (NARROW, WIDE, ROOM)
    }


def widths(root):
    """Return the least width, px, at which CSS shows the drawing of each surface."""
    narrow = css(root, r"\.drawing\.narrow \{[^}]*min-width: ([\d.]+)rem") * _REM
    on_page = css(root, r"@container \(max-width: (\d+)px\)") + 1
    embedded = css(root, r"@media \(min-width: ([\d.]+)rem\) \{\n  \.embed \.drawing\.wide") * _REM
    assert embedded == NARROW_BELOW
    return {NARROW: narrow, WIDE: min(on_page, embedded - 2 * EDGE)}


@pytest.mark.parametrize("surface", [NARROW, WIDE], ids=lambda one: one.name)
def test_no_letter_of_a_chart_is_below_12_px_at_any_width(root, sizes, surface):
    width = widths(root)[surface]
    seen = {(slug, round(size * width / surface.width, 2)) for slug, size in sizes[surface]}
    assert {one for one in seen if one[1] < LEAST} == set()
    least = min(size for _, size in sizes[surface])
    assert least >= surface.small, "a surface says the smallest of its letters"


def test_no_letter_of_the_room_is_below_24_px(sizes):
    assert {one for one in sizes[ROOM] if one[1] < 24} == set()
