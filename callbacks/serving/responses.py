"""One way to answer: compressed, tagged, cacheable, and remembered within bounds."""

import gzip
import hashlib
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

import brotli
from flask import Response, request

MINUTE = "public, max-age=60, stale-while-revalidate=600"
DAY = "public, max-age=86400, stale-while-revalidate=604800"
FOREVER = "public, max-age=31536000, immutable"
_TEXTUAL = ("text/", "application/j", "application/ld", "application/geo", "image/svg")


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes of an answer with how they are encoded."""

    content: bytes
    mimetype: str
    encoding: str
    tag: str


class Shelf:
    """A bounded memory of encoded bodies; the oldest leave first. Safe between threads."""

    def __init__(self, capacity: int) -> None:
        """Set the capacity in bytes."""
        self._capacity, self._size = capacity, 0
        self._bodies: OrderedDict[tuple[str, str], Body] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[str, str]) -> Body | None:
        """Return a body and mark it as just used."""
        with self._lock:
            if key in self._bodies:
                self._bodies.move_to_end(key)
            return self._bodies.get(key)

    def put(self, key: tuple[str, str], body: Body) -> None:
        """Keep a body; what no longer fits leaves."""
        with self._lock:
            if key in self._bodies:
                return
            self._bodies[key] = body
            self._size += len(body.content)
            while self._size > self._capacity:
                self._size -= len(self._bodies.popitem(last=False)[1].content)


def accepted() -> str:
    """Return the best encoding that the visitor takes: br, gzip or none."""
    offered = request.headers.get("Accept-Encoding", "").lower()
    return next((name for name in ("br", "gzip") if name in offered), "")


def encode(content: bytes, mimetype: str, encoding: str, quality: int = 5) -> Body:
    """Compress a body if its type gains from it."""
    tag = hashlib.sha256(content).hexdigest()[:16]
    if not encoding or not mimetype.startswith(_TEXTUAL) or len(content) < 256:
        return Body(content, mimetype, "", tag)
    packed = (
        brotli.compress(content, quality=quality)
        if encoding == "br"
        else gzip.compress(content, compresslevel=6, mtime=0)
    )
    return Body(packed, mimetype, encoding, f"{tag}-{encoding}")


def respond(body: Body, cache: str, status: int = 200) -> Response:
    """Send a body, or 304 where the visitor already has it."""
    if status == 200 and request.if_none_match.contains(body.tag):
        response = Response(status=304)
    else:
        response = Response(body.content, status=status, mimetype=body.mimetype.partition(";")[0])
        if body.encoding:
            response.headers["Content-Encoding"] = body.encoding
    response.set_etag(body.tag)
    response.headers["Cache-Control"] = cache
    response.headers["Vary"] = "Accept-Encoding"
    return response


def send(text: str, mimetype: str, cache: str = MINUTE, status: int = 200) -> Response:
    """Encode and send a text in one step."""
    return respond(encode(text.encode(), mimetype, accepted()), cache, status)
