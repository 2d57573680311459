"""A folder of tables at one moment: how to see that it changed, and its bytes taken once."""

import hashlib
import io
import os
import stat
import time
import zipfile
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path

from data.model import TABLES
from data.writing import journal

# How much a zip is compressed: for one reading in memory, for every process, for a file.
UNCOMPRESSED, _QUICK, _SMALL = 0, 1, 6
_TRIES, _PAUSE = 200, 0.02
State = tuple[int, ...]


def mark(folder: Traversable) -> str:
    """Return what changes when a table is written, replaced, taken away or made unreadable.

    '' for tables that are not files of the disk: those do not change.
    """
    if not isinstance(folder, Path):
        return ""
    states = [(place.parent == folder, *_seen(place)) for place in _places(folder)]
    return _digest(folder, states)


def taken(folder: Traversable, level: int = _QUICK) -> tuple[bytes, str]:
    """Return the tables that can be read, in one zip, and the mark of what was read.

    A table that cannot be read is left out. The mark is that of the files as they were opened: a
    folder that went away and came back meanwhile has the same mark as before, and this another.
    """
    if not isinstance(folder, Path):
        return zipped(files(folder).items(), level), ""
    places = _places(folder)
    read = [_read(place) for place in places]
    whole = (
        (place.name, content)
        for place, (content, _) in zip(places, read, strict=True)
        if content is not None
    )
    states = [
        (place.parent == folder, *state) for place, (_, state) in zip(places, read, strict=True)
    ]
    return zipped(whole, level), _digest(folder, states)


def files(folder: Traversable) -> dict[str, bytes]:
    """Return the tables that can be read, by the names of their files."""
    if isinstance(folder, Path):
        read = {place.name: _read(place)[0] for place in _places(folder)}
        return {name: content for name, content in read.items() if content is not None}
    packed = (folder / f"{name}.csv" for name in TABLES)
    return {file.name: file.read_bytes() for file in packed if file.is_file()}


def moment(folder: Traversable, level: int = _QUICK) -> tuple[str, bytes]:
    """Return the mark and the tables of one moment, whoever is changing them meanwhile."""
    packed, read = taken(folder, level)
    for _ in range(_TRIES):
        if mark(folder) == read:
            break
        time.sleep(_PAUSE)
        packed, read = taken(folder, level)
    return read, packed


def steady(folder: Traversable) -> Traversable:
    """Return the tables of a folder of the disk at one moment; any other stays as it is."""
    return opened(moment(folder, UNCOMPRESSED)[1]) if isinstance(folder, Path) else folder


def _places(folder: Path) -> list[Path]:
    """Return where each table is to be read: in the journal while a change waits there."""
    return [journal.located(folder, f"{name}.csv") for name in TABLES]


def _digest(folder: Path, states: list[State]) -> str:
    waits = (journal.pending(folder), *_seen(folder / journal.COMMITTED / journal.LIST))
    return hashlib.sha256(repr([*states, waits]).encode()).hexdigest()[:16]


def _seen(file: Path) -> State:
    try:
        return _state(file.stat())
    except OSError:
        return ()


def _state(found: os.stat_result) -> State:
    # The time of the change and the node tell a copy that keeps the size and time of another.
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_dev, found.st_ino,
            found.st_mode)  # fmt: skip


def _read(file: Path) -> tuple[bytes | None, State]:
    """Return a table and what the file was like that it was read from, before and after."""
    try:
        # A pipe in the place of a table would never end.
        if not stat.S_ISREG(file.stat().st_mode):
            return None, _seen(file)
        with file.open("rb") as opened_:
            before, content = _state(os.fstat(opened_.fileno())), opened_.read()
            after = _state(os.fstat(opened_.fileno()))
    except OSError:
        return None, _seen(file)
    return content, before if before == after else (*before, *after)


def zipped(files: Iterable[tuple[str, bytes]], level: int = _SMALL) -> bytes:
    """Return some files in one zip, the same bytes for the same files and level."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in files:
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(entry, content, compresslevel=level)
    return out.getvalue()


def opened(packed: bytes) -> Traversable:
    """Return the folder that a zip holds."""
    return zipfile.Path(zipfile.ZipFile(io.BytesIO(packed)))
