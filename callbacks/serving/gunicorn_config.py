"""What gunicorn is told beyond its flags: log, counts, patience (`--config python:…`)."""

import os
import socket
import struct
from pathlib import Path
from typing import Any

from gunicorn import glogging

from callbacks.serving import log, metrics, refusal_page
from data.settings import is_given

_MEMORY_FOLDER = Path("/dev/shm")
_PATIENCE = struct.pack("ll", 10, 0)
# A connection is ours once it says something; the kernel keeps it, and no thread, until then.
_SILENCE = 30
_NAMELESS = (
    "sin TABLERO_URL ni TABLERO_HOSTS: citas, tarjetas y fragmentos llevan direcciones que solo "
    "valen en esta máquina; ponga en TABLERO_URL la dirección pública"
)
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
refusal_page.register()


def when_ready(server: Any) -> None:
    """Lose patience with who sends or reads nothing for ten seconds; open the port of counts.

    Who does not even begin to ask waits outside, where the system can keep him there.
    """
    if not (is_given("TABLERO_URL") or is_given("TABLERO_HOSTS")):
        log.warned(_NAMELESS)
    for listener in server.LISTENERS:
        if hasattr(socket, "TCP_DEFER_ACCEPT") and listener.sock.family != socket.AF_UNIX:
            listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, _SILENCE)
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
