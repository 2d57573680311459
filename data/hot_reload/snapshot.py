"""A folder of tables at one moment: how to see that it changed, and its bytes taken once."""

import hashlib
import io
import stat
import zipfile
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from data.model import TABLES

_QUICK, _SMALL = 1, 9


def mark(folder: Traversable) -> str:
    """Return what changes when a table is written, replaced, taken away or made unreadable.

    '' for tables that are not files of the disk: those do not change.
    """
    if not isinstance(folder, Path):
        return ""
    seen = [_state(folder / f"{name}.csv") for name in TABLES]
    return hashlib.sha256(repr(seen).encode()).hexdigest()[:16]


def _state(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except OSError:
        return ()
    # The time of the change and the node tell a copy that keeps the size and time of another.
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_mode)


def taken(folder: Traversable) -> bytes:
    """Return the tables that can be read, in one zip; a table that cannot is left out."""
    return zipped(_readable(folder), _QUICK)


def _readable(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for name in TABLES:
        file = folder / f"{name}.csv"
        try:
            # A pipe in the place of a table would never end.
            if not isinstance(file, Path) or stat.S_ISREG(file.stat().st_mode):
                yield file.name, file.read_bytes()
        except OSError:
            continue


def zipped(files: Iterable[tuple[str, bytes]], level: int = _SMALL) -> bytes:
    """Return some files in one zip, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=level) as packed:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content)
    return out.getvalue()


def opened(packed: bytes) -> Traversable:
    """Return the folder that a zip holds."""
    return zipfile.Path(zipfile.ZipFile(io.BytesIO(packed)))
