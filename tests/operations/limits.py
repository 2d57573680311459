"""Clients that give a byte now and then, and how long they were let."""

import contextlib
import socket
import threading
import time

SLOW = b"GET /salud HTTP/1.1\r\nHost: x\r\nX-A: " + b"a" * 120
PAUSE, LONGEST = 0.4, 40


@contextlib.contextmanager
def dripping(port, asked=SLOW):
    """Begin to ask drop by drop; yield a list that gets the seconds until it was cut."""
    ended = []
    thread = threading.Thread(target=lambda: ended.append(_drip(port, asked)), daemon=True)
    thread.start()
    yield thread, ended


def longest(begun):
    """Wait for the end; return the seconds."""
    thread, ended = begun
    thread.join(LONGEST)
    return ended[0] if ended else LONGEST


def _drip(port, asked):
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=10) as line:
        line.sendall(asked[:20])
        line.settimeout(PAUSE)
        for byte in asked[20:]:
            try:
                line.sendall(bytes([byte]))
                if not line.recv(100):
                    break
            except TimeoutError:
                continue
            except OSError:
                break
    return time.monotonic() - begun
