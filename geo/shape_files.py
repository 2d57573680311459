"""The files of shapes, looked at before the board starts: whole, or blamed by their name."""

import csv
import io
import json
import math
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any, get_args

from geo.places import Layer

_TABLES = {"places.csv": ["layer", "code", "name", "lon", "lat"],
           "neighbours.csv": ["code", "neighbour"]}  # fmt: skip
_ORIGIN = ("limites", "nota")
_SMALLEST_RING = 4
_REMEDY = "recupere el archivo con git checkout geo/shapes, o hágalo de nuevo con make geo"


class ShapeError(Exception):
    """What is wrong with the files of shapes. The tables have no part in it."""


def check(folder: Traversable | None = None) -> None:
    """Raise ShapeError that names each file of shapes that is cut, damaged or not there."""
    here = folder or files("geo") / "shapes"
    found = [f"geo/shapes/{name}: {reason}; {_REMEDY}" for name, reason in _faults(here)]
    if found:
        raise ShapeError("\n".join(found))


def _faults(folder: Traversable) -> Iterator[tuple[str, str]]:
    rows = {name: _table(folder / name, header) for name, header in _TABLES.items()}
    for name, header in _TABLES.items():
        if not rows[name]:
            yield name, f"no es una tabla entera con la cabecera {','.join(header)}"
    pairs = {(row["code"], row["neighbour"]) for row in rows["neighbours.csv"]}
    if lost := sorted(code for code, other in pairs if (other, code) not in pairs):
        yield "neighbours.csv", f"falta el otro lado de un límite: {', '.join(lost)}"
    origin = _read(folder / "origin.json")
    if not isinstance(origin, dict) or not all(isinstance(origin.get(k), str) for k in _ORIGIN):
        yield "origin.json", f"no es JSON con {' y '.join(_ORIGIN)}"
    for layer in get_args(Layer):
        codes = {row["code"] for row in rows["places.csv"] if row["layer"] == layer}
        if reason := _layer(folder / f"{layer}.geojson", codes):
            yield f"{layer}.geojson", reason


def _layer(file: Traversable, codes: set[str]) -> str:
    """Return what is wrong with a layer: no GeoJSON, other units than in the list, an odd ring."""
    try:
        features = _read(file)["features"]
        found = {each["properties"]["code"]: _rings(each["geometry"]) for each in features}
    except (KeyError, TypeError):
        return "no se puede leer como GeoJSON: está cortado o dañado"
    if codes and codes != found.keys():
        odd = ", ".join(sorted(map(str, codes ^ found.keys())))
        return f"sus unidades no son las de places.csv: {odd}"
    wrong = [code for code, rings in found.items() if not rings or not all(map(_is_ring, rings))]
    return f"tiene un contorno dañado: {', '.join(wrong)}" if wrong else ""


def _rings(geometry: dict[str, Any]) -> list[Any]:
    several = geometry["coordinates"]
    polygons = several if geometry["type"] == "MultiPolygon" else [several]
    return [ring for polygon in polygons for ring in polygon]


def _is_ring(ring: Any) -> bool:
    """Say whether a ring is closed and all its points stand on the globe."""
    if not isinstance(ring, list) or len(ring) < _SMALLEST_RING or ring[0] != ring[-1]:
        return False
    return all(
        isinstance(point, list) and len(point) == 2
        and all(isinstance(x, int | float) and math.isfinite(x) for x in point)
        and abs(point[0]) <= 180 and abs(point[1]) <= 90
        for point in ring
    )  # fmt: skip


def _table(file: Traversable, header: list[str]) -> list[dict[str, str]]:
    """Return the rows of a table; none if a line of it is cut."""
    text = _text(file)
    lines = list(csv.reader(io.StringIO(text, newline="")))
    if (
        not text.endswith("\n")
        or lines[0] != header
        or {len(line) for line in lines} != {len(header)}
    ):
        return []
    return [dict(zip(header, line, strict=True)) for line in lines[1:]]


def _read(file: Traversable) -> Any:
    try:
        return json.loads(_text(file))
    except ValueError:
        return None


def _text(file: Traversable) -> str:
    """Return the text of a file; '' of one that is not there or is no text."""
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return ""
