"""How high an embed is at a width, told without a browser from its drawing and its words."""

import re
from math import ceil

from components.charts.base import NARROW, WIDE
from components.embeds.own_filters import amount
from components.embeds.view import View
from components.measure import height
from components.texts import t

WIDTHS = (320, 768, 1200)
EDGE, GAP = 16, 10
TWO_COLUMNS, NARROW_BELOW = 960, 600
# The two columns of a wide embed, as in assets/board.css: words, then the drawing.
_SIDE_LEAST, _SIDE_SHARE, _SIDE_MOST, _BETWEEN, _WIDEST = 240, 0.3, 480, 32, 768
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_LOWEST_DRAWING = 140
_SMALL, _PLAIN, _HEAD = 14, 16, 20
_DETAILS = 32
_FIELD, _FIELD_HIGH, _BETWEEN_FIELDS = 128, 62, 8


def drawing_height(view: View, room: float, narrow: bool, widest: float) -> float:
    """Return the height of the drawing, scaled to a column of `room` px; 0 without a drawing."""
    if not len(view.frame):
        return 0
    found = _SIZE.search(view.chart.sketch(view.frame, NARROW if narrow else WIDE))
    wide, high = (float(found[1]), float(found[2])) if found else (WIDE, WIDE)
    return min(room, widest) * high / wide


def words_height(view: View, room: float, controls: bool) -> tuple[float, float]:
    """Return the height of the words above the drawing and of those under it."""
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
    form = _form_height(view, room) if controls else 0
    return top + form, bottom + (_DETAILS + GAP) * (2 if view.folds else 1)


def _form_height(view: View, room: float) -> float:
    """Return the height of the own filters: as many beside each other as fit, and a button."""
    fields = amount(view)
    per_line = max(1, int((room + _BETWEEN_FIELDS) // (_FIELD + _BETWEEN_FIELDS)))
    return -(-(fields + 1) // per_line) * (_FIELD_HIGH + _BETWEEN_FIELDS) + GAP if fields else 0


def embed_height(view: View, width: int, controls: bool = False) -> int:
    """Return the height in px at which the whole embed shows, its table closed."""
    room = width - 2 * EDGE
    if width >= TWO_COLUMNS and len(view.frame):
        side = min(max(_SIDE_LEAST, _SIDE_SHARE * room), _SIDE_MOST)
        top, bottom = words_height(view, side, controls)
        column = min(room - side - _BETWEEN, _WIDEST)
        drawn = drawing_height(view, column, narrow=False, widest=_WIDEST)
        return ceil(max(drawn, top + bottom) + 2 * EDGE) + 1
    top, bottom = words_height(view, room, controls)
    drawn = drawing_height(view, room, narrow=width < NARROW_BELOW, widest=WIDE)
    return round(top + drawn + bottom + GAP + 2 * EDGE)


def drawing_limits(view: View, alto: int, controls: bool) -> dict[str, int]:
    """Return how high a wide, a narrow and a side drawing may be for all to fit in `alto` px."""
    limits = {"side": max(_LOWEST_DRAWING, alto - 2 * EDGE)}
    for name, width in (("wide", NARROW_BELOW), ("narrow", WIDTHS[0])):
        top, bottom = words_height(view, width - 2 * EDGE, controls)
        limits[name] = max(_LOWEST_DRAWING, round(alto - top - bottom - GAP - 2 * EDGE))
    return limits
