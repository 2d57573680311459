"""One writer of a folder at a time; the lock ends with its process, however that ends."""

import fcntl
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data.writing.refusal import refusal

PATIENCE = 60.0
_BETWEEN = 0.2


@contextmanager
def locked(folder: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the lock of a folder, or raise Refusal if another writer keeps it too long.

    The folder itself is what is locked: no file is left.
    """
    file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        _take(file, folder, patience)
        yield
    finally:
        os.close(file)


def _take(file: int, folder: Path, patience: float) -> None:
    end, said = time.monotonic() + patience, False
    while not _taken(file):
        if time.monotonic() >= end:
            reason = "otra orden está escribiendo en esa carpeta"
            raise refusal(folder.name, 0, "carpeta", folder.name, reason, "espere a que termine")
        if not said:
            print("Otra orden escribe en esa carpeta: se espera.", file=sys.stderr)
        said = True
        time.sleep(_BETWEEN)


def _taken(file: int) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
