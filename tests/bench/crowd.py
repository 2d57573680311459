"""Many visitors at once: recorded visits asked again over kept connections, without a browser."""

import socket
import statistics
import threading
import time
from urllib.parse import urlsplit

from tests.bench.sites import processor

Asked = list[tuple[str, str, bytes]]


class Visitor(threading.Thread):
    """One visitor after another on a new connection each, until the time is over."""

    def __init__(self, place: tuple[str, int], requests: list[bytes], end: float) -> None:
        super().__init__(daemon=True)
        self.place, self.requests, self.end = place, requests, end
        self.times: list[float] = []
        self.failed = 0

    def run(self):
        while time.perf_counter() < self.end:
            start = time.perf_counter()
            try:
                with socket.create_connection(self.place, timeout=60) as line:
                    for one in self.requests:
                        line.sendall(one)
                        self.failed += _status(line) >= 400
            except OSError:
                self.failed += 1
            self.times.append(time.perf_counter() - start)


def _status(line: socket.socket) -> int:
    """Read one answer to its end and return its status."""
    got = b""
    while b"\r\n\r\n" not in got:
        piece = line.recv(65536)
        if not piece:
            raise ConnectionError("the server closed the line")
        got += piece
    head, _, body = got.partition(b"\r\n\r\n")
    lengths = [row for row in head.lower().split(b"\r\n") if row.startswith(b"content-length:")]
    left = int(lengths[0].split(b":")[1]) - len(body) if lengths else 0
    while left > 0:
        piece = line.recv(min(left, 1 << 18))
        if not piece:
            raise ConnectionError("the server closed the line")
        left -= len(piece)
    return int(head.split(b" ", 2)[1])


def _written(asked: Asked, host: str) -> list[bytes]:
    return [
        f"{method} {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip, br\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        + body
        for method, path, body in asked
    ]


def crowd(base: str, pid: int, asked: Asked, visitors: int, seconds: float) -> dict[str, float]:
    """Return what so many visitors at once get, and what each visit costs the server."""
    place = urlsplit(base)
    requests = _written(asked, place.netloc)
    before, start = processor(pid), time.perf_counter()
    crowded = [Visitor((place.hostname, place.port), requests, start + seconds)
               for _ in range(visitors)]  # fmt: skip
    for one in crowded:
        one.start()
    for one in crowded:
        one.join(seconds + 120)
    took = time.perf_counter() - start
    times = sorted(one for visitor in crowded for one in visitor.times)
    return {
        "visitas por segundo": len(times) / took,
        "mediana de una visita, ms": statistics.median(times) * 1000,
        "p95 de una visita, ms": times[int(len(times) * 0.95)] * 1000,
        "procesador por visita, ms": (processor(pid) - before) / len(times) * 1000,
        "fallos": sum(visitor.failed for visitor in crowded),
    }
