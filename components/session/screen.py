"""What a screen of the room is, and how lists and drawings become screens."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dash import html
from dash.development.base_component import Component

from components import explained
from components.charts.chart import Record, records
from components.charts.view import View
from components.format import percent
from components.session.drawings import drawn
from components.session.room_lines import fitting, room
from components.table import Cell, table
from components.texts import t
from data.model import Indicador, Valor
from data.publish import provenance
from data.query.ordering import Pair
from data.store import Store

_PLACES = 3
Figures = Mapping[str, Sequence[Record]]


@dataclass(frozen=True, slots=True)
class Screen:
    """One message: its heading is the finding; `source` and `page` say where it comes from.

    code: what tells its screen from the others of its point; more: what the note adds, names in
    full; figures: the rows shown, by the name of their table or chart, for the annex.
    """

    heading: str
    body: Sequence[Cell]
    source: str = ""
    page: str = "/"
    code: str = ""
    more: Sequence[str] = ()
    figures: Figures = field(default_factory=dict)


def cited(store: Store, sources: Sequence[str]) -> str:
    """Cite the places of some rows; many are named by their documents."""
    places = store.cited(sources)
    if provenance.copied(places):
        return t("chart.source", text=f"{provenance.documents(places)}.")
    if len(places) <= _PLACES:
        return t("chart.source", text=provenance.places(places))
    return t("chart.sources", amount=len(places), text=provenance.documents(places))


def chart_screen(view: View, heading: str = "", said: Sequence[str] = ()) -> Screen:
    """Return a chart of the registry alone on its screen; its sentence is the finding.

    `said` are sentences that stand under the drawing.
    """
    picture = drawn(view) if len(view.frame) else None
    body = [html.P(view.chart.caveat()) if picture is None else picture]
    body += [html.P(text, className="reason") for text in said]
    return Screen(
        (heading or view.sentence).removesuffix("."), body, sources_of(view),
        view.chart.at(view.filters, view.frame), more=[view.title, view.chart.caveat()],
        figures={view.chart.slug: records(view.frame)},
    )  # fmt: skip


def sources_of(view: View) -> str:
    """Cite the places of the rows of a view."""
    return cited(view.store, list(view.frame.get("fuente", ())))


def values(store: Store, pairs: Iterable[Pair]) -> list[Record]:
    """Return the rows of some indicators as the annex lists them."""
    return [
        {"nombre": row.nombre, "responsable": explained.named(store, row, value.anio),
         "unidad": row.unidad}
        | value.model_dump()
        for row, value in pairs
    ]  # fmt: skip


def who(store: Store, row: Indicador, year: int) -> Component:
    """Return who answers as a cell that may take two lines."""
    return html.Span(explained.named(store, row, year), className="wraps")


def amount(row: Valor) -> list[Cell]:
    """Return the advance of a cell; that it is ours stands on a line of its own."""
    note = [html.Br(), html.Small(t("words.calculated"))] if row.computed else []
    return [percent(row.percent), *note]


def pages(
    caption: str,
    head: Sequence[str],
    rows: Sequence[Sequence[Cell]],
    size: int,
    numeric: Sequence[int] = (),
) -> Iterator[tuple[str, Component]]:
    """Cut a list into tables that fit a screen, each with «1 de 3» where there are several."""
    found = [rows[start : start + size] for start in range(0, len(rows), size)]
    for index, shown in enumerate(found, 1):
        said = part(index, len(found))
        yield said, table(caption + said, head, shown, numeric)


def fitted(
    caption: str,
    head: Sequence[str],
    rows: Sequence[tuple[Sequence[Cell], float]],
    numeric: Sequence[int] = (),
) -> Iterator[tuple[str, Component]]:
    """Cut a list whose rows are whole, each with its height, into tables that fit a screen."""
    most = room(caption + part(len(rows), len(rows) + 1))
    found = [rows[one] for one in fitting([high for _, high in rows], most)]
    for index, shown in enumerate(found, 1):
        said = part(index, len(found))
        yield said, table(caption + said, head, [cells for cells, _ in shown], numeric)


def titled(heading: str) -> str:
    """Return a heading as it is set: its figures keep their sign on their line."""
    return heading.replace(" %", "\N{NO-BREAK SPACE}%")


def part(index: int, amount: int) -> str:
    """Return what a heading adds where it goes on: «(1 de 3)»."""
    return t("sesion.part", index=index, amount=amount) if amount > 1 else ""


def short(name: str, lines: int = 2) -> Component:
    """Return a name that the room cuts after some lines; on paper and in the note it is whole."""
    return html.Span(name, className=f"cut-{lines}")
