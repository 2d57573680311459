"""A chart with its words as one picture: a sheet as high as it needs, a card of 1200 × 630."""

from components import svg, theme
from components.charts import cutoffs
from components.charts.layouts.surface import WIDE
from components.charts.view import View
from components.images import plain_svg
from components.text_width import lines
from components.texts import t

CARD = (1200, 630)
_EDGE = 32
_WIDE_ENOUGH = 1.9


def sheet(view: View, face: str = "") -> str:
    """Return title, drawing, source and caveat under each other, 704 px wide."""
    width = WIDE.width + 2 * _EDGE
    parts: list[svg.Element] = []
    y = _EDGE - 8.0
    for text, size, weight, colour in _above(view, 22, 16):
        y = _text(parts, text, (_EDGE, y, WIDE.width), size, weight, colour)
    if len(view.frame):
        drawing = view.chart.drawing(view.frame, WIDE)
        high = drawing.height * WIDE.width / drawing.width
        parts.append(plain_svg.placed(drawing, _EDGE, y + 8, WIDE.width, high))
        y += high + 16
    for text in (_source(view), view.chart.caveat(), _signed(view)):
        y = _text(parts, text, (_EDGE, y, WIDE.width), 13, 400, theme.QUIET)
    return plain_svg.whole(width, round(y + 16), parts, face)


def card(view: View) -> str:
    """Return the picture that social networks and chats show of an address."""
    width, height = CARD
    drawing = view.chart.drawing(view.frame, WIDE) if len(view.frame) else None
    beside = drawing is not None and drawing.width / drawing.height < _WIDE_ENOUGH
    room = 500 if beside else width - 2 * 48
    parts: list[svg.Element] = []
    y = 36.0
    for text, size, weight, colour in _above(view, 34 if beside else 38, 24):
        y = _text(parts, text, (48, y, room), size, weight, colour, most=6 if beside else 2)
    bottom = height - 86
    if drawing and beside:
        parts.append(plain_svg.placed(drawing, 580, 40, 572, bottom - 56, "xMid"))
    elif drawing:
        parts.append(plain_svg.placed(drawing, 48, y + 6, width - 96, bottom - y - 18))
    parts.append(svg.element("rect", x=48, y=bottom, width=width - 96, height=1, fill=theme.RULE))
    _text(parts, _source(view), (48, bottom + 10, width - 96), 17, 400, theme.QUIET, most=1)
    _text(parts, _signed(view), (48, bottom + 38, width - 96), 19, 600, theme.INK, most=1)
    return plain_svg.whole(width, height, parts)


def _above(view: View, large: int, small: int) -> list[tuple[str, int, int, str]]:
    found = [
        (view.selection, small - 4, 400, theme.QUIET),
        (view.headed[0], large, 600, theme.INK),
        (view.headed[1], small - 2, 400, theme.QUIET),
        (view.sentence, small, 400, theme.INK),
    ]
    return [part for part in found if part[0]]


def _text(
    parts: list[svg.Element], text: str, box: tuple[float, float, float], size: int, weight: int,
    colour: str, most: int = 99,
) -> float:  # fmt: skip
    """Write a text into a box of x, y and width; return the y where the next may begin."""
    x, y, room = box
    broken = lines(text, room, size)
    if len(broken) > most:
        broken = [*broken[: most - 1], broken[most - 1].rstrip(".,;:") + "…"]
    for line in broken:
        y += size * 1.25
        parts.append(svg.text(x, y, line, font_size=size, font_weight=weight, fill=colour))
    return y + size * 0.55


def _source(view: View) -> str:
    return t("chart.source", text=view.sources)


def _signed(view: View) -> str:
    return f"{t('board.name')} · {cutoffs.line(view.chart, view.store, view.frame)}"
