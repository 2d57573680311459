"""What a script of a session means: where each key stands, and what it names that is not there."""

from collections.abc import Collection, Iterator
from datetime import date
from importlib.resources.abc import Traversable

from data.faults import Fault
from data.query.accepted_values import Vocabulary
from data.query.filters import Filters
from data.query.query_string import pairs
from data.session_scripts import Pantalla, Script

HEAD = "[[pantallas]]"


def line_of(text: str, index: int, column: str) -> int:
    """Return the line of a key of the point of that index, or that of its heading."""
    heads = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == HEAD]
    if index >= len(heads):
        return 1
    end = heads[index + 1] if index + 1 < len(heads) else len(text.splitlines()) + 1
    lines = text.splitlines()[heads[index] : end - 1]
    own = (n for n, line in enumerate(lines, heads[index] + 1)
           if line.split("=")[0].strip() == column)  # fmt: skip
    return next(own, heads[index])


def meaning(
    file: Traversable, script: Script, vocabulary: Vocabulary, charts: Collection[str]
) -> Iterator[Fault]:
    """Return what the points of a script ask for that is not there."""
    if not script.points:
        return
    text = file.read_text("utf-8")
    for index, point in enumerate(script.points):
        line = line_of(text, index, "filtros")
        for name, value in _unknown(point.filtros, vocabulary):
            remedy = "escríbalo como en la dirección de una página del tablero"
            yield Fault(file.name, line, "filtros", f"{name}={value}",
                        "no es un filtro ni un valor conocido", remedy)  # fmt: skip
        if not _dated(point, vocabulary):
            remedy = 'escriba AAAA-MM-DD o una versión guardada; solo con tipo = "cambios"'
            yield Fault(file.name, line_of(text, index, "desde"), "desde", point.desde,
                        "no es una fecha ni una versión", remedy)  # fmt: skip
        wanted = charts if point.tipo == "grafico" else ("",)
        if point.grafico not in wanted:
            remedy = f"use {', '.join(sorted(charts))}" if point.tipo == "grafico" else (
                'quítelo o escriba tipo = "grafico"')  # fmt: skip
            yield Fault(file.name, line_of(text, index, "grafico"), "grafico", point.grafico,
                        "no se puede mostrar en la sala", remedy)  # fmt: skip


def _dated(point: Pantalla, vocabulary: Vocabulary) -> bool:
    """Say whether what a point compares with is a day or a version, where it compares."""
    if not point.desde:
        return True
    named = _is_day(point.desde) or vocabulary.knows("corte", point.desde)
    return point.tipo == "cambios" and named


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _unknown(query: str, vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Return what a query names that is no filter, then the values that no filter has."""
    stray = [(name, value) for name, value in pairs(query)
             if name not in Filters.__dataclass_fields__]  # fmt: skip
    remarks = Filters.from_query(query, vocabulary)[1]
    return [*stray, *((remark.name, remark.value) for remark in remarks)]
