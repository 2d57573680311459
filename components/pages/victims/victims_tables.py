"""The tables of the page of victims: registers by year, what each counts, what stands apart."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record
from components.format import ABSENT, joined, number, span
from components.pages.territories.registers import counts
from components.table import indicator_link, table
from components.texts import t
from components.truncated_list import cut
from data.model import Cifra, Incidencia, NotaIncidencia, PuntoSerie
from data.publish import provenance
from data.query import people_counted
from data.store import Store


def side(title: str, rows: Sequence[Record]) -> Component:
    """Return one line per register and one column per year."""
    years = sorted({row["anio"] for row in rows})
    registers = dict.fromkeys(row["serie"] for row in rows)
    held = {(row["serie"], row["anio"]): row for row in rows}
    names = {row["serie"]: _name(row) for row in rows}
    body: list[list[Any]] = [
        [names[one], *(_figure(held.get((one, year))) for year in years)] for one in registers
    ]
    head = [t("victimas.register"), *map(str, years)]
    listed = table(title, head, body, numeric=range(1, len(head)))
    return html.Div([html.P(t("victimas.side_lead"), className="caveat"), listed])


def _name(row: Record) -> str:
    return t("victimas.says", body=row["institucion"], counted=row["que_cuenta"])


def _figure(row: Record | None) -> str:
    if row is None:
        return ABSENT
    return number(row["valor"]) if row["valor"] is not None else t(f"states_short.{row['estado']}")


def registers(store: Store, rows: Sequence[Record]) -> Component:
    """Return what each register counts in the words of its source, where it breaks, what it omits.

    The words are the categories of its figures; what it leaves out is what the tables note.
    """
    found: dict[str, list[PuntoSerie]] = {}
    shown = {row["serie"] for row in rows}
    for point in store.rows(PuntoSerie):
        if point.serie in shown:
            found.setdefault(point.serie, []).append(point)
    head = [t(f"victimas.{name}") for name in ("register", "counts", "breaks", "leaves")]
    body = [_register(store, points) for points in found.values()]
    title = t("victimas.which")
    none = html.P(t("victimas.none")) if not body else None
    return html.Section([html.H2(title), none, table(title, head, body) if body else None],
                        id="que-cuenta")  # fmt: skip


def _register(store: Store, points: Sequence[PuntoSerie]) -> list[Any]:
    first = points[0]
    name = t("victimas.says", body=first.institucion, counted=first.que_cuenta)
    words = dict.fromkeys(point.categoria for point in points if point.categoria != "Total")
    breaks = dict.fromkeys(point.nota for point in points if point.nota)
    notes = _noted(store, points)
    return [name, _lines(words) or counts(first.indicador), _lines(breaks), _lines(notes) or ABSENT]


def _noted(store: Store, points: Sequence[PuntoSerie]) -> dict[str, None]:
    """Return each note on the figures of a register, after the years that it is of."""
    found: dict[str, list[str]] = {}
    for point in points:
        note, row = (store.exact(kind).get(_key(point)) for kind in (NotaIncidencia, Incidencia))
        if (
            isinstance(note, NotaIncidencia)
            and isinstance(row, Incidencia)
            and row.valor is not None
        ):
            found.setdefault(note.nota, []).append(point.periodo)
    return dict.fromkeys(f"{joined(years)}: {note}" for note, years in found.items())


def _key(point: PuntoSerie) -> tuple[Any, ...]:
    return tuple(getattr(point, name) for name in Incidencia.key)


def _lines(parts: dict[str, None]) -> list[Component] | None:
    return [html.Div(part) for part in parts] or None


def loose(store: Store, title: str, lead: str, indicators: tuple[str, ...]) -> Component:
    """Return the figures of some indicators that stand in no series, the latest first."""
    rows = people_counted.loose(store, indicators)
    words = t(f"victimas.{title}")
    head = [t(f"territorio.column.{name}") for name in ("period", "counts", "value", "who",
                                                        "trust")]  # fmt: skip
    none = html.P(t("victimas.none")) if not rows else None
    shown, rest = cut(rows, "incidencia")
    listed = table(words, head, [_loose(store, row) for row in shown], numeric=[2])
    see = html.Summary(t("victimas.loose_see", amount=len(rows)))
    folded = html.Details([see, listed, *rest], className="beside") if rows else None
    return html.Section([html.H2(words), html.P(t(f"victimas.{lead}")), none, folded])


def _loose(store: Store, row: Incidencia) -> list[Any]:
    note = store.exact(NotaIncidencia).get(row.identity)
    said = html.Small(f" {note.nota}") if note else None
    who = store.sources[row.fuente].institucion
    value = number(row.valor, row.unidad) if row.valor is not None else t(
        f"states_short.{row.estado}")  # fmt: skip
    whose = f"{counts(row.indicador)}: {row.categoria}"
    return [span(row.periodo_inicio, row.periodo_fin), [whose, said], value, who, row.confianza]


def protected(store: Store) -> Component:
    """Return the figures that the report gives of the services of protection."""
    rows = people_counted.protected(store)
    title = t("victimas.protected")
    head = [t("columns.anio"), t("columns.concepto"), t("columns.valor"), t("victimas.service")]
    listed = table(title, head, list(map(_protected, rows)), numeric=[2]) if rows else None
    none = html.P(t("victimas.none")) if not rows else None
    sources = provenance.places(store.cited(row.fuente for row in rows))
    cited = html.P(t("chart.source", text=sources), className="source") if rows else None
    return html.Section([html.H2(title), html.P(t("victimas.protected_lead")), none, listed, cited],
                        id="protegidas")  # fmt: skip


def _protected(row: Cifra) -> list[Any]:
    value = f"{number(row.valor)} {row.unidad}"
    return [str(row.anio), row.concepto, value, indicator_link(row.codigo)]
