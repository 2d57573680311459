"""Exact limits: any official layer of districts, joined into distritos fiscales."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import shapely
from shapely import Geometry

from geo.building.errors import GeometryFault
from geo.building.fitting import fitted
from geo.building.gaps import filled
from geo.building.layer_file import Rows, read_rows
from geo.building.planes import joined, parts
from geo.building.polygon_coverage import Piece, Pieces
from geo.building.ubigeo_column import as_ubigeo
from geo.composition import code_of, listed
from geo.places import shapes

SHOWN = 10


@dataclass(frozen=True, slots=True)
class Official:
    """The pieces of an official layer, in metres, and what its operator should know."""

    pieces: Pieces
    notes: tuple[str, ...]


def read(path: Path) -> Official:
    """Read, check and join a layer of districts, or raise GeometryFault naming every fault."""
    rows = read_rows(path)
    found, empty = _by_ubigeo(rows)
    districts, overlaps = fitted(found)
    districts, gaps = filled(districts)
    pieces = _joined(districts)
    about = f"{path.name}: {len(districts)} distritos, columna {rows.column!r}"
    notes = (about, *rows.notes, *empty, *_unlisted(found), *overlaps, *gaps)
    return Official(pieces, notes)


def committed_countries() -> dict[str, Geometry]:
    """Return the neighbours already in geo/shapes, in degrees, by ISO letters."""
    features = json.loads(shapes("vecinos"))["features"]
    return {
        feature["properties"]["code"]: shapely.from_geojson(json.dumps(feature["geometry"]))
        for feature in features
    }


def _by_ubigeo(rows: Rows) -> tuple[dict[str, Geometry], list[str]]:
    """Return one geometry per UBIGEO, and a note of each row without one, which is as if absent.

    Several rows of one UBIGEO are parts only if they lie apart.
    """
    groups = defaultdict(list)
    faults, empty = [], []
    for number, (cell, shape) in enumerate(zip(rows.cells, rows.shapes, strict=True), start=1):
        ubigeo = as_ubigeo(cell)
        where = f"fila {number}: {rows.column}={_shown(cell)}"
        if ubigeo is None or code_of(ubigeo) is None:
            faults.append(f"{where}: {_refusal(ubigeo)}")
        elif shape.is_empty:
            empty.append(f"Aviso: {where}: no tiene polígono; se toma como si la fila no estuviera")
        else:
            groups[ubigeo].append(shape)
    faults += [_repeated(u, group) for u, group in groups.items() if _meet(group)]
    if faults:
        raise GeometryFault(_list("la capa tiene faltas", faults))
    return {u: joined(p for s in groups[u] for p in parts(s)) for u in sorted(groups)}, empty


def _shown(cell: object) -> str:
    return "(vacío)" if cell is None else repr(cell)


def _refusal(ubigeo: str | None) -> str:
    if ubigeo is None:
        return "no es un UBIGEO de seis cifras; complételo o quite la fila"
    return (
        "ningún distrito fiscal tiene ese UBIGEO; corríjalo o, si el distrito es nuevo, "
        "añada su fila a geo/composition.csv"
    )


def _repeated(ubigeo: str, group: Sequence[Geometry]) -> str:
    return (
        f"UBIGEO {ubigeo} ({listed().get(ubigeo, 'sin nombre')}): está en {len(group)} filas que "
        "se tocan o se solapan; deje una sola fila por distrito o corrija el código repetido"
    )


def _meet(group: Sequence[Geometry]) -> bool:
    crossings = (shapely.intersection(one, other) for one, other in combinations(group, 2))
    return any(shapely.length(crossing) > 0 for crossing in crossings)


def _joined(districts: dict[str, Geometry]) -> Pieces:
    groups = defaultdict(list)
    for ubigeo, shape in districts.items():
        groups[Piece(str(code_of(ubigeo)), ubigeo[:2])].append(shape)
    return {piece: shapely.coverage_union_all(group) for piece, group in groups.items()}


def _unlisted(found: dict[str, Geometry]) -> list[str]:
    """Name the districts of the INEI list that the layer lacks, and those it has besides."""
    absent = [f"{u} {name} ({code_of(u)})" for u, name in listed().items() if u not in found]
    besides = [f"{u} ({code_of(u)})" for u in found if u not in listed()]
    return [
        *([f"Aviso: la capa no trae {len(absent)}: {', '.join(absent)}"] if absent else []),
        *([f"Aviso: fuera de la lista del INEI: {', '.join(besides)}"] if besides else []),
    ]


def _list(title: str, faults: Sequence[str]) -> str:
    rest = len(faults) - SHOWN
    more = [f"y {rest} más"] if rest > 0 else []
    return f"{title}:\n- " + "\n- ".join([*faults[:SHOWN], *more])
