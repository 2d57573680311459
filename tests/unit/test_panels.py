"""Panels of bars: one scale for all, and a hatch that stays inside its bar."""

import re
from decimal import Decimal

import pytest

from components.charts.layouts.panels import Panels
from components.charts.layouts.panels_parts import Bar, Panel
from components.charts.layouts.surface import NARROW, WIDE


def bar(value, kind="known", label="Categoría"):
    return Bar(label, Decimal(value), "%", float(value) / 100, kind, "accent", label)


def widths(drawing):
    found = re.findall(r'<rect [^>]*width="([\d.]+)"[^>]*fill="(?!transparent)', drawing)
    return [float(width) for width in found]


def drawn(panels, surface):
    return str(Panels(panels).drawing(surface))


@pytest.mark.parametrize("surface", [WIDE, NARROW], ids=str)
def test_lengths_follow_the_figures_across_panels(surface):
    panels = (Panel("A", (), (bar("80"), bar("20.5"))), Panel("B", (), (bar("40", "unknown"),)))
    first, second, third = widths(drawn(panels, surface))
    assert first == pytest.approx(2 * third, abs=0.2)
    assert second == pytest.approx(first * 20.5 / 80, abs=0.2)


@pytest.mark.parametrize("surface", [WIDE, NARROW], ids=str)
def test_the_longest_bar_leaves_room_for_its_figure(surface):
    drawing = drawn((Panel("A", (), (bar("100.0"), bar("0.1"))),), surface)
    room = surface.width if surface.narrow else surface.width / 2
    assert max(widths(drawing)) + 8 * len("100.0 %") < room


def test_a_hatch_stays_inside_its_bar():
    drawing = drawn((Panel("A", (), (bar("9.5", "rest"),)),), NARROW)
    x, y, width, height = map(float, re.search(
        r'<rect x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)" fill="none"', drawing
    ).groups())  # fmt: skip
    start, middle, end, thick = map(float, re.search(
        r'<line x1="([\d.]+)" y1="([\d.]+)" x2="([\d.]+)" [^>]*stroke-width="([\d.]+)" '
        r'stroke-dasharray', drawing,
    ).groups())  # fmt: skip
    assert x - 0.1 <= start < end <= x + width + 0.1
    assert y - 0.1 <= middle - thick / 2 < middle + thick / 2 <= y + height + 0.1


def test_labels_are_escaped_and_wrapped():
    long = "Publicación <en> los medios de comunicación sobre delitos de libertad"
    drawing = drawn((Panel("A", (), (bar("10", label=long),)),), WIDE)
    assert "<en>" not in drawing
    assert drawing.count("<text") >= 4
