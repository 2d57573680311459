"""A folder of tables at one moment: how to see that it changed, and its bytes taken once."""

import hashlib
import io
import os
import stat
import zipfile
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path

from data.model import TABLES

_QUICK, _SMALL = 1, 9
State = tuple[int, ...]


def mark(folder: Traversable) -> str:
    """Return what changes when a table is written, replaced, taken away or made unreadable.

    '' for tables that are not files of the disk: those do not change.
    """
    if not isinstance(folder, Path):
        return ""
    return _digest([_seen(folder / f"{name}.csv") for name in TABLES])


def _digest(states: list[State]) -> str:
    return hashlib.sha256(repr(states).encode()).hexdigest()[:16]


def _seen(file: Path) -> State:
    try:
        return _state(file.stat())
    except OSError:
        return ()


def _state(found: os.stat_result) -> State:
    # The time of the change and the node tell a copy that keeps the size and time of another.
    return (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_dev, found.st_ino,
            found.st_mode)  # fmt: skip


def taken(folder: Traversable) -> tuple[bytes, str]:
    """Return the tables that can be read, in one zip, and the mark of what was read.

    A table that cannot be read is left out. The mark is that of the files as they were opened: a
    folder that went away and came back meanwhile has the same mark as before, and this another.
    """
    if not isinstance(folder, Path):
        files = ((f"{name}.csv", folder / f"{name}.csv") for name in TABLES)
        return zipped(((name, file.read_bytes()) for name, file in files if file.is_file()),
                      _QUICK), ""  # fmt: skip
    found = [_read(folder / f"{name}.csv") for name in TABLES]
    whole = (
        (f"{name}.csv", content)
        for name, (content, _) in zip(TABLES, found, strict=True)
        if content is not None
    )
    return zipped(whole, _QUICK), _digest([state for _, state in found])


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
