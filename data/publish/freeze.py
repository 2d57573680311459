"""Keeps the version of today: ``python -m data.publish.freeze``, which says what it did.

The folder holds at most `BUDGET` bytes: the oldest versions leave first, and their names stay in
a list, so that an address that names one says that it is gone.
"""

import csv
import io
import sys
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable
from pathlib import Path

from data.faults import TableError
from data.hot_reload.snapshot import zipped
from data.loader import folder, load
from data.model import TABLES
from data.publish import silent_changes, version_schema
from data.publish.kept_version import unpacked
from data.publish.versions import RETIRED, Archive, named
from data.store import Store

BUDGET = 4_000_000
HEADER = ("version", "fecha", "retirada", "motivo")
_FULL = "Ya no cabía: la carpeta guarda como mucho {size} de versiones."


@dataclass(frozen=True, slots=True)
class Kept:
    """What was done: `before` is the day from which the version was kept already, if it was."""

    version: str
    before: date | None
    described: bool
    left: tuple[str, ...]


def pack(tables: Traversable, store: Store) -> bytes:
    """Return every table in one zip with its schema, the same bytes for the same tables."""
    rows = ((f"{name}.csv", (tables / f"{name}.csv").read_bytes()) for name in TABLES)
    schema = version_schema.of_today(store.version, store.latest)
    return zipped([*rows, (version_schema.SCHEMA, schema)])


def keep(tables: Traversable, target: Path, today: date, budget: int = BUDGET) -> Kept:
    """Keep the version of some tables; those that no longer fit leave, the oldest first."""
    store = load(tables)
    target.mkdir(exist_ok=True)
    before = Archive(target).versions.get(store.version)
    place = target / f"{before or today}-{store.version}.zip"
    described = before is None or version_schema.SCHEMA not in unpacked(place.read_bytes())
    if described:
        _put(place, pack(tables, store))
    return Kept(store.version, before, described, tuple(_leave(target, place, today, budget)))


def _leave(target: Path, stays: Path, today: date, budget: int) -> list[str]:
    versions = Archive(target).versions
    files = [target / f"{day}-{version}.zip" for version, day in versions.items()]
    left = []
    for file in files:
        if sum(each.stat().st_size for each in files if each.exists()) <= budget:
            break
        if file != stays:
            _retire(target, file, today, budget)
            left.append(file.stem)
    return left


def _retire(target: Path, file: Path, today: date, budget: int) -> None:
    """Write the name down before the file goes: what was public once is never unknown."""
    listed = target / RETIRED
    text = listed.read_text("utf-8") if listed.is_file() else f"{','.join(HEADER)}\n"
    day, version = named(file.name)
    line = io.StringIO()
    reason = _FULL.format(size=_size(budget))
    csv.writer(line, lineterminator="\n").writerow([version, day, today, reason])
    _put(listed, (text + line.getvalue()).encode())
    file.unlink()


def _put(place: Path, content: bytes) -> None:
    beside = place.with_name(f".{place.name}.nuevo")
    beside.write_bytes(content)
    beside.replace(place)


def report(target: Path, done: Kept) -> list[str]:
    """Say in Spanish what was done and what is kept now."""
    archive = Archive(target)
    if done.before is None:
        said = f"{done.version}: guardada hoy"
    elif done.described:
        said = f"{done.version}: estaba guardada desde el {done.before}; se le añadió su esquema"
    else:
        said = f"{done.version}: ya estaba guardada, desde el {done.before}; no cambió nada"
    sizes = sum((target / f"{day}-{v}.zip").stat().st_size for v, day in archive.versions.items())
    lines = [said, f"guardadas: {len(archive.versions)}, {_size(sizes)} de {_size(BUDGET)}"]
    lines += [f"  {day} {version}" for version, day in archive.versions.items()]
    lines += [f"salió {name}: su nombre queda en {RETIRED}" for name in done.left]
    return lines + [f"no es una versión y no se toca: {name}" for name in archive.strays]


def _size(size: int) -> str:
    return f"{size / 1000:,.0f} kB"


def main(tables: Traversable, target: Path, today: date) -> int:
    """Keep the version of some tables in a folder, and say so; 0, or 1 if it cannot be kept."""
    try:
        if silent := silent_changes.faults(load(tables), tables, Archive(target)):
            raise TableError(silent)
        done = keep(tables, target, today)
    except TableError as error:
        sys.stderr.write(f"{error}\nNo se guardó nada: corrija las tablas (make datos).\n")
        return 1
    sys.stdout.write("".join(f"{line}\n" for line in report(target, done)))
    return 0


if __name__ == "__main__":
    sys.exit(main(folder(), Path(__file__).parents[1] / "versions", date.today()))
