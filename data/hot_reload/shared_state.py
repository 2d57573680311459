"""What every process forked after it can read: the last good tables and the last judgement.

It lives in memory only: a server with a read-only disk keeps it, and a process that starts when
the folder is broken serves what the others serve.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

_NUMBER = 8


@dataclass(frozen=True, slots=True)
class Judged:
    """The last folder looked at, and the last good tables, which are its own unless refused.

    trial: they stand, and not every address has been asked for with them.
    """

    mark: str
    version: str
    packed: bytes
    reason: str = ""
    faults: str = ""
    trial: bool = False


class Shared:
    """One judgement in anonymous memory. A reader never waits; a writer killed midway is unseen.

    Two slots take turns and the head says which one counts, so that what is being written is
    never what is being read.
    """

    def __init__(self) -> None:
        """Reserve the memory; to be called before the processes part."""
        self._head, *self._slots = (os.memfd_create(f"tablero-{part}") for part in "hab")

    @property
    def generation(self) -> int:
        """Return the number of the judgement; 0 before the first."""
        return int.from_bytes(os.pread(self._head, _NUMBER, 0), "big")

    def read(self) -> tuple[int, Judged]:
        """Return the last judgement with its number."""
        while True:
            number = self.generation
            slot = self._slots[number % 2]
            content = os.pread(slot, os.fstat(slot).st_size, 0)
            if number == self.generation:
                words, _, packed = content.partition(b"\n")
                return number, Judged(packed=packed, **json.loads(words))

    def write(self, judged: Judged) -> int:
        """Keep a judgement and return its number; only whoever has the turn may."""
        number = self.generation + 1
        words = {"mark": judged.mark, "version": judged.version, "trial": judged.trial}
        words |= {"reason": judged.reason, "faults": judged.faults}
        slot = self._slots[number % 2]
        os.ftruncate(slot, 0)
        content = json.dumps(words).encode() + b"\n" + judged.packed
        if os.pwrite(slot, content, 0) != len(content):
            raise OSError("no memory for the last good tables")
        os.pwrite(self._head, number.to_bytes(_NUMBER, "big"), 0)
        return number

    @contextmanager
    def turn(self) -> Iterator[bool]:
        """Say whether this process may judge; a process that dies gives its turn back."""
        try:
            fcntl.lockf(self._head, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            yield False
            return
        try:
            yield True
        finally:
            fcntl.lockf(self._head, fcntl.LOCK_UN)
