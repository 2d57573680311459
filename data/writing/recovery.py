"""What an interrupted change left waiting is put in its place by the next order that can."""

import sys
from importlib.resources.abc import Traversable
from pathlib import Path

from data.writing import journal, lock
from data.writing.refusal import Refusal, Unfinished


def complete(folder: Traversable) -> None:
    """Complete a folder if it waits, nobody else writes it and this process may; or leave it.

    Nothing is lost by leaving it: whoever reads the folder reads the new tables all the same.
    """
    if not isinstance(folder, Path) or not journal.pending(folder):
        return
    try:
        with lock.locked(folder, patience=0):
            names = [] if journal.edited(folder) else journal.complete(folder)
    except (Refusal, Unfinished, OSError):
        return
    if names:
        said = f"Se completó un cambio de tablas que quedó cortado: {', '.join(names)}."
        print(said, file=sys.stderr)
