"""A folder of tables at one moment: how to see that it changed, and its bytes taken once."""

import hashlib
import io
import stat
import time
import zipfile
from collections.abc import Iterable, Iterator
from importlib.resources.abc import Traversable
from pathlib import Path

from data.model import TABLES
from data.writing import journal

_QUICK, _SMALL = 1, 9
_TRIES, _PAUSE = 200, 0.02


def mark(folder: Traversable) -> str:
    """Return what changes when a table is written, replaced, taken away or made unreadable.

    '' for tables that are not files of the disk: those do not change.
    """
    if not isinstance(folder, Path):
        return ""
    places = [journal.located(folder, f"{name}.csv") for name in TABLES]
    seen = [(place.parent == folder, *_state(place)) for place in places]
    seen.append((journal.pending(folder), *_state(folder / journal.COMMITTED / journal.LIST)))
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


def files(folder: Traversable) -> dict[str, bytes]:
    """Return the tables that can be read, by the names of their files."""
    return dict(_readable(folder))


def moment(folder: Traversable) -> tuple[str, bytes]:
    """Return the mark and the tables of one moment, whoever is changing them meanwhile."""
    before, packed = mark(folder), taken(folder)
    for _ in range(_TRIES):
        if (after := mark(folder)) == before:
            break
        time.sleep(_PAUSE)
        before, packed = after, taken(folder)
    return before, packed


def steady(folder: Traversable) -> Traversable:
    """Return the tables of a folder of the disk at one moment; any other stays as it is."""
    return opened(moment(folder)[1]) if isinstance(folder, Path) else folder


def _readable(folder: Traversable) -> Iterator[tuple[str, bytes]]:
    for name in TABLES:
        file = folder / f"{name}.csv"
        if isinstance(folder, Path):
            file = journal.located(folder, file.name)
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
