"""What gunicorn is told beyond its flags: log, counts, client_limits (`--config python:…`)."""

import os
import socket
from pathlib import Path
from typing import Any

from callbacks.serving import client_limits, log, metrics, refusal_page
from callbacks.serving.server_log import ServerLog
from data.settings import is_given

_MEMORY_FOLDER = Path("/dev/shm")
_NAMELESS = (
    "sin TABLERO_URL ni TABLERO_HOSTS: citas, tarjetas y fragmentos llevan direcciones que solo "
    "valen en esta máquina; ponga en TABLERO_URL la dirección pública"
)
_listener: list[socket.socket] = []


logger_class = ServerLog
# The heartbeat of a worker is a file: in memory it needs no disk that can be written.
if os.access(_MEMORY_FOLDER, os.W_OK):
    worker_tmp_dir = str(_MEMORY_FOLDER)
worker_connections = client_limits.most_connections()
log.start()
refusal_page.register(refusal_page.answer)


def when_ready(server: Any) -> None:
    """Wait for no client for long; open the port of counts."""
    if not (is_given("TABLERO_URL") or is_given("TABLERO_HOSTS")):
        log.warned(_NAMELESS)
    client_limits.set_timeouts(server)
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
