"""A report as a record: its blocks, and every figure once with its cells, rule and sources."""

import hashlib
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from data.compliance_report import blocks
from data.compliance_report.block_words import numbered
from data.compliance_report.vocabulary import known, rule
from data.store import Store

_NAMES = {
    "Heading": "titulo", "Sentence": "oracion", "Bullets": "lista", "Table": "cuadro",
    "Chart": "grafico", "Citation": "cita", "Free": "libre", "Signature": "firma",
}  # fmt: skip


class _Figures:
    """The references of a report, each once, by the number under which a run names it."""

    def __init__(self) -> None:
        self._places: dict[blocks.Ref, int] = {}

    def run(self, words: blocks.Words) -> list[Any]:
        return [part if isinstance(part, str) else self._place(part) for part in words.parts]

    def _place(self, ref: blocks.Ref) -> dict[str, int]:
        return {"cifra": self._places.setdefault(ref, len(self._places))}

    def records(self) -> list[dict[str, Any]]:
        return [_figure(ref) for ref in self._places]


def record(report: blocks.Report, store: Store) -> dict[str, Any]:
    """Return a report as plain values."""
    figures = _Figures()
    title = figures.run(report.title)
    numbers = numbered(report.blocks)
    written_blocks = [
        _block(block, figures) | ({"numero": numbers[place]} if place in numbers else {})
        for place, block in enumerate(report.blocks)
    ]
    content: dict[str, Any] = {
        "tipo": report.kind,
        "anio": report.year,
        "titulo": title,
        "borrador": report.draft,
        "anio_abierto": report.open_year,
        "por_redactar": list(report.pending),
        "dudas": list(report.doubts),
        "version_datos": report.version,
        "bloques": written_blocks,
        "cifras": figures.records(),
    }
    cited = {code for each in content["cifras"] for code in each["fuentes"]}
    content["fuentes"] = {row.codigo: dict(row) for row in store.cited(cited)}
    return content


def checksum(content: dict[str, Any]) -> str:
    """Return the SHA-256 of a record without its sum and its address."""
    held = {name: content[name] for name in content if name not in ("suma", "direccion")}
    return hashlib.sha256(written(held).encode()).hexdigest()


def written(content: dict[str, Any]) -> str:
    """Write a record as JSON; the same record, the same bytes."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=_plain)


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _figure(ref: blocks.Ref) -> dict[str, Any]:
    found: dict[str, Any] = {"texto": ref.text, "origen": ref.origin, "fuentes": list(ref.sources)}
    if ref.value is not None:
        found["valor"] = ref.value
    if ref.rule:
        found["regla"] = rule(ref.rule) if known(f"reglas.{ref.rule}") else ref.rule
    if ref.cells:
        found["celdas"] = [_cell(cell) for cell in ref.cells]
    return found


def _cell(cell: blocks.Cell) -> dict[str, Any]:
    return {"tabla": cell.table, "clave": list(cell.key), "columna": cell.column}


def _block(block: Any, figures: _Figures) -> dict[str, Any]:
    found: dict[str, Any] = {"bloque": _NAMES[type(block).__name__]}
    if name := getattr(block, "name", ""):
        found["nombre"] = name
    return found | _MORE.get(type(block), _worded)(block, figures)


def _worded(block: Any, figures: _Figures) -> dict[str, Any]:
    words = block.post if hasattr(block, "post") else block.words
    return {"texto": figures.run(words)}


def _headed(block: blocks.Heading, figures: _Figures) -> dict[str, Any]:
    return {"nivel": block.level, "texto": figures.run(block.words)}


def _listed(block: blocks.Bullets, figures: _Figures) -> dict[str, Any]:
    return {"oraciones": [figures.run(words) for words in block.items]}


def _tabled(block: blocks.Table, figures: _Figures) -> dict[str, Any]:
    head = [figures.run(words) for words in block.head]
    rows = [_line(row, figures) for row in block.rows]
    return {"leyenda": figures.run(block.caption), "columnas": head, "filas": rows}


def _line(row: blocks.Row, figures: _Figures) -> dict[str, Any]:
    cells = {"celdas": [figures.run(words) for words in row.cells]}
    return cells | ({"anchos": list(row.spans)} if row.spans else {})


def _drawn(block: blocks.Chart, figures: _Figures) -> dict[str, Any]:
    return {"grafico": block.slug, "anio": block.year, "leyenda": figures.run(block.caption)}


def _free(block: blocks.Free, figures: _Figures) -> dict[str, Any]:
    pieces = [_piece(piece) for piece in block.pieces]
    found = {"seccion": block.section, "guia": figures.run(block.guide), "texto": pieces}
    return found | ({"autor": block.author, "fecha": block.day} if block.written else {})


def _piece(piece: blocks.Piece) -> dict[str, Any]:
    cells = [_cell(cell) for cell in piece.cells]
    return {"texto": piece.text, "dato": piece.kept, "celdas": cells, "fuentes": piece.sources}


_MORE: dict[type, Callable[[Any, _Figures], dict[str, Any]]] = {
    blocks.Heading: _headed,
    blocks.Bullets: _listed,
    blocks.Table: _tabled,
    blocks.Chart: _drawn,
    blocks.Free: _free,
}
