"""The one memory of answers: whole, under their canonical address, bounded by all that it holds.

It stands before Flask, which takes longer to find its way than the answer to be sent. A view says
with `kept` what its address comes to; an address that is written so already never reaches Flask.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from sys import getsizeof
from threading import Lock
from typing import Any

from flask import Response, request
from werkzeug.wsgi import ClosingIterator

from callbacks.http.public_origin import asked_at
from callbacks.http.routes import FORM
from callbacks.serving.kept_answer import Environ, Headers, Kept, Start
from callbacks.serving.key_locks import Turns
from callbacks.serving.responses import coding
from callbacks.serving.waiting_line import in_turn
from data import clock
from data.query.query_string import untracked

Wsgi = Callable[[Environ, Start], Iterable[bytes]]
Key = tuple[str, ...]
# Every page, sheet and chart as it opens takes 8 MB in one coding; what is chosen beside fills the
# rest soon, so that who asks for choices without end makes nothing grow.
CAPACITY = 16 * 1024 * 1024
_PLACE = "tablero.memoria"
_SEARCHED = re.compile("(?:^|&)buscar=")
# What is compressed in itself is the same file for every visitor.
_PACKED = (".png", ".xlsx", ".docx", ".pdf", ".zip", ".woff2", ".ico")


@dataclass(slots=True)
class Place:
    """Where the answer to one request belongs; without a query in its canonical form, nowhere."""

    cache: "ResponseCache"
    start: Key
    query: str | None = None

    def key(self, query: str) -> Key:
        """Return the key of the same path with a query."""
        return (*self.start, query)


class ResponseCache:
    """A WSGI application before another; the answers used longest ago leave. Safe for threads."""

    def __init__(self, answer: Wsgi, capacity: int = CAPACITY) -> None:
        """Stand before an application, with a capacity in bytes."""
        self._answer, self._capacity, self.size = answer, capacity, 0
        self._answers: OrderedDict[Key, tuple[Kept, int]] = OrderedDict()
        self._lock, self._turns = Lock(), Turns()

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Give an answer that is kept, or ask for it and keep it."""
        # A request for the origin alone asks for its first page.
        environ["PATH_INFO"] = environ.get("PATH_INFO") or "/"
        environ["QUERY_STRING"] = untracked(environ.get("QUERY_STRING", ""))
        place = environ[_PLACE] = Place(self, _start(environ))
        if environ["REQUEST_METHOD"] != "GET":
            return self._answer(environ, start)
        key = place.key(environ["QUERY_STRING"])
        if found := self.get(key):
            return found.given(environ, start)
        # Who asks for the same meanwhile waits: written once, it is there for all of them.
        with self._turns.of(key):
            found = self.get(key)
            return found.given(environ, start) if found else self._asked(place, environ, start)

    def get(self, key: Key) -> Kept | None:
        """Return an answer and mark it as just used."""
        with self._lock:
            if key not in self._answers:
                return None
            self._answers.move_to_end(key)
            return self._answers[key][0]

    def put(self, key: Key, answer: Kept) -> None:
        """Keep an answer; what no longer fits leaves."""
        weight = answer.weight + sum(map(getsizeof, (key, *key)))
        with self._lock:
            if key in self._answers:
                return
            self._answers[key] = (answer, weight)
            self.size += weight
            while self.size > self._capacity:
                self.size -= self._answers.popitem(last=False)[1][1]

    def _asked(self, place: Place, environ: Environ, start: Start) -> Iterable[bytes]:
        said: list[Any] = []

        def started(status: str, headers: Headers, *rest: Any) -> Any:
            said[:] = [status, headers]
            return start(status, headers, *rest)

        with closing(ClosingIterator(self._answer(environ, started))) as written:
            body = b"".join(written)
        status, headers = said
        if place.query is not None:
            answer = Kept.of(status, headers, body, environ[FORM])
            if answer:
                self.put(place.key(place.query), answer)
        return [body]


def _start(environ: Environ) -> Key:
    """Return what an answer depends on beside its query: day, coding, origin, path."""
    path = f"/{environ['PATH_INFO'].lstrip('/')}"
    packed = path.endswith(_PACKED)
    offered = "" if packed else coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    day = clock.today().isoformat()
    return day, offered, environ["wsgi.url_scheme"], asked_at(environ), path


def kept(query: str | None, write: Callable[[], Response]) -> Response:
    """Answer as before under the canonical query of an address, or write it and have it kept.

    None: what is answered is of this one request (it says what of the address was not used). So
    is what a visitor searches for: there is no end of it, and it is nobody else's to read.
    """
    place: Place | None = request.environ.get(_PLACE)
    if query is None or _SEARCHED.search(query):
        return in_turn(write)
    if place is None:
        return write()
    if found := place.cache.get(place.key(query)):
        answer: list[Any] = []
        body = found.given(request.environ, lambda *said: answer.extend(said))
        return Response(body, *answer)
    place.query = query
    return write()
