"""The annex of a record: every row that a screen showed, once, and the places it cites."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.chart import Record
from components.charts.map_words import name
from components.charts.registry import CHARTS
from components.format import ABSENT, printed
from components.session.slides import Slide
from components.table import status, table
from components.texts import known, t
from data.codes import LIGHTS
from data.publish import provenance
from data.store import Store

_VALUES = ("codigo", "nombre", "responsable", "anio", "logro_esperado", "valor_obtenido",
           "avance_publicado", "avance_calculado", "semaforo", "fuente")  # fmt: skip
_COLUMNS: dict[str, tuple[str, ...]] = {
    "avances": ("codigo", "anio", "avance_publicado", "avance_calculado", "semaforo", "fuente"),
    "objetivos": ("codigo", "objetivo", "anio", "avance_publicado", "avance_calculado",
                  "semaforo", "fuente"),
    "valores": _VALUES,
    "series": _VALUES,
    "sin_reporte": ("codigo", "anio", "entidad", "motivo", "fuente"),
    "mapa": ("codigo_territorio", "territorio", "periodo", "valor", "porcentaje", "fuente"),
    "mapa-pnp": ("codigo_territorio", "territorio", "periodo", "valor", "porcentaje", "fuente"),
    **dict.fromkeys(
        ("territorio-policia", "territorio-fiscalias", "distrito-fiscal"),
        ("codigo_territorio", "territorio", "periodo", "valor", "porcentaje", "fuente"),
    ),
    "rutas": ("tipo", "origen_lugar", "destino_lugar", "zona", "fuente"),
    "acuerdos_sesion": ("sesion", "fecha", "acuerdo", "entidad", "plazo", "estado", "indicador"),
}  # fmt: skip
_SHARES = ("avance_publicado", "avance_calculado", "porcentaje")
_OF_UNIT = ("logro_esperado", "valor_obtenido")
_CODES = ("codigo", "fuente")
_NUMERIC = (*_SHARES, *_OF_UNIT, "valor", "anio")


def annex(store: Store, slides: Sequence[Slide]) -> Component:
    """Return a table per kind of row that the screens showed, then their sources."""
    found = _gathered(slides)
    tables = [part for kind, rows in found.items() for part in _table(kind, rows)]
    cited = {row["fuente"] for rows in found.values() for row in rows if row.get("fuente")}
    return html.Section(
        [html.H2(t("acta.annex")), html.P(t("acta.annex_note")), *tables, *_sources(store, cited)],
        className="annex",
    )


def _gathered(slides: Iterable[Slide]) -> dict[str, list[Record]]:
    """Return the rows by the name of their table, each once, in the order of the tables."""
    found: dict[str, dict[str, Record]] = {kind: {} for kind in _COLUMNS}
    for slide in slides:
        for kind, rows in slide.screen.figures.items():
            kept = found.setdefault(kind, {})
            kept |= {repr([row.get(column) for column in _names(kind, row)]): row for row in rows}
    return {kind: list(rows.values()) for kind, rows in found.items() if rows}


def _names(kind: str, row: Record) -> tuple[str, ...]:
    return _COLUMNS.get(kind) or tuple(column for column in row if known(f"columns.{column}"))


def _table(kind: str, rows: Sequence[Record]) -> Iterator[Component]:
    title = t(f"acta.tables.{kind}") if known(f"acta.tables.{kind}") else _title(kind)
    columns = _names(kind, rows[0])
    head = [t(f"columns.{column}") for column in columns]
    cells = [[_cell(row, column) for column in columns] for row in rows]
    numeric = [index for index, column in enumerate(columns) if column in _NUMERIC]
    yield html.H3(title)
    yield table(title, head, cells, numeric)


def _title(kind: str) -> str:
    return t("acta.chart", title=t(f"charts.{CHARTS[kind].slug}.title", period="").rstrip(", "))


def _cell(row: Record, column: str) -> Any:
    """Return a figure with the decimals and the unit of its source, or the word of its absence."""
    value: Any = row.get(column)
    if column == "territorio" and value is None:
        value = name(row)
    if column == "semaforo" and value in LIGHTS:
        return status(value)
    if value is None:
        return _absent(row, column)
    if column in _CODES:
        return html.Span(str(value), className="code")
    if column in _SHARES:
        return printed(value, "%")
    if column in _OF_UNIT:
        return printed(value, str(row.get("unidad", "n")))
    return printed(value) if isinstance(value, Decimal) else str(value)


def _absent(row: Record, column: str) -> str | Component:
    state = f"states_short.{row.get('estado')}"
    if column in ("valor", "valor_obtenido") and known(state):
        return t(state)
    # As it stands: a sign hidden from readers would leave a cell of the PDF without its tag.
    return html.Span(ABSENT)


def _sources(store: Store, codes: set[str]) -> list[Component]:
    title = t("acta.sources")
    cells = [
        [row.codigo, html.Span([provenance.places([row]), *_link(row.url)])]
        for row in store.cited(codes)
    ]
    if not cells:
        return []
    return [html.H3(title), table(title, [t("columns.codigo"), t("columns.fuente")], cells)]


def _link(url: str | None) -> list[Component | str]:
    return [" ", html.A(url, href=url)] if url else []
