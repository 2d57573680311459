"""The lines under a drawing of marks that say what each mark means, with its limits."""

from collections.abc import Iterable

from components import svg, theme
from components.text_width import width
from components.texts import t
from data.codes import LIGHTS

HEIGHT = 50
_SIZE, _RADIUS, _BETWEEN, _LINE = 13, 7, 16, 20
_ROOM = 340


def key(present: Iterable[str], top: float) -> svg.Element:
    """Return each mark present with its word and limits, two a line, from a height on."""
    found = set(present)
    x, parts = 2.0, []
    for light in LIGHTS:
        if light in found:
            word = t(f"lights_key.{light}")
            if x + 2 * _RADIUS + 5 + width(word, _SIZE) > _ROOM:
                x, top = 2.0, top + _LINE
            parts.append(svg.mark(light, x + _RADIUS, top + 16, _RADIUS))
            x += 2 * _RADIUS + 5
            parts.append(svg.text(x, top + 20.5, word, font_size=_SIZE,
                                  fill=svg.token("quiet", theme.QUIET)))  # fmt: skip
            x += width(word, _SIZE) + _BETWEEN
    return svg.together(*parts)
