"""Builds geo/shapes: `python -m geo.building.build`, with `--capa FICHERO` for exact limits."""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from geo.building.errors import GeometryFault

SHAPES = Path(__file__).parents[1] / "shapes"


def main(arguments: Sequence[str] | None = None) -> int:
    """Build and check every file, then write them; 1 and nothing written when one fails."""
    asked = _parser().parse_args(arguments)
    try:
        written = _build(asked.capa, asked.atribucion, asked.salida)
    except GeometryFault as fault:
        sys.stderr.write(f"geo: {fault}\nNo se ha escrito nada.\n")
        return 1
    except ModuleNotFoundError as missing:
        sys.stderr.write(
            f"geo: falta el paquete {missing.name!r}; use «make geo», que instala los de "
            "construcción en su propio entorno\nNo se ha escrito nada.\n"
        )
        return 1
    for name, size in written.items():
        sys.stdout.write(f"{asked.salida / name}  {size} bytes\n")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m geo.building.build",
        description="Construye los límites de los distritos fiscales.",
    )
    parser.add_argument(
        "--capa",
        type=Path,
        metavar="FICHERO",
        help="capa oficial de distritos (GeoJSON, GeoPackage o shapefile) con columna UBIGEO",
    )
    parser.add_argument(
        "--atribucion", default="", metavar="TEXTO", help="editor, año y licencia de la capa"
    )
    parser.add_argument(
        "--salida", type=Path, default=SHAPES, metavar="DIR", help="por defecto, geo/shapes"
    )
    return parser


def _build(layer: Path | None, credit: str, folder: Path) -> dict[str, int]:
    # Imported here: shapely and geopandas are not installed where the site runs.
    from geo.building import publish

    content = _official(layer, credit) if layer else _schematic()
    try:
        publish.write(content, folder)
    except OSError as error:
        raise GeometryFault(f"no se puede escribir en {folder}: {error.strerror}") from error
    return {name: len(data) for name, data in content.items()}


def _schematic() -> dict[str, bytes]:
    from geo.building import checks, layers, licences, publish, schematic

    with tempfile.TemporaryDirectory() as folder:
        pieces, gazetteer = schematic.pieces(Path(folder))
    drawn = layers.with_countries(pieces)
    checks.check(drawn)
    names = publish.table(("ubigeo", "nombre"), sorted(gazetteer.districts.items()))
    return publish.rendered(drawn) | licences.schematic() | {"ubigeos.csv": names}


def _official(path: Path, credit: str) -> dict[str, bytes]:
    from shapely.errors import GEOSException

    from geo.building import checks, layers, licences, publish
    from geo.building import official_layer as layer

    try:
        found = layer.read(path)
        drawn = layers.with_countries_cut(found.pieces, layer.committed_countries())
        checks.check(drawn)
    except GEOSException as error:
        raise GeometryFault(
            f"{path}: hay polígonos que no se dejan reparar ({error}); repárelos en un programa de "
            "mapas (por ejemplo «Corregir geometrías» de QGIS) y vuelva a intentarlo"
        ) from error
    sys.stdout.writelines(f"{note}\n" for note in found.notes)
    return publish.rendered(drawn) | licences.official(credit)


if __name__ == "__main__":
    sys.exit(main())
