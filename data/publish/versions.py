"""Data versions that were published: one zip of tables each, kept so that a citation reopens.

``python -m data.publish.versions`` keeps the version of today. The folder holds at most `BUDGET`
bytes: the oldest versions leave first, and an address that names one says so.
"""

import sys
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from data.hot_reload.snapshot import opened, zipped
from data.loader import folder, load
from data.model import TABLES
from data.store import Store

BUDGET = 4_000_000
_IN_MEMORY = 2
_DAY = 10


class Archive:
    """The kept versions; a version is read when it is first asked for."""

    def __init__(self, source: Traversable | None = None) -> None:
        """Look into a folder of `<date>-<version>.zip`; the packaged one by default."""
        self._folder = source or files("data") / "versions"
        self.read = lru_cache(_IN_MEMORY)(self._read)

    @cached_property
    def versions(self) -> Mapping[str, date]:
        """Return the day of each kept version, the oldest first."""
        found = self._folder.iterdir() if self._folder.is_dir() else iter(())
        names = sorted(file.name for file in found if file.name.endswith(".zip"))
        stems = (name.removesuffix(".zip") for name in names)
        return {stem[_DAY + 1 :]: date.fromisoformat(stem[:_DAY]) for stem in stems}

    @property
    def retired(self) -> frozenset[str]:
        """Return the versions that were kept once; none is written down yet."""
        return frozenset()

    def _read(self, version: str) -> Store:
        """Return a kept version as the store it was; KeyError if it is not kept."""
        packed = (self._folder / f"{self.versions[version]}-{version}.zip").read_bytes()
        return load(opened(packed), self, version)


def pack(tables: Traversable) -> bytes:
    """Return every table in one zip, the same bytes for the same tables."""
    return zipped((f"{name}.csv", (tables / f"{name}.csv").read_bytes()) for name in TABLES)


def keep(tables: Traversable, target: Path, today: date, budget: int = BUDGET) -> list[str]:
    """Keep the version of some tables; return the names of the versions that had to leave."""
    version = load(tables).version
    if version not in Archive(target).versions:
        target.mkdir(exist_ok=True)
        (target / f"{today}-{version}.zip").write_bytes(pack(tables))
    files_ = sorted(target.glob("*.zip"))
    left = []
    while len(files_) > 1 and sum(file.stat().st_size for file in files_) > budget:
        oldest = files_.pop(0)
        oldest.unlink()
        left.append(oldest.stem)
    return left


if __name__ == "__main__":
    gone = keep(folder(), Path(__file__).parents[1] / "versions", date.today())
    sys.stdout.write("".join(f"ya no se guarda: {name}\n" for name in gone))
