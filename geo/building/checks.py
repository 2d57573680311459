"""What every built layer must satisfy before a file is written."""

import shapely
from shapely import Geometry

from geo.building.errors import GeometryFault
from geo.building.gaps import GAP_KM2, gaps, where
from geo.building.layers import INSET, Layers
from geo.building.planes import area_km2, is_wide, parts, to_metres
from geo.composition import rules

DEPARTMENTS = frozenset(f"{number:02}" for number in range(1, 26))


def check(layers: Layers) -> None:
    """Raise GeometryFault naming every fault: codes, validity, winding, gaps and overlaps."""
    districts = frozenset(rule.code for rule in rules())
    faults = [
        *_codes("distritos fiscales", layers.districts, districts),
        *_codes("departamentos", layers.departments, DEPARTMENTS),
        *_codes("recuadro de Lima y Callao", layers.inset, INSET),
        *_drawable(layers),
        *_gaps(layers.districts),
        *_overlaps(layers),
    ]
    if faults:
        raise GeometryFault("la geometría construida no es correcta:\n- " + "\n- ".join(faults))


def _codes(layer: str, shapes: dict[str, Geometry], expected: frozenset[str]) -> list[str]:
    drawn = {code for code, shape in shapes.items() if not shape.is_empty}
    missing, extra = sorted(expected - drawn), sorted(set(shapes) - expected)
    return [
        *([f"{layer}: falta la figura de {', '.join(missing)}"] if missing else []),
        *([f"{layer}: sobra {', '.join(extra)}"] if extra else []),
    ]


def _drawable(layers: Layers) -> list[str]:
    groups = (layers.districts, layers.departments, layers.inset, layers.countries)
    named = [(code, shape) for shapes in groups for code, shape in shapes.items()]
    invalid = [f"{c}: {shapely.is_valid_reason(s)}" for c, s in named if not s.is_valid]
    reversed_rings = [
        f"{code}: un anillo exterior gira al revés; d3 pintaría todo el mapa"
        for code, shape in named
        if any(shapely.is_ccw(part.exterior) for part in parts(shape))
    ]
    return invalid + reversed_rings


def _gaps(districts: dict[str, Geometry]) -> list[str]:
    found = [gap for gap in gaps(districts.values()) if area_km2(to_metres(gap)) > GAP_KM2]
    return [f"queda un hueco de {area_km2(to_metres(g)):.1f} km² en {where(g)}" for g in found]


def _overlaps(layers: Layers) -> list[str]:
    fitting = (layers.districts, layers.departments, layers.inset)
    faults = [
        "hay figuras que se solapan: " + ", ".join(list(shapes)[:3]) + " …"
        for shapes in fitting
        if not shapely.coverage_is_valid(list(shapes.values()))
    ]
    peru = shapely.coverage_union_all(list(layers.districts.values()))
    shared = {code: shapely.intersection(s, peru) for code, s in layers.countries.items()}
    return faults + [f"{code} se solapa con el Perú" for code, s in shared.items() if is_wide(s)]
