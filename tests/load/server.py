"""The board as the Procfile serves it, on a port of its own."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 60
# A server in a thread looks so often, in seconds, whether it is told to stop.
SOON = {"poll_interval": 0.02}


@dataclass
class Served:
    """A server that answers."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def base(self) -> str:
        """Return its address."""
        return f"http://127.0.0.1:{self.port}"

    def workers(self) -> list[int]:
        """Return the ids of its workers."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text()
        return [int(child) for child in children.split()]


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def line(python: str = sys.executable) -> str:
    """Return the line of the Procfile, run by an interpreter."""
    said = (ROOT / "Procfile").read_text("utf-8").splitlines()[0].removeprefix("web: python ")
    return f"exec {python} {said}"


@contextlib.contextmanager
def served(
    port: int = 0, before: Sequence[str] = (), python: str = sys.executable, **environment: str
) -> Iterator[Served]:
    """Serve until the end; `before` is what runs the shell: another user, another disk."""
    port = port or free_port()
    log = Path(tempfile.mkstemp(prefix="tablero-", suffix=".log")[1])
    # The tables of the run are the only setting that is inherited.
    tables = {name: os.environ[name] for name in ("TABLERO_DATOS",) if name in os.environ}
    words = {"PATH": os.environ["PATH"], "HOST": "127.0.0.1", "PORT": str(port),
             **tables, **environment}  # fmt: skip
    with log.open("wb") as out:
        process = subprocess.Popen([*before, "sh", "-c", line(python)], cwd=ROOT, env=words,
                                   stdout=out, stderr=out, start_new_session=True)  # fmt: skip
    server = Served(port, process, log)
    try:
        _wait(server)
        yield server
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(25)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait(5)
        log.unlink()


def _wait(server: Served) -> None:
    if not until(lambda: server.process.poll() is not None or answers(server.base)) or (
        server.process.poll() is not None
    ):
        raise RuntimeError(f"the server did not answer:\n{server.log.read_text()[-2000:]}")


def answers(base: str) -> bool:
    """Say whether a server answers about its health."""
    with contextlib.suppress(OSError):
        urllib.request.urlopen(f"{base}/salud", timeout=2).close()
        return True
    return False


def until(holds: Callable[[], bool], patience: float = PATIENCE) -> bool:
    """Ask again and again until it holds; say whether it came to hold within the seconds."""
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True
