"""Every answer seen from outside: one line in the log, one count; nothing where nobody reads."""

from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Any

from callbacks.http.routes import FORM, OTHER
from callbacks.serving import log
from callbacks.serving.metrics import COUNTS

Environ = dict[str, Any]
Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


def watched(answer: Wsgi) -> Wsgi:
    """Return the same application, observed."""

    def observed(environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        if not (COUNTS.on or log.listening()):
            return answer(environ, start)
        said = [500]

        def started(status: str, *rest: Any) -> Any:
            said[0] = int(status[:3])
            return start(status, *rest)

        begun = perf_counter()
        try:
            return answer(environ, started)
        finally:
            _note(environ, said[0], perf_counter() - begun)

    return observed


def _note(environ: Environ, status: int, seconds: float) -> None:
    route = environ.get(FORM, OTHER)
    if COUNTS.on:
        COUNTS.request(route, status, seconds)
    asked = environ["REQUEST_METHOD"]
    method = asked if asked in _METHODS else "OTRO"
    log.said("peticion", metodo=method, ruta=route, estado=status, ms=round(seconds * 1000, 1))
