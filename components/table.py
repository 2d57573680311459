"""Tables and what stands in their cells: status, advance, links, names of institutions."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components import theme
from components.band_counts import band_word
from components.format import ABSENT, percent
from components.institution_names import short_name
from components.markup import attrs
from components.texts import t
from data.codes import Light
from data.model import Avance, Valor
from data.store import Store

Cell = Any


def status(light: Light, amount: int = 1) -> Component:
    """Return a status as shape, word and colour, in agreement with an amount."""
    return html.Span(
        [
            html.Span(theme.LIGHT_MARK[light], className="mark", **attrs(aria_hidden="true")),
            band_word(light, amount),
        ],
        className=f"status {light}",
    )


def state(value: Valor) -> Component:
    """Return the status of a value: its band, or that its year has not closed."""
    if value.estado != "por-vencer":
        return status(value.semaforo)
    mark = html.Span(theme.PENDING_MARK, className="mark", **attrs(aria_hidden="true"))
    return html.Span([mark, t("states.por-vencer")], className="status por-vencer")


def advance(row: Valor | Avance) -> list[Cell]:
    """Return an advance as printed, with «calculado» where it is ours."""
    note = html.Small(f" {t('words.calculated')}", className="computed") if row.computed else None
    return [percent(row.percent), note]


def table(
    caption: str, head: Sequence[Cell], rows: Sequence[Sequence[Cell]], numeric: Sequence[int] = ()
) -> Component:
    """Return a table that becomes a list of records on a narrow screen.

    `numeric` columns align right. The roles are written out because CSS takes them away when
    the rows are laid out as blocks.
    """
    sides = ["number" if index in numeric else None for index in range(len(head))]
    empty = _empty_cells([_words(cell) for cell in head], sides)
    heading = [
        html.Th(cell, scope="col", className=side, role="columnheader", **_sorted(cell))
        for cell, side in zip(head, sides, strict=True)
    ]
    empty_row, absent = html.Tr(role="row"), _absent()
    body = [_line(row, empty_row, empty, absent) for row in rows]
    parts = [
        html.Caption(caption, className="unseen"),
        html.Thead(html.Tr(heading, role="row", **_chosen(head)), role="rowgroup"),
        html.Tbody(body, role="rowgroup"),
    ]
    return html.Div(
        html.Table(parts, role="table"),
        className="scroller",
        tabIndex="0",
        role="region",
        **attrs(aria_label=caption),
    )


def _empty_cells(names: list[str], sides: list[str | None]) -> list[Component]:
    """Return a cell of each column without its content: Dash takes long to make one."""
    first = html.Th(scope="row", role="rowheader", className=next(iter(sides), None))
    others = zip(names[1:], sides[1:], strict=True)
    return [
        first,
        *(html.Td(role="cell", className=side, **attrs(data_label=name)) for name, side in others),
    ]


def _line(
    row: Sequence[Cell], empty_row: Component, empty_cells: list[Component], absent: Cell
) -> Component:
    said = [content if not place else _spoken(content, absent) for place, content in enumerate(row)]
    cells = [_filled(cell, content) for cell, content in zip(empty_cells, said, strict=True)]
    return _filled(empty_row, cells)


def _filled(empty: Component, content: Cell) -> Component:
    """Return a copy of a component with its content: `copy` takes several times as long."""
    whole = Component.__new__(type(empty))
    vars(whole).update(vars(empty), children=content)
    return whole


def _spoken(cell: Cell, absent: Cell) -> Cell:
    """Give the sign of an absence, and the ND that a source prints, the words they stand for."""
    if cell == "ND":
        return html.Abbr(cell, title=t("states.nd"))
    return absent if cell in (ABSENT, [ABSENT, None]) else cell


def _absent() -> Cell:
    """Return the sign of an absence with its words: one serves all cells that lack a value."""
    sign = html.Span(ABSENT, **attrs(aria_hidden="true"))
    return [sign, html.Span(t("access.absent"), className="unseen")]


def _sorted(cell: Cell) -> dict[str, Any]:
    """Say to whom does not see the arrow of a heading that the rows follow its column."""
    order = {"↑": "ascending", "↓": "descending"}.get(str(getattr(cell, "children", ""))[-1:])
    return attrs(aria_sort=order)


def _chosen(head: Sequence[Cell]) -> dict[str, Any]:
    """Name the headings that order the rows: on a phone they stand in a line of their own."""
    ordering = any(hasattr(cell, "data-query") for cell in head)
    return attrs(data_label=t("access.order")) if ordering else {}


def _words(cell: Cell) -> str:
    return str(getattr(cell, "children", cell)).rstrip(" ↑↓")


def indicator_link(code: str, text: str | None = None) -> Component:
    """Return a link to the sheet of an indicator."""
    return html.A(text or code, href=f"/indicadores/{code}", className="code" if not text else None)


def entity(store: Store, initials: str) -> Component:
    """Return the initials of an institution with its full name at hand."""
    known = store.entities.get(initials)
    if known and short_name(known) != initials:
        return html.Span(short_name(known))
    return html.Abbr(initials, title=known.nombre if known else initials)
