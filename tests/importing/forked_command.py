"""The command of an import by a process that has its modules already: each order runs in a fork.

Reading them takes longer than refusing a file; a fork has the memory, the limits and the end of a
command that was started by itself.
"""

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

# Read before the fork, so that no fork reads it.
from data.importing.command import main

# In seconds: what waits for a file that never comes uses no processor, and is ended.
_PATIENCE = 120


class Done(NamedTuple):
    """How a command ended, and what it said."""

    returncode: int
    stdout: str
    stderr: str


class ForkedCommand:
    """A process that waits for orders."""

    def __init__(self, root: Path) -> None:
        """Start it in a folder."""
        command = [sys.executable, "-m", "tests.importing.forked_command"]
        self._process = subprocess.Popen(command, cwd=root, stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True)  # fmt: skip

    def run(self, arguments: Sequence[str], memory: int, seconds: int) -> Done:
        """Run the command with so many bytes of memory and seconds of processor, and no more."""
        assert self._process.stdin
        assert self._process.stdout
        with tempfile.TemporaryDirectory() as folder:
            said = [str(Path(folder) / name) for name in ("out", "err")]
            self._process.stdin.write(json.dumps([list(arguments), memory, seconds, said]) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            return Done(code, *(Path(name).read_text("utf-8") for name in said))

    def close(self) -> None:
        """End it."""
        self._process.communicate(timeout=30)


def _serve() -> None:
    for line in sys.stdin:
        process = os.fork()
        if not process:
            os._exit(_order(*json.loads(line)))
        print(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), flush=True)


def _order(arguments: list[str], memory: int, seconds: int, said: list[str]) -> int:
    signal.alarm(_PATIENCE)
    for number, name in enumerate(said, 1):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT), number)
    spent = int(sum(os.times()[:2])) + 1
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds + spent, seconds + spent))
    try:
        return main(arguments)
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else int(bool(error.code))
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


if __name__ == "__main__":
    _serve()
