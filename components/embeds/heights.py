"""How high an embed is at a width, told without a browser from its drawing and its words."""

from collections.abc import Iterable
from math import ceil

from components.charts.layouts.surface import NARROW, WIDE
from components.charts.view import View
from components.embeds.embed_words import GAP, SMALL, Words
from components.text_width import height

WIDTHS = (320, 768, 1200)
EDGE = 16
TWO_COLUMNS, TWO_NOTES, NARROW_BELOW = 960, 720, 624
_LIMITED = {"side": TWO_COLUMNS, "article": TWO_NOTES, "wide": NARROW_BELOW, "narrow": WIDTHS[0]}
_NARROW_WIDEST = 416
# What is narrower than that scrolls: letters stay as high as they are read (assets/board.css).
_NARROW_LEAST, _SCROLLER = 288, 16
# The two columns of a wide embed, as in assets/board.css: words, then the drawing.
_SIDE_LEAST, _SIDE_SHARE, _SIDE_MOST, _BETWEEN, _WIDEST = 240, 0.3, 480, 32, 768
_UNEVEN = 32
_FIELD, _FIELD_HIGH, _BETWEEN_FIELDS = 128, 62, 8


def drawing_height(view: View, room: float, narrow: bool, widest: float) -> float:
    """Return the height of the drawing, scaled to a column of `room` px; 0 without a drawing."""
    if not len(view.frame):
        return 0
    shape = view.shapes[(NARROW if narrow else WIDE).width]
    if narrow and room < _NARROW_LEAST:
        return _NARROW_LEAST * shape + _SCROLLER
    return min(room, widest) * shape


def words_height(words: Words, width: int) -> tuple[float, float]:
    """Return the height of the words above the drawing and of those under it, at a width."""
    room = _words_room(width) if words.has_drawing else width - 2 * EDGE
    top = sum(height(text, room, size, leading) + GAP for text, size, leading in words.above)
    bottom = words.folds_height + _notes_height(words, width, room)
    return top + _form_height(words.list_count, room), bottom


def _words_room(width: int) -> float:
    """Return the width of the words: all that there is, or a column beside the drawing."""
    room = width - 2 * EDGE
    if width < TWO_COLUMNS:
        return room
    return min(max(_SIDE_LEAST, _SIDE_SHARE * room), _SIDE_MOST)


def _notes_height(words: Words, width: int, room: float) -> float:
    """Return the height of source, caveat, cut-off and links; two columns where that reads well."""
    apart = TWO_NOTES <= width < TWO_COLUMNS
    column = (room - _BETWEEN) / 2 if apart else room
    total = sum(height(text, column, SMALL, leading) + GAP for text, leading in words.notes)
    # The address in words, which a sandbox shows, breaks anywhere.
    total += words.sources_height + ceil(words.address_width / column) * SMALL * 1.45 + GAP
    return total / 2 + _UNEVEN if apart else total


def _form_height(fields: int, room: float) -> float:
    """Return the height of the own filters: as many beside each other as fit, and a button."""
    per_line = max(1, int((room + _BETWEEN_FIELDS) // (_FIELD + _BETWEEN_FIELDS)))
    return -(-(fields + 1) // per_line) * (_FIELD_HIGH + _BETWEEN_FIELDS) + GAP if fields else 0


def embed_height(view: View, width: int, controls: bool = False) -> int:
    """Return the height in px at which the whole embed shows, its table closed."""
    return embed_heights(view, [width], controls)[0]


def embed_heights(view: View, widths: Iterable[int], controls: bool = False) -> list[int]:
    """Return the height in px at each of some widths, from words that are found once."""
    words = Words.of(view, controls)
    return [_height(view, words, width) for width in widths]


def _height(view: View, words: Words, width: int) -> int:
    top, bottom = words_height(words, width)
    if width >= TWO_COLUMNS and words.has_drawing:
        return ceil(max(_drawn(view, width), top + bottom) + 2 * EDGE) + 1
    return ceil(top + _drawn(view, width) + bottom + GAP + 2 * EDGE) + 1


def _drawn(view: View, width: int) -> float:
    """Return the height of the drawing at a width of the embed."""
    room = width - 2 * EDGE
    if width >= TWO_COLUMNS:
        column = min(room - _words_room(width) - _BETWEEN, _WIDEST)
        return drawing_height(view, column, narrow=False, widest=_WIDEST)
    narrow = width < NARROW_BELOW
    return drawing_height(view, room, narrow, widest=_NARROW_WIDEST if narrow else WIDE.width)


def _legible(view: View, width: int) -> float:
    """Return the height at which the smallest letters of the drawing of a width have 12 px."""
    if not len(view.frame):
        return 0
    surface = NARROW if width < NARROW_BELOW else WIDE
    return view.shapes[surface.width] * surface.least


def drawing_limits(view: View, alto: int, controls: bool) -> dict[str, int]:
    """Return how high the drawing of each width may be for all to fit in `alto` px.

    Never so low that its letters fall below 12 px: a frame that scrolls reads better.
    """
    limits, words = {}, Words.of(view, controls)
    for name, width in _LIMITED.items():
        around = 0 if width >= TWO_COLUMNS else sum(words_height(words, width)) + GAP
        limits[name] = round(max(alto - around - 2 * EDGE, _legible(view, width)))
    return limits
