"""The tables of the profile: what each chart shows, with the notes of its figures."""

from itertools import groupby
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record
from components.charts.profile import base
from components.format import number, span
from components.table import table
from components.texts import t
from data.model import NotaIncidencia
from data.query.store_cache import per_store
from data.store import Store

Notes = dict[tuple[str, ...], str]


def chart_tables(store: Store, rows: list[Record], by: str) -> Component:
    """Return one table per breakdown of a chart, each under what all its rows share.

    `by` is grupo, or desagregacion where victims and accused stand side by side.
    """
    notes = notes_of(store)
    groups = [list(group) for _, group in groupby(rows, key=lambda row: row[by])]
    return html.Div([part for group in groups for part in _group_table(group, by, notes)])


def _group_table(rows: list[Record], by: str, notes: Notes) -> list[Component]:
    said = [notes.get(note_key(row), "") for row in rows if not _is_rest(row)]
    shared = said[0] if len(set(said)) == 1 else ""
    about = dict.fromkeys(_about(row) for row in rows)
    own = ["" if shared else notes.get(note_key(row), "") for row in rows]
    cells = [
        [_name(row, by), _figure(row, note), note] for row, note in zip(rows, own, strict=True)
    ]
    columns = ("category", "value", "note") if any(own) else ("category", "value")
    shown = [cell[: len(columns)] for cell in cells]
    breakdown = rows[0]["desagregacion"]
    heading = rows[0]["titulo"] if by == "grupo" else t(f"perfil.what.{breakdown}")
    lines = [*about, ended(shared)] if shared else list(about)
    return [
        html.H3(heading),
        *(html.P(line, className="caveat") for line in lines),
        table(heading, [head(name) for name in columns], shown, numeric=(1,)),
    ]


def _about(row: Record) -> str:
    when = span(row["periodo_inicio"], row["periodo_fin"])
    trust = t("perfil.trust", level=row["confianza"])
    parts = [counted(row["indicador"]).capitalize(), when, base(row), row["institucion"], trust]
    return " · ".join(parts)


def _name(row: Record, by: str) -> Any:
    """Return the category; where two populations are compared, also whose it is."""
    if by == "grupo":
        return row["categoria"]
    return [row["categoria"], html.Small(f" {counted(row['indicador'])}")]


def _figure(row: Record, note: str) -> list[Any]:
    """Return a figure; a number of cases also as computed share, unless its note says it."""
    written = number(row["valor"], row["unidad"])
    if row["unidad"] == "%":
        return [written]
    share = number(round(row["valor"] / row["total"] * 100, 1), "%")
    if note.startswith(share.replace("\u202f", " ")):
        return [written]
    return [written, html.Small(f" {share} {t('words.calculated')}", className="computed")]


def _is_rest(row: Record) -> bool:
    return bool(row["parte"] == "resto")


def counted(indicator: str) -> str:
    """Name what an indicator counts."""
    return t(f"perfil.counted.{indicator}")


def note_key(row: Record) -> tuple[str, ...]:
    """Return what tells a figure from every other, to find its note."""
    return row["indicador"], row["desagregacion"], row["categoria"], row["periodo"], row["fuente"]


def head(name: str) -> str:
    """Return the heading of a column."""
    return t(f"perfil.columns.{name}")


@per_store
def notes_of(store: Store) -> Notes:
    """Return the notes of the figures by their key."""
    return {note_key(vars(row)): row.nota for row in store.rows(NotaIncidencia)}


def ended(text: str) -> str:
    """Return a note with its full stop."""
    return f"{text.rstrip('.')}."
