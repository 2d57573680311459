"""The versions of the data that are kept, so that a citation reopens, and those that once were."""

import csv
import hashlib
import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from data.publish.kept_version import KeptVersion, unpacked
from data.store import Store

RETIRED = "retiradas.csv"
_CORRECTIONS = "correcciones.csv"
_IN_MEMORY = 2
_NAME = re.compile(r"(\d{4}-\d\d-\d\d)-([0-9a-f]{12})\.zip", re.ASCII)
# The digests of the files that were read whole once: each board that comes looks at all of them.
_SOUND_FILES: set[bytes] = set()
# What belongs into the folder beside the versions.
_BESIDE = (RETIRED, "README.md", ".gitkeep")


class Archive:
    """The kept versions; a version is read when it is first asked for."""

    def __init__(self, source: Traversable | None = None) -> None:
        """Look into a folder of `<date>-<version>.zip`; the packaged one by default."""
        self._folder = source or files("data") / "versions"
        self.read = lru_cache(_IN_MEMORY)(self._read)

    @cached_property
    def versions(self) -> Mapping[str, date]:
        """Return the day of each kept version, the oldest first.

        Of one day, first what holds fewer corrections: that list only grows, and so do the tables.
        """
        ordered = sorted(self._sound, key=lambda name: (named(name)[0], *self._sizes(name), name))
        return {version: day for name in ordered for day, version in [named(name)]}

    @cached_property
    def strays(self) -> tuple[str, ...]:
        """Return the names of the files that are no version: nothing is done with them."""
        return tuple(sorted(self._names - {*self._sound, *_BESIDE}))

    @cached_property
    def retired(self) -> frozenset[str]:
        """Return the versions that an address could name once."""
        listed = self._folder / RETIRED
        if not listed.is_file():
            return frozenset()
        text = listed.read_bytes().decode("utf-8-sig", "replace")
        rows = csv.DictReader(io.StringIO(text, newline=""))
        return frozenset(row.get("version") or "" for row in rows) - {"", *self.versions}

    @property
    def last(self) -> tuple[str, ...]:
        """Return the versions of the last day on which one was kept."""
        day = max(self.versions.values(), default=None)
        return tuple(version for version, kept in self.versions.items() if kept == day)

    def digest(self, version: str) -> bytes:
        """Return the digest of the file of a version; KeyError if it is not kept."""
        return self._sound[self._file(version)]

    @cached_property
    def _names(self) -> frozenset[str]:
        found = self._folder.iterdir() if self._folder.is_dir() else iter(())
        return frozenset(file.name for file in found)

    @cached_property
    def _sound(self) -> Mapping[str, bytes]:
        """Return the digest of each file that is a version, by its name and by what it holds."""
        found = ((name, self._digest(name)) for name in self._names)
        return {name: digest for name, digest in found if digest in _SOUND_FILES}

    def _digest(self, name: str) -> bytes:
        try:
            named(name)
            packed = (self._folder / name).read_bytes()
            digest = hashlib.sha256(packed).digest()
            if digest not in _SOUND_FILES and unpacked(packed):
                _SOUND_FILES.add(digest)
        except (ValueError, OSError):
            return b""
        return digest

    def _sizes(self, name: str) -> tuple[int, int]:
        """Return the bytes of the corrections of a version, and of all its tables."""
        with zipfile.ZipFile(io.BytesIO((self._folder / name).read_bytes())) as opened:
            held = {file.filename: file.file_size for file in opened.infolist()}
        return held.get(_CORRECTIONS, 0), sum(held[file] for file in held if file.endswith(".csv"))

    def _read(self, version: str) -> Store:
        """Return a kept version as the store it was; KeyError if it is not kept."""
        return KeptVersion((self._folder / self._file(version)).read_bytes(), self, version)

    def _file(self, version: str) -> str:
        return f"{self.versions[version]}-{version}.zip"


def named(name: str) -> tuple[date, str]:
    """Return the day and the version in the name of a file, or raise ValueError."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return date.fromisoformat(found[1]), found[2]
