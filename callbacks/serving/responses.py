"""One way to answer: compressed, tagged, cacheable."""

import gzip
import hashlib
from dataclasses import dataclass
from functools import lru_cache

import brotli
from flask import Response, request
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

MINUTE = "public, max-age=60, stale-while-revalidate=600"
DAY = "public, max-age=86400, stale-while-revalidate=604800"
FOREVER = "public, max-age=31536000, immutable"
_TEXTUAL = ("text/", "application/j", "application/ld", "application/geo", "application/xml",
            "image/svg")  # fmt: skip
# Ours, the best first, where a visitor takes several equally well.
_CODINGS = ("br", "gzip")


@dataclass(frozen=True, slots=True)
class Body:
    """The bytes of an answer with how they are encoded."""

    content: bytes
    mimetype: str
    encoding: str
    tag: str


@lru_cache(64)
def coding(offered: str) -> str:
    """Return the encoding that an `Accept-Encoding` takes best: br, gzip or none."""
    return parse_accept_header(offered, Accept).best_match(_CODINGS) or ""


def accepted() -> str:
    """Return the encoding that the visitor takes best."""
    return coding(request.headers.get("Accept-Encoding", ""))


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
