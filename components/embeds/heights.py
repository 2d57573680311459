"""How high an embed is at a width, told without a browser from its drawing and its words."""

from math import ceil

from components import explained
from components.charts import cutoffs
from components.charts.chart import records
from components.charts.layouts.surface import NARROW, WIDE
from components.charts.view import View
from components.embeds.own_filters import amount
from components.text_width import height
from components.text_width import width as text_width
from components.texts import t

WIDTHS = (320, 768, 1200)
EDGE, GAP = 16, 10
TWO_COLUMNS, TWO_NOTES, NARROW_BELOW = 960, 720, 624
_LIMITED = {"side": TWO_COLUMNS, "article": TWO_NOTES, "wide": NARROW_BELOW, "narrow": WIDTHS[0]}
_NARROW_WIDEST = 416
# What is narrower than that scrolls: letters stay as high as they are read (assets/board.css).
_NARROW_LEAST, _SCROLLER = 288, 16
# The two columns of a wide embed, as in assets/board.css: words, then the drawing.
_SIDE_LEAST, _SIDE_SHARE, _SIDE_MOST, _BETWEEN, _WIDEST = 240, 0.3, 480, 32, 768
_UNEVEN = 32
_SMALL, _PLAIN, _HEAD = 14, 16, 20
_DETAILS = 32
# As wide as https://tablero.institucion.gob.pe.
_ORIGIN = 240
_FIELD, _FIELD_HIGH, _BETWEEN_FIELDS = 128, 62, 8


def drawing_height(view: View, room: float, narrow: bool, widest: float) -> float:
    """Return the height of the drawing, scaled to a column of `room` px; 0 without a drawing."""
    if not len(view.frame):
        return 0
    shape = view.shapes[(NARROW if narrow else WIDE).width]
    if narrow and room < _NARROW_LEAST:
        return _NARROW_LEAST * shape + _SCROLLER
    return min(room, widest) * shape


def words_height(view: View, width: int, controls: bool) -> tuple[float, float]:
    """Return the height of the words above the drawing and of those under it, at a width."""
    room = _words_room(width) if len(view.frame) else width - 2 * EDGE
    above = [
        (view.selection, _SMALL, 1.45),
        (view.headed[0], _HEAD, 1.2),
        (view.headed[1], _SMALL, 1.45),
        (view.sentence, _PLAIN, 1.45),
    ]
    top = sum(height(text, room, size, leading) + GAP for text, size, leading in above if text)
    told = (_DETAILS + GAP) * bool(view.corrected and not view.filters.corte)
    table = (_DETAILS + GAP) * bool(len(view.frame)) + told
    form = _form_height(view, room) if controls else 0
    return top + form, table + _notes_height(view, width, room)


def _words_room(width: int) -> float:
    """Return the width of the words: all that there is, or a column beside the drawing."""
    room = width - 2 * EDGE
    if width < TWO_COLUMNS:
        return room
    return min(max(_SIDE_LEAST, _SIDE_SHARE * room), _SIDE_MOST)


def _notes_height(view: View, width: int, room: float) -> float:
    """Return the height of source, caveat, cut-off and links; two columns where that reads well."""
    apart = TWO_NOTES <= width < TWO_COLUMNS
    column = (room - _BETWEEN) / 2 if apart else room
    notes = [
        (t("chart.source", text=view.sources if view.folds else view.footnote), 1.45),
        (view.chart.caveat(), 1.45),
        (cutoffs.line(view.chart, view.store, view.frame), 1.45),
        (t("embed.back", name=t("board.name")), 1.7),
        (f"{t('embed.reply')} {t('embed.reply_place')}", 1.7),
        (t("embed.help"), 1.45),
        *((text, 1.45) for text in _explained(view)),
    ]
    total = sum(height(text, column, _SMALL, leading) + GAP for text, leading in notes)
    total += (_DETAILS + GAP) * view.folds + _where_height(view, column)
    return total / 2 + _UNEVEN if apart else total


def _where_height(view: View, column: float) -> float:
    """Return the room kept for the address in words, which a sandbox shows; it breaks anywhere."""
    long = _ORIGIN + text_width(view.place, _SMALL)
    return ceil(long / column) * _SMALL * 1.45 + GAP


def last_result(view: View) -> int | None:
    """Return the year of the last result of the indicator shown; None for any other chart."""
    years = [row["anio"] for row in records(view.frame) if row.get("valor_obtenido") is not None]
    return years[-1] if view.filters.codigo and years else None


def _explained(view: View) -> list[str]:
    year = last_result(view)
    return explained.sentences(view.store, view.filters.codigo, year) if year else []


def _form_height(view: View, room: float) -> float:
    """Return the height of the own filters: as many beside each other as fit, and a button."""
    fields = amount(view)
    per_line = max(1, int((room + _BETWEEN_FIELDS) // (_FIELD + _BETWEEN_FIELDS)))
    return -(-(fields + 1) // per_line) * (_FIELD_HIGH + _BETWEEN_FIELDS) + GAP if fields else 0


def embed_height(view: View, width: int, controls: bool = False) -> int:
    """Return the height in px at which the whole embed shows, its table closed."""
    top, bottom = words_height(view, width, controls)
    if width >= TWO_COLUMNS and len(view.frame):
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
    limits = {}
    for name, width in _LIMITED.items():
        top, bottom = words_height(view, width, controls)
        words = 0 if width >= TWO_COLUMNS else top + bottom + GAP
        limits[name] = round(max(alto - words - 2 * EDGE, _legible(view, width)))
    return limits
