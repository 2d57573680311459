"""Answers kept whole, headers and all: what was just written is given again as it was.

It stands before Flask, which takes longer to find its way than the answer to be sent.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable
from contextlib import closing
from threading import Lock
from typing import Any

from dash import Dash
from werkzeug.http import parse_etags
from werkzeug.wsgi import ClosingIterator

from callbacks.serving.key_locks import Turns

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Wsgi = Callable[[Environ, Callable[..., Any]], Iterable[bytes]]
_MEMORY = 12 * 1024 * 1024
_LARGEST = 512 * 1024
# What an answer depends on; a server adds nothing else to the environment that changes it.
_ASKED = ("wsgi.url_scheme", "HTTP_HOST", "PATH_INFO", "QUERY_STRING")
_OF_THE_BODY = frozenset({"content-type", "content-length", "content-encoding"})


def register(app: Dash) -> None:
    """Keep what may be kept: answers to GET that say that anybody may."""
    app.server.wsgi_app = Kept(app.server.wsgi_app)


class Kept:
    """A WSGI application before another; bounded, the oldest answers leave. Safe for threads."""

    def __init__(self, answer: Wsgi, capacity: int = _MEMORY) -> None:
        """Stand before an application, with a capacity in bytes."""
        self._answer, self._capacity, self._size = answer, capacity, 0
        self._answers: OrderedDict[tuple[str, ...], tuple[Headers, str, bytes]] = OrderedDict()
        self._lock, self._turns = Lock(), Turns()

    def __call__(self, environ: Environ, start: Callable[..., Any]) -> Iterable[bytes]:
        """Give an answer that is kept, or ask for it and keep it."""
        if environ["REQUEST_METHOD"] != "GET":
            return self._answer(environ, start)
        offered = environ.get("HTTP_ACCEPT_ENCODING", "").lower()
        coding = next((name for name in ("br", "gzip") if name in offered), "")
        key = (coding, *(environ.get(name, "") for name in _ASKED))
        if found := self._found(key):
            return _given(found, environ, start)
        # Who asks for the same meanwhile waits: written once, it is there for all of them.
        with self._turns.of(key):
            found = self._found(key)
            return _given(found, environ, start) if found else self._asked(key, environ, start)

    def _found(self, key: tuple[str, ...]) -> tuple[Headers, str, bytes] | None:
        with self._lock:
            if key in self._answers:
                self._answers.move_to_end(key)
            return self._answers.get(key)

    def _asked(
        self, key: tuple[str, ...], environ: Environ, start: Callable[..., Any]
    ) -> Iterable[bytes]:
        said: list[Any] = []

        def started(status: str, headers: Headers, *rest: Any) -> Any:
            said[:] = [status, headers]
            return start(status, headers, *rest)

        with closing(ClosingIterator(self._answer(environ, started))) as written:
            body = b"".join(written)
        status, headers = said
        named = {name.lower(): value for name, value in headers}
        lasting = named.get("cache-control", "").startswith("public") and "etag" in named
        if status[:3] != "200" or not lasting or "set-cookie" in named:
            return [body]
        if len(body) <= _LARGEST:
            self._keep(key, (headers, named["etag"], body))
        return [body]

    def _keep(self, key: tuple[str, ...], kept: tuple[Headers, str, bytes]) -> None:
        with self._lock:
            if key in self._answers:
                return
            self._answers[key] = kept
            self._size += len(kept[2])
            while self._size > self._capacity:
                self._size -= len(self._answers.popitem(last=False)[1][2])


def _given(
    kept: tuple[Headers, str, bytes], environ: Environ, start: Callable[..., Any]
) -> Iterable[bytes]:
    headers, tag, body = kept
    asked = environ.get("HTTP_IF_NONE_MATCH")
    if asked and parse_etags(asked).contains_weak(tag.strip('"')):
        start("304 NOT MODIFIED", [one for one in headers if one[0].lower() not in _OF_THE_BODY])
        return []
    start("200 OK", list(headers))
    return [body]
