"""The tokens of the face, for what CSS does not reach: figures and their marks.

The same values stand in assets/board.css; a contract test keeps both equal.
"""

from data.codes import Light

INK = "#12263a"
QUIET = "#4a5968"
RULE = "#d5dade"
PAPER = "#fcfbf8"
WASH = "#f1f3f4"
ACCENT = "#0b4f8a"
# What the browser paints around a page where the system asks for dark.
DARK_PAPER = "#0f1820"
FONT = "'Tablero Sans','Tablero Sans Arial','Tablero Sans Roboto',sans-serif"

PENDING_MARK = "◌"
CASES = ("#dbe8f3", "#aecce5", "#74a6d1", "#3a79b3", "#123f73")
BANDS = ("#eef0f2", "#e0e4e8", "#cfd6dc")


class _Lights(dict[Light, str]):
    """What each light has; one that only an earlier version knew has what no light has."""

    def __missing__(self, light: str) -> str:
        return self["sin-dato"]


LIGHT_COLOUR = _Lights(
    {"rojo": "#a8322a", "ambar": "#9e5d00", "verde": "#17746c", "sin-dato": "#616d78"}
)
LIGHT_MARK = _Lights({"rojo": "▼", "ambar": "◆", "verde": "●", "sin-dato": "○"})
LIGHT_SYMBOL = _Lights(
    {"rojo": "triangle-down", "ambar": "diamond", "verde": "circle", "sin-dato": "circle-open"}
)
COLOURS = {
    "ink": INK, "quiet": QUIET, "rule": RULE, "paper": PAPER, "wash": WASH, "accent": ACCENT,
    **{f"case-{index}": colour for index, colour in enumerate(CASES, 1)},
    **{f"band-{index}": colour for index, colour in enumerate(BANDS)},
    **{f"light-{light}": colour for light, colour in LIGHT_COLOUR.items()},
}  # fmt: skip
"""Every colour by its name, which is that of its token in a page."""
