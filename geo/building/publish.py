"""Turns layers into the bytes of every file of shapes/, and writes them all or none."""

import csv
import io
import json
from collections.abc import Iterable
from importlib.resources import files
from itertools import combinations
from pathlib import Path

import shapely
from shapely import Geometry

from geo.building.countries import NEIGHBOURS
from geo.building.layers import Layers
from geo.building.planes import parts, to_degrees, to_metres
from geo.building.polygon_coverage import DECIMALS
from geo.composition import rules

Files = dict[str, bytes]
"""Content by file name inside shapes/."""


def rendered(layers: Layers) -> Files:
    """Return the four GeoJSON, the table of places and the table of who touches whom."""
    drawn = {
        "distritos_fiscales": (layers.districts, {rule.code: rule.name for rule in rules()}),
        "departamentos": (layers.departments, _department_names()),
        "lima_callao": (layers.inset, {rule.code: rule.name for rule in rules()}),
        "vecinos": (layers.countries, dict(NEIGHBOURS.values())),
    }
    collections = {f"{name}.geojson": _collection(*layer) for name, layer in drawn.items()}
    rows = [row for name, layer in drawn.items() for row in _places(name, *layer)]
    return collections | {
        "places.csv": table(("layer", "code", "name", "lon", "lat"), rows),
        "neighbours.csv": table(("code", "neighbour"), _touching(layers.districts)),
    }


def as_json(value: object) -> bytes:
    """Return compact JSON in UTF-8 that ends in a line feed."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> bytes:
    """Return a CSV: UTF-8, comma, line feed."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def write(content: Files, folder: Path) -> None:
    """Write every file beside its target first, so that a full disk overwrites nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in content.items():
        (folder / f".{name}.nuevo").write_bytes(data)
    for name in content:
        (folder / f".{name}.nuevo").replace(folder / name)


def _department_names() -> dict[str, str]:
    text = (files("geo") / "departments.csv").read_text("utf-8")
    return {row["code"]: row["name"] for row in csv.DictReader(io.StringIO(text, newline=""))}


def _collection(shapes: dict[str, Geometry], names: dict[str, str]) -> bytes:
    """Write one feature per line, so that a change of one border is a change of few lines."""
    lines = (as_json(_feature(code, names[code], s)).rstrip() for code, s in shapes.items())
    return b'{"type":"FeatureCollection","features":[\n' + b",\n".join(lines) + b"\n]}\n"


def _feature(code: str, name: str, shape: Geometry) -> dict[str, object]:
    properties = {"code": code, "name": name}
    geometry = json.loads(shapely.to_geojson(shape), parse_float=_coordinate)
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _coordinate(text: str) -> float:
    return round(float(text), DECIMALS)


def _places(
    layer: str, shapes: dict[str, Geometry], names: dict[str, str]
) -> list[tuple[str, ...]]:
    centres = {code: _centre(shape) for code, shape in shapes.items()}
    return [
        (layer, code, names[code], f"{point.x:.{DECIMALS}f}", f"{point.y:.{DECIMALS}f}")
        for code, point in centres.items()
    ]


def _centre(shape: Geometry) -> Geometry:
    """Return the point of a shape furthest from its border: there a label has most room."""
    largest = max(parts(to_metres(shape)), key=shapely.area)
    radius = shapely.maximum_inscribed_circle(largest)
    return to_degrees(shapely.get_point(radius, 0))


def _touching(shapes: dict[str, Geometry]) -> list[tuple[str, str]]:
    met = [(a, b) for a, b in combinations(shapes, 2) if _share_a_border(shapes[a], shapes[b])]
    return sorted(met + [(b, a) for a, b in met])


def _share_a_border(one: Geometry, other: Geometry) -> bool:
    """Tell a common border from a common corner."""
    return bool(shapely.length(shapely.intersection(one, other)) > 0)
