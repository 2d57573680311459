"""Scripts of a session: TOML in, scripts out, or every fault at once."""

import re
import tomllib
from collections.abc import Collection, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from data.faults import Fault, TableError, from_pydantic
from data.query.accepted_values import Vocabulary
from data.session_meaning import HEAD, line_of, meaning
from data.session_scripts import DEFAULT, Pantalla, Script

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
            faults += meaning(file, found[name], vocabulary, charts)
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
                    f"añada {HEAD} y debajo su tipo")  # fmt: skip
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
            line = line_of(text, index, column)
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
