"""A matrix as SVG: names of rows at the left, of columns over them, a mark where they meet."""

from itertools import accumulate, pairwise

from components import svg
from components.charts.layouts.marks import Parts, block, mark
from components.charts.layouts.matrix_spec import MatrixSpec, Row
from components.charts.layouts.surface import Surface
from components.text_width import width

_LEADING, _TALL, _MOST = 1.08, 1.75, 0.42


def drawing(plot: MatrixSpec, on: Surface) -> svg.Drawing:
    """Return the grid with its key; in the room, rows that say the same stand as one."""
    letter, rows = on.letter, plot.gathered if on.staged else plot.rows
    longest = max(width(row.label, letter) for row in rows) + letter
    left, heads = min(longest, on.width * _MOST), _heads(plot, on)
    wanted = [letter * (_LEADING * len(head) + 0.5 if on.staged else _TALL) for head in heads]
    part = min(1, (on.width - left - 2) / sum(wanted))
    edges = list(accumulate((wide * part for wide in wanted), initial=left))
    tops = [max(width(line, letter) for head in heads for line in head) + letter * 0.8]
    parts = [*_upright(heads, edges, tops[0] - letter * 0.4, letter)]
    pad = -0.02 * letter if on.staged else (_TALL - _LEADING) / 2 * letter
    for row in rows:
        place = (left - letter * 0.5, tops[-1] + pad)
        label, under = block(row.label, place, left - letter * 0.6, letter, lead=_LEADING,
                             text_anchor="end")  # fmt: skip
        parts += [*label, *_cells(plot, row, edges, tops[-1], under + pad)]
        tops.append(under + pad)
    right, bottom = edges[-1], tops[-1]
    rules = [svg.line((0, y), (right, y), svg.paint("rule")) for y in tops]
    rules += [svg.line((x, tops[0]), (x, bottom), svg.paint("rule")) for x in edges[:-1]]
    return plot.key.closing(on, rules + parts, bottom + letter * 0.2)


def _heads(plot: MatrixSpec, on: Surface) -> list[list[str]]:
    """Return the name of each column; in the room, in two lines where it has two words."""
    if not on.staged:
        return [[name] for name in plot.columns]
    words = [(each, -(-len(each) // 2)) for each in (name.split(" ") for name in plot.columns)]
    return [[" ".join(half) for half in (w[:cut], w[cut:]) if half] for w, cut in words]


def _upright(heads: list[list[str]], edges: list[float], y: float, letter: float) -> Parts:
    """Write the names of the columns, which stand upright."""
    for head, (left, right) in zip(heads, pairwise(edges), strict=True):
        first = (left + right) / 2 + letter * (0.33 - _LEADING / 2 * (len(head) - 1))
        for index, line in enumerate(head):
            x = first + letter * _LEADING * index
            yield svg.text(x, y, line, transform=f"rotate(-90 {x:.1f} {y:.1f})", font_size=letter,
                           fill=svg.paint("ink"))  # fmt: skip


def _cells(plot: MatrixSpec, row: Row, edges: list[float], top: float, bottom: float) -> Parts:
    """Draw the mark of each cell, which can be touched anywhere in it; pale if not chosen."""
    sides = dict(zip(plot.columns, pairwise(edges), strict=True))
    radius = min(right - left for left, right in sides.values()) * 0.3
    for cell in row.cells:
        kind, (left, right) = plot.kinds[cell.kind], sides[cell.column]
        colour = svg.paint("band-2" if cell.faint else kind.token)
        glyph = svg.glyph(kind.symbol, colour, (left + right) / 2, (top + bottom) / 2, radius)
        yield mark(row.title(cell, kind), glyph, hit=(left, top, right - left, bottom - top))
