"""What gunicorn is told of the Registro beyond its flags: the log of answers, where counts are."""

import logging
import sys
from typing import Any

from callbacks.registro.counts import COUNTS
from callbacks.registro.unreadable_request import answer
from callbacks.registro.watch import ANSWERED
from callbacks.serving import client_limits, metrics, refusal_page
from callbacks.serving.server_log import ServerLog
from data.registro.settings import setting

_listener: list[Any] = []


def _log() -> None:
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(message)s"))
    ANSWERED.handlers, ANSWERED.propagate = [handler], False
    ANSWERED.setLevel(logging.INFO)


def when_ready(server: Any) -> None:
    """Wait for no client for long; open the port of the counts, where it was asked for."""
    client_limits.set_timeouts(server)
    host, _, port = setting("REGISTRO_METRICAS").rpartition(":")
    if port:
        _listener.append(metrics.listen((host or "127.0.0.1", int(port))))


def post_worker_init(_: Any) -> None:
    """Answer for the counts from a thread of the worker that counts."""
    if _listener:
        metrics.serve(_listener[0], COUNTS.text)


logger_class = ServerLog
worker_connections = client_limits.most_connections()
_log()
refusal_page.register(answer)
