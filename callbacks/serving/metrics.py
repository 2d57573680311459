"""Counts for Prometheus, in memory that the workers share: no disk, no lock between processes.

The memory is made before the workers are forked, one slot for each; a worker writes only in its
own, so that one killed in the middle leaves the others in peace, and whoever is asked adds up all.
"""

import mmap
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from callbacks.http.routes import OTHER
from data.settings import setting

STATUSES = (200, 301, 304, 400, 404, 405, 410, 413, 415, 429, 500, 501)
BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
RELOADS = ("aceptada", "rechazada")
_SLOTS = 32
# Room for more forms of addresses than there are: what a server has is told when it is made.
_ROUTES = 96
# Of a route: its answers by status and one place for any other; its seconds; its times by bound.
_ROW = len(STATUSES) + 1 + 1 + len(BOUNDS) + 1
_SECONDS = len(STATUSES) + 1
_WIDTH = _ROUTES * _ROW + len(RELOADS)


class Counts:
    """What happened since the server started, added up over its workers."""

    def __init__(self) -> None:
        """Take the memory; it is nothing until it is written to."""
        self._cells = memoryview(mmap.mmap(-1, _SLOTS * _WIDTH * 8)).cast("d")
        self._lock = threading.Lock()
        self._slot: int | None = None
        self._routes = {OTHER: 0}
        self.about: Callable[[], dict[str, str]] = dict

    @property
    def on(self) -> bool:
        """Say whether this process counts."""
        return self._slot is not None

    def name(self, routes: Sequence[str]) -> None:
        """Take the forms of the addresses of a server, the same in every process."""
        if len(routes) > _ROUTES:
            raise ValueError(f"{len(routes)} routes: raise _ROUTES in {__name__}")
        self._routes = {route: index for index, route in enumerate(routes)}

    def claim(self, slot: int) -> None:
        """Count in a slot from now on; a worker takes the one of the worker it replaces."""
        self._slot, self._lock = slot % _SLOTS, threading.Lock()

    def request(self, route: str, status: int, seconds: float) -> None:
        """Count an answer."""
        row = self._routes.get(route, self._routes[OTHER]) * _ROW
        kind = STATUSES.index(status) if status in STATUSES else len(STATUSES)
        bound = next((i for i, most in enumerate(BOUNDS) if seconds <= most), len(BOUNDS))
        with self._lock:
            self._add(row + kind, 1)
            self._add(row + _SECONDS, seconds)
            self._add(row + _SECONDS + 1 + bound, 1)

    def reload(self, outcome: str) -> None:
        """Count new tables, taken or refused by this worker."""
        if self.on:
            with self._lock:
                self._add(_WIDTH - len(RELOADS) + RELOADS.index(outcome), 1)

    def _add(self, cell: int, amount: float) -> None:
        self._cells[(self._slot or 0) * _WIDTH + cell] += amount

    def text(self) -> str:
        """Write everything in the format of Prometheus."""
        return "\n".join([*self._lines(), ""])

    def _lines(self) -> Iterator[str]:
        slots = (self._cells[slot * _WIDTH : (slot + 1) * _WIDTH] for slot in range(_SLOTS))
        total = [sum(cells) for cells in zip(*slots, strict=True)]
        rows = {r: total[i * _ROW : (i + 1) * _ROW] for r, i in self._routes.items()}
        seen = {route: row for route, row in rows.items() if any(row)}
        yield "# TYPE tablero_peticiones_total counter"
        for route, row in seen.items():
            for status, number in zip((*STATUSES, "otro"), row, strict=False):
                if number:
                    yield f'tablero_peticiones_total{{ruta="{route}",estado="{status}"}} {number:g}'
        yield "# TYPE tablero_segundos histogram"
        for route, row in seen.items():
            yield from histogram("tablero", route, row[_SECONDS], row[_SECONDS + 1 :])
        yield "# TYPE tablero_recargas_total counter"
        for outcome, number in zip(RELOADS, total[-len(RELOADS) :], strict=True):
            yield f'tablero_recargas_total{{resultado="{outcome}"}} {number:g}'
        yield "# TYPE tablero_datos_info gauge"
        labels = ",".join(f'{name}="{value}"' for name, value in self.about().items())
        yield f"tablero_datos_info{{{labels}}} 1"


def histogram(name: str, route: str, seconds: float, times: Sequence[float]) -> Iterator[str]:
    """Write the seconds of a route: how many answers took no more than each bound."""
    until = 0.0
    for bound, number in zip((*BOUNDS, "+Inf"), times, strict=True):
        until += number
        yield f'{name}_segundos_bucket{{ruta="{route}",le="{bound}"}} {until:g}'
    yield f'{name}_segundos_sum{{ruta="{route}"}} {seconds:.6f}'
    yield f'{name}_segundos_count{{ruta="{route}"}} {until:g}'


COUNTS = Counts()


def wanted() -> tuple[str, int] | None:
    """Return where `TABLERO_METRICAS` asks for them: a port of this machine, or host:port."""
    host, _, port = setting("TABLERO_METRICAS").rpartition(":")
    return (host or "127.0.0.1", int(port)) if port else None


def listen(place: tuple[str, int]) -> socket.socket:
    """Open the port, once, before the workers are forked; all of them answer at it."""
    return socket.create_server(place, reuse_port=True)


def serve(listener: socket.socket, told: Callable[[], str] = COUNTS.text) -> None:
    """Answer at the port from a thread of this worker, with what is told of its counts."""
    answer = type("_Told", (_Answer,), {"told": staticmethod(told)})
    server = ThreadingHTTPServer(("", 0), answer, bind_and_activate=False)
    server.socket.close()
    server.socket = listener
    threading.Thread(target=server.serve_forever, daemon=True).start()


class _Answer(BaseHTTPRequestHandler):
    timeout = 5
    told: Callable[[], str]

    def do_GET(self) -> None:
        """Send the counts."""
        body = self.told().encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing: who asks is in no log."""
