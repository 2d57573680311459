"""How high an embed is at a width, told without a browser from its drawing and its words."""

import re

from components.charts.base import NARROW, WIDE
from components.embeds.view import View
from components.measure import height
from components.texts import t

WIDTHS = (320, 768, 1200)
EDGE, GAP = 16, 10
TWO_COLUMNS, NARROW_BELOW = 960, 600
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LOWEST_DRAWING = 140
_SMALL, _PLAIN, _HEAD = 14, 16, 20
_DETAILS = 32


def drawing_height(view: View, room: float, narrow: bool) -> float:
    """Return the height of the drawing in a column of `room` px; 0 where there is none."""
    if not len(view.frame):
        return 0
    found = _SIZE.search(view.chart.sketch(view.frame, NARROW if narrow else WIDE))
    wide, high = (float(found[1]), float(found[2])) if found else (WIDE, WIDE)
    return min(room, wide) * high / wide


def words_height(view: View, room: float, controls: bool) -> tuple[float, float]:
    """Return the height of the words above the drawing and of those under it."""
    controls_height = 70 * len(view.chart.narrows) if room < 500 else 120
    above = [
        (view.selection, _SMALL, 1.45),
        (view.title, _HEAD, 1.2),
        (view.sentence, _PLAIN, 1.45),
    ]
    below = [
        (view.chart.caveat(), _SMALL, 1.45),
        (t("chart.source", text=view.sources if view.folds else view.footnote), _SMALL, 1.45),
        (t("board.cutoff", year=view.store.latest, version=view.store.version), _SMALL, 1.45),
        (t("embed.back", name=t("board.name")), _SMALL, 1.7),
        (t("embed.help"), _SMALL, 1.45),
    ]
    top, bottom = (
        sum(height(text, room, size, leading) + GAP for text, size, leading in part if text)
        for part in (above, below)
    )
    return top + controls_height * controls, bottom + (_DETAILS + GAP) * (2 if view.folds else 1)


def embed_height(view: View, width: int, controls: bool = False) -> int:
    """Return the height in px at which the whole embed shows, its table closed."""
    room = width - 2 * EDGE
    if width >= TWO_COLUMNS and len(view.frame):
        side = room - WIDE - 2 * EDGE
        top, bottom = words_height(view, side, controls)
        return round(max(drawing_height(view, WIDE, narrow=False), top + bottom) + 2 * EDGE)
    top, bottom = words_height(view, room, controls)
    drawn = drawing_height(view, room, narrow=width < NARROW_BELOW)
    return round(top + drawn + bottom + GAP + 2 * EDGE)


def drawing_limits(view: View, alto: int, controls: bool) -> tuple[int, int]:
    """Return how high the wide and the narrow drawing may be for all to fit in `alto` px."""
    limits = []
    for width in (NARROW_BELOW, WIDTHS[0]):
        top, bottom = words_height(view, width - 2 * EDGE, controls)
        limits.append(max(_LOWEST_DRAWING, round(alto - top - bottom - GAP - 2 * EDGE)))
    return limits[0], limits[1]
