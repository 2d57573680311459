"""Links by corridor, as the room reads them: from which places, to which, under which heading."""

from typing import Any

from components import svg
from components.charts.layouts.curves import Curve
from components.charts.layouts.flows_spec import Corridor, FlowsSpec
from components.charts.layouts.key import Key
from components.charts.layouts.marks import Drawn, block, mark
from components.charts.layouts.strokes import stroke
from components.charts.layouts.surface import Surface
from components.format import joined

_LEADING, _GAP, _ARROW = 1.06, 0.15, 3.4
_HEADING, _STARTS = 0.19, 0.41


def corridors(plot: FlowsSpec, on: Surface) -> svg.Drawing:
    """Return a row per corridor: its heading, where it starts, an arrow, where it ends."""
    y, before, written = 0.0, "", []
    for one in plot.corridors():
        row, bottom = _row(plot, one, on, y, "" if one.group == before else one.group)
        written += row
        y, before = bottom + _GAP * on.letter, one.group
    links = tuple(entry for kind, entry in plot.entries.items() if not plot.kinds[kind].symbol)
    return Key(links).closing(on, written, y)


def _row(plot: FlowsSpec, one: Corridor, on: Surface, y: float, heading: str) -> Drawn:
    """Return a corridor as one mark, and the height under it."""
    letter, kind = on.letter, plot.kinds[one.kind]
    left, middle = on.width * _HEADING, on.width * (_HEADING + _STARTS)
    end = middle + letter * _ARROW
    starts, ends = (joined([plot.places[key].name for key in keys])
                    for keys in (one.starts, one.ends))  # fmt: skip
    look: dict[str, Any] = {"fill": None, "lead": _LEADING}
    cells = [block(heading, (0, y), left - letter / 2, letter, font_weight=600, **look),
             block(starts, (left, y), middle - left, letter, **look),
             block(ends, (end, y), on.width - end, letter, **look)]  # fmt: skip
    line, colour = y + 0.7 * letter, svg.paint("band-2" if one.faint else kind.token)
    arrow = Curve((middle + letter * 0.4, line), (middle + letter * 2.8, line))
    drawn = mark(
        f"{starts} → {ends}: {kind.word}, {one.group}",
        *(text for texts, _ in cells for text in texts),
        stroke(arrow, kind.dashed, colour, letter * 0.4, on.stroke),
    )  # fmt: skip
    ink = svg.paint("light-sin-dato" if one.faint else "ink")
    return [drawn.with_(fill=ink)], max(bottom for _, bottom in cells)
