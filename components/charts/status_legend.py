"""The line under a drawing of marks that says what each mark means."""

from collections.abc import Iterable

from components import svg, theme
from components.text_width import width
from components.texts import t
from data.codes import LIGHTS

HEIGHT = 30
_SIZE, _RADIUS, _BETWEEN = 13, 7, 16


def key(present: Iterable[str], top: float) -> svg.Element:
    """Return one line with each mark present and its word, from a height on."""
    found = set(present)
    x, parts = 2.0, []
    for light in LIGHTS:
        if light in found:
            word = t(f"lights.{light}")
            parts.append(svg.mark(light, x + _RADIUS, top + 16, _RADIUS))
            x += 2 * _RADIUS + 5
            parts.append(svg.text(x, top + 20.5, word, font_size=_SIZE,
                                  fill=svg.token("quiet", theme.QUIET)))  # fmt: skip
            x += width(word, _SIZE) + _BETWEEN
    return svg.together(*parts)
