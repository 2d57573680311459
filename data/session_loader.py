"""Scripts of a session: TOML in, scripts out, or every fault at once."""

import re
import tomllib
from collections.abc import Collection, Iterator
from datetime import date
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.faults import Fault, TableError, from_pydantic
from data.query.filters import Filters, Vocabulary
from data.query.query_string import pairs
from data.session_scripts import DEFAULT, Pantalla, Script

_HEAD = "[[pantallas]]"
_KNOWN = ("titulo", "pantallas")
_LINE = re.compile(r"at line (\d+)")


def load(
    vocabulary: Vocabulary, charts: Collection[str], source: Traversable | None = None
) -> dict[str, Script]:
    """Read every script of a folder, or raise TableError naming all their faults.

    charts: slugs that a screen can show.
    """
    folder = source or files("data") / "sessions"
    faults: list[Fault] = []
    found: dict[str, Script] = {}
    for file in sorted(folder.iterdir(), key=lambda item: item.name):
        if file.name.endswith(".toml"):
            name = file.name.removesuffix(".toml")
            found[name] = _script(name, file, faults)
            faults += _meaning(file, found[name], vocabulary, charts)
    if DEFAULT not in found:
        remedy = "es el guion con que se abre /presentar: añádalo"
        faults.append(Fault(f"{DEFAULT}.toml", 0, "archivo", "", "no está", remedy))
    if faults:
        raise TableError(faults)
    return found


def _script(name: str, file: Traversable, faults: list[Fault]) -> Script:
    try:
        text = file.read_text("utf-8")
        given = tomllib.loads(text)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        place = _LINE.search(str(error))
        remedy = "revise comillas, corchetes y signos de igual; guárdelo como UTF-8"
        line = int(place[1]) if place else 0
        shown = file.read_bytes().splitlines()[line - 1 : line] if line else [b""]
        faults.append(Fault(file.name, line, "archivo", b"".join(shown), "no es TOML", remedy))
        return Script(name, "", ())
    faults += _outside(file.name, given)
    title, points = given.get("titulo", ""), given.get("pantallas", [])
    rows = points if isinstance(points, list) else []
    read = [_point(file.name, text, index, row, faults) for index, row in enumerate(rows)]
    return Script(name, str(title), tuple(point for point in read if point))


def _outside(name: str, given: dict[str, Any]) -> Iterator[Fault]:
    if not isinstance(given.get("titulo"), str) or not given["titulo"]:
        yield Fault(name, 1, "titulo", given.get("titulo", ""), "falta el texto",
                    'escriba titulo = "…" antes del primer punto')  # fmt: skip
    if not given.get("pantallas") or not isinstance(given["pantallas"], list):
        yield Fault(name, 1, "pantallas", "", "no hay ningún punto",
                    f"añada {_HEAD} y debajo su tipo")  # fmt: skip
    for key in given:
        if key not in _KNOWN:
            remedy = "quítela o póngala debajo de su [[pantallas]]"
            yield Fault(name, 1, key, given[key], "sobra la clave", remedy)


def _point(name: str, text: str, index: int, row: Any, faults: list[Fault]) -> Pantalla | None:
    try:
        return Pantalla.model_validate(row)
    except ValidationError as error:
        for detail in error.errors():
            column = str(detail["loc"][0]) if detail["loc"] else ""
            line = _line_of(text, index, column)
            faults.append(
                _of_keys(name, line, detail) or from_pydantic(name, line, detail, Pantalla)
            )
        return None


def _of_keys(name: str, line: int, detail: ErrorDetails) -> Fault | None:
    """Say of keys what a table says of cells."""
    column = str(detail["loc"][0]) if detail["loc"] else "punto"
    if detail["type"] == "missing":
        return Fault(name, line, column, "", "falta la clave", f'escriba {column} = "…"')
    if detail["type"] == "extra_forbidden":
        remedy = f"use {', '.join(Pantalla.columns())}"
        return Fault(name, line, column, detail["input"], "sobra la clave", remedy)
    return None


def _line_of(text: str, index: int, column: str) -> int:
    """Return the line of a key of the point of that index, or that of its heading."""
    heads = [n for n, line in enumerate(text.splitlines(), 1) if line.strip() == _HEAD]
    if index >= len(heads):
        return 1
    end = heads[index + 1] if index + 1 < len(heads) else len(text.splitlines()) + 1
    lines = text.splitlines()[heads[index] : end - 1]
    own = (n for n, line in enumerate(lines, heads[index] + 1)
           if line.split("=")[0].strip() == column)  # fmt: skip
    return next(own, heads[index])


def _meaning(
    file: Traversable, script: Script, vocabulary: Vocabulary, charts: Collection[str]
) -> Iterator[Fault]:
    if not script.points:
        return
    text = file.read_text("utf-8")
    for index, point in enumerate(script.points):
        line = _line_of(text, index, "filtros")
        for name, value in _unknown(point.filtros, vocabulary):
            remedy = "escríbalo como en la dirección de una página del tablero"
            yield Fault(file.name, line, "filtros", f"{name}={value}",
                        "no es un filtro ni un valor conocido", remedy)  # fmt: skip
        if not _dated(point, vocabulary):
            remedy = 'escriba AAAA-MM-DD o una versión guardada; solo con tipo = "cambios"'
            yield Fault(file.name, _line_of(text, index, "desde"), "desde", point.desde,
                        "no es una fecha ni una versión", remedy)  # fmt: skip
        wanted = charts if point.tipo == "grafico" else ("",)
        if point.grafico not in wanted:
            remedy = f"use {', '.join(sorted(charts))}" if point.tipo == "grafico" else (
                'quítelo o escriba tipo = "grafico"')  # fmt: skip
            yield Fault(file.name, _line_of(text, index, "grafico"), "grafico", point.grafico,
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
