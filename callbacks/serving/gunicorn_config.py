"""What gunicorn is told beyond its flags: log, counts, patience (`--config python:…`)."""

import os
import socket
import struct
from pathlib import Path
from typing import Any

from gunicorn import glogging

from callbacks.serving import log, metrics

_MEMORY_FOLDER = Path("/dev/shm")
_PATIENCE = struct.pack("ll", 10, 0)
_listener: list[socket.socket] = []


class ServerLog(glogging.Logger):
    """gunicorn's own log, in the form of ours."""

    def _set_handler(self, log_: Any, output: str, fmt: Any, stream: Any = None) -> None:
        super()._set_handler(log_, output, log.Lines(), stream)


logger_class = ServerLog
# The heartbeat of a worker is a file: in memory it needs no disk that can be written.
if os.access(_MEMORY_FOLDER, os.W_OK):
    worker_tmp_dir = str(_MEMORY_FOLDER)
log.start()


def when_ready(server: Any) -> None:
    """Lose patience with who sends or reads nothing for ten seconds; open the port of counts."""
    for listener in server.LISTENERS:
        for side in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            listener.sock.setsockopt(socket.SOL_SOCKET, side, _PATIENCE)
    if place := metrics.wanted():
        _listener.append(metrics.listen(place))


def pre_fork(server: Any, worker: Any) -> None:
    """Give a worker the lowest slot that no living one holds."""
    taken = {getattr(other, "slot", None) for other in server.WORKERS.values()}
    worker.slot = next(slot for slot in range(len(taken) + 1) if slot not in taken)


def post_worker_init(worker: Any) -> None:
    """Count and answer for the counts, where they were asked for."""
    if _listener:
        metrics.COUNTS.claim(worker.slot)
        metrics.serve(_listener[0])
