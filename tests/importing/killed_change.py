"""A change of tables killed at one system call, in the fork of a small process.

To fork the process of the tests takes ten times as long as the change: its memory is that of
every board that it holds.
"""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from data.writing import journal, lock

NAMES = ("a.csv", "b.csv", "c.csv")
CALLS = ("open", "write", "fsync", "fchmod", "close", "mkdir", "rename", "unlink", "rmdir", "lstat")
OLD, NEW = ({name: f"{age} {name}".encode() for name in NAMES} for age in ("old", "new"))
MORE = {
    "fuentes.csv": "inventada,Documento inventado,Nadie,2031,página 1,\n",
    "periodos.csv": "2031,2031-01-01,2031-12-31,si,\n",
}


def change(folder: Path) -> None:
    """Complete what waits and change the three files of an invented folder."""
    with lock.locked(folder):
        journal.complete(folder)
        journal.publish(folder, NEW)


def complete(folder: Path) -> None:
    """Complete what waits."""
    with lock.locked(folder):
        journal.complete(folder)


def add(folder: Path) -> None:
    """Add a row to two tables."""
    with lock.locked(folder):
        files = {name: (folder / name).read_bytes() + MORE[name].encode() for name in MORE}
        journal.publish(folder, files)


_ACTS = {act.__name__: act for act in (change, complete, add)}


class Killer:
    """A process that does what it is told in forks of itself, each killed at one system call."""

    def __init__(self, root: Path) -> None:
        """Start it in the folder of the repository."""
        command = [sys.executable, "-m", "tests.importing.killed_change"]
        self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True)  # fmt: skip

    def killed(self, step: int, after: bool, act: Callable[[Path], None], folder: Path) -> bool:
        """Do something, killed before or after a system call; False if it ended by itself."""
        assert self._process.stdin
        assert self._process.stdout
        order = json.dumps([step, after, act.__name__, str(folder)])
        self._process.stdin.write(f"{order}\n")
        self._process.stdin.flush()
        word = self._process.stdout.readline().strip()
        assert word in ("killed", "ended"), f"{act.__name__}, step {step}: {word or 'no answer'}"
        return word == "killed"

    def close(self) -> None:
        """End it."""
        self._process.communicate(timeout=30)


def _serve() -> None:
    for line in sys.stdin:
        step, after, act, folder = json.loads(line)
        child = os.fork()
        if not child:
            left = [step]
            for name in CALLS:
                setattr(os, name, _deadly(getattr(os, name), left, after))
            _ACTS[act](Path(folder))
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        print(_word(status), flush=True)


def _word(status: int) -> str:
    """Return how a fork ended; what failed by itself was not killed, and stops the test."""
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return "killed"
    return f"failed: {status}" if status else "ended"


def _deadly(whole: Callable[..., Any], left: list[int], after: bool) -> Callable[..., Any]:
    def call(*arguments: Any, **named: Any) -> Any:
        left[0] -= 1
        if left[0] == 0 and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        done = whole(*arguments, **named)
        if left[0] == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    return call


if __name__ == "__main__":
    _serve()
