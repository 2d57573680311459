"""Counts for Prometheus of one process of the Registro: answers by route and status, seconds."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from threading import Lock

from callbacks.serving.metrics import BOUNDS, histogram


class Counts:
    """What this process answered since it started; each process has its port and its counts."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._lock = Lock()
        self._answers: Counter[tuple[str, int]] = Counter()
        self._seconds: defaultdict[str, float] = defaultdict(float)
        self._times: defaultdict[str, list[int]] = defaultdict(lambda: [0] * (len(BOUNDS) + 1))

    def request(self, route: str, status: int, seconds: float) -> None:
        """Count an answer."""
        bound = next((i for i, most in enumerate(BOUNDS) if seconds <= most), len(BOUNDS))
        with self._lock:
            self._answers[route, status] += 1
            self._seconds[route] += seconds
            self._times[route][bound] += 1

    def text(self) -> str:
        """Write everything in the format of Prometheus."""
        with self._lock:
            return "\n".join([*self._lines(), ""])

    def _lines(self) -> Iterator[str]:
        yield "# TYPE registro_peticiones_total counter"
        for (route, status), number in sorted(self._answers.items()):
            yield f'registro_peticiones_total{{ruta="{route}",estado="{status}"}} {number}'
        yield "# TYPE registro_segundos histogram"
        for route, times in sorted(self._times.items()):
            yield from histogram("registro", route, self._seconds[route], times)


COUNTS = Counts()
