"""What a client may take of a worker: how long it is waited for, and how many are held at once.

gunicorn waits for ever for who has begun to ask, and a few such clients take every thread.
"""

import errno
import os
import resource
import socket
import struct
from time import monotonic
from typing import Any

from gunicorn.http.unreader import SocketUnreader

_SECONDS = 10
_SILENCE = struct.pack("ll", _SECONDS, 0)
# A connection is ours once it says something; the kernel keeps it, and no thread, until then.
_OUTSIDE = 30
# Who gives less than this is no slow telephone.
_BYTES_A_SECOND = 512
_plain = SocketUnreader.chunk

# Of the files that a process may open, those that are no connection; and what gunicorn takes.
_OWN_FILES, _FEWEST, _MOST = 64, 32, 1000


def most_connections() -> int:
    """Return how many connections a worker may hold, and let it open as many files as it may.

    gunicorn ends a worker, and every answer that it was writing, when it can open no more.
    """
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = _MOST + _OWN_FILES
    if soft < wanted:
        soft = min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return max(_FEWEST, min(_MOST, soft - _OWN_FILES))


def set_timeouts(server: Any) -> None:
    """Cut who sends or reads nothing for ten seconds, or sends drop by drop.

    Who does not even begin to ask waits outside, where the system can keep him there.
    """
    SocketUnreader.chunk = chunk
    for listener in server.LISTENERS:
        if hasattr(socket, "TCP_DEFER_ACCEPT") and listener.sock.family != socket.AF_UNIX:
            listener.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, _OUTSIDE)
        for side in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            listener.sock.setsockopt(socket.SOL_SOCKET, side, _SILENCE)


def chunk(unreader: Any, size_hint: int | None = None) -> bytes:
    """Read on from a connection that has not used up the time that what it sent gives it."""
    waited, given = getattr(unreader, "waited", (0.0, 0))
    if waited > _SECONDS + given / _BYTES_A_SECOND:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN))
    begun = monotonic()
    piece: bytes = _plain(unreader, size_hint)
    unreader.waited = waited + monotonic() - begun, given + len(piece)
    return piece
