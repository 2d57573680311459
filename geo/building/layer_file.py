"""Opens a layer of any format, finds its UBIGEO column and brings its polygons to metres."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import geopandas
import numpy as np
import shapely
from pyogrio.errors import DataSourceError
from shapely import Geometry

from geo.building.errors import GeometryFault
from geo.building.planes import DEGREES, EQUAL_AREA, parts, polygonal
from geo.building.ubigeo_column import Columns, as_ubigeo, check_names, find

AROUND_PERU = (-90.0, -25.0, -60.0, 5.0)
"""West, south, east, north in degrees: a layer outside is in another system of coordinates."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The cells of the UBIGEO column and, in metres, the polygons of the same rows."""

    column: str
    cells: Sequence[object]
    shapes: Sequence[Geometry]
    notes: tuple[str, ...]


def read_rows(path: Path) -> Rows:
    """Read the layer of districts of a file, or raise GeometryFault saying what is wrong."""
    frame, column = _with_ubigeo(path)
    cells = _columns(frame)[column]
    check_names(_columns(frame), [as_ubigeo(cell) or "" for cell in cells])
    frame, notes = _located(frame, path)
    shapes = [shapely.force_2d(s) if s else shapely.Polygon() for s in frame.to_crs(EQUAL_AREA)]
    invalid = int((~shapely.is_valid(shapes)).sum())
    if invalid:
        notes.append(f"Aviso: se repararon {invalid} geometrías no válidas")
    repaired = [shape if _sound(shape) else polygonal(shape) for shape in shapes]
    if not any(parts(shape) for shape in repaired):
        raise GeometryFault(f"{path}: no hay polígonos; use la capa de distritos, no la de puntos")
    return Rows(column, cells, repaired, tuple(notes))


def _with_ubigeo(path: Path) -> tuple[geopandas.GeoDataFrame, str]:
    """Return the largest layer of the file that has a UBIGEO column, with the column's name."""
    found, faults = [], []
    for name in _layer_names(path):
        frame = _read(path, name)
        try:
            found.append((frame, find(_columns(frame))))
        except GeometryFault as fault:
            faults.append(f"{path}, capa {name!r}: {fault}")
    if not found:
        raise GeometryFault("\n".join(faults) or f"{path}: no tiene ninguna capa con geometría")
    return max(found, key=lambda pair: len(pair[0]))


def _layer_names(path: Path) -> list[str]:
    if not path.is_file():
        raise GeometryFault(f"{path}: no existe ese fichero; compruebe la ruta")
    try:
        layers = geopandas.list_layers(path)
    except DataSourceError as error:
        raise _unreadable(path, error) from error
    return list(layers["name"][layers["geometry_type"].notna()])


def _read(path: Path, layer: str) -> geopandas.GeoDataFrame:
    try:
        frame = geopandas.read_file(path, layer=layer)
    except (DataSourceError, ValueError, shapely.errors.ShapelyError) as error:
        raise _unreadable(path, error) from error
    if frame.empty:
        raise GeometryFault(f"{path}: la capa {layer!r} no trae ninguna fila; use otra capa")
    return frame


def _unreadable(path: Path, error: Exception) -> GeometryFault:
    return GeometryFault(
        f"{path}: no se puede leer como GeoJSON, GeoPackage ni shapefile ({error}); vuelva a "
        "descargarlo; un shapefile necesita sus ficheros .shp, .shx, .dbf y .prj juntos"
    )


def _columns(frame: geopandas.GeoDataFrame) -> Columns:
    """Return every column but the geometry, with None where a cell is empty."""
    named = (name for name in frame.columns if name != frame.geometry.name)
    return {
        name: list(frame[name].astype(object).where(frame[name].notna(), None)) for name in named
    }


def _located(frame: geopandas.GeoDataFrame, path: Path) -> tuple[geopandas.GeoSeries, list[str]]:
    """Return the geometry with its system of coordinates, after seeing that it lies in Peru."""
    shapes, notes = frame.geometry, []
    if shapes.crs is None:
        shapes = shapes.set_crs(DEGREES)
        notes.append("Aviso: la capa no declara coordenadas; se leen como grados (EPSG:4326)")
    bounds = shapes.to_crs(DEGREES).total_bounds
    low, high = np.array(AROUND_PERU[:2]), np.array(AROUND_PERU[2:])
    if not ((bounds[:2] >= low).all() and (bounds[2:] <= high).all()):
        raise GeometryFault(
            f"{path}: las coordenadas no caen en el Perú (lon {bounds[0]:.1f} a {bounds[2]:.1f}, "
            f"lat {bounds[1]:.1f} a {bounds[3]:.1f}, leídas como {shapes.crs}); declare en la capa "
            "su sistema de coordenadas (en un shapefile, el fichero .prj)"
        )
    return shapes, notes


def _sound(shape: Geometry) -> bool:
    return bool(shape.is_valid) and shape.geom_type in {"Polygon", "MultiPolygon"}
