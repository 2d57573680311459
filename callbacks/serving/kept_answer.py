"""An answer as it stands in memory, to be given again as it was."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from sys import getsizeof
from typing import Any, Self

from werkzeug.http import parse_etags

from callbacks.http.routes import FORM

Environ = dict[str, Any]
Headers = list[tuple[str, str]]
Start = Callable[..., Any]
_LARGEST = 2 * 1024 * 1024
_OF_THE_BODY = frozenset({"content-type", "content-length", "content-encoding"})


@dataclass(frozen=True, slots=True)
class Kept:
    """An answer: its headers, its tag, its bytes, and the form of its address for the log."""

    headers: Headers
    tag: str
    body: bytes
    form: str

    @property
    def weight(self) -> int:
        """Return its bytes in memory: the headers and the body, and what holds them."""
        words = (self.tag, self.form, *(word for pair in self.headers for word in pair))
        return sum(map(getsizeof, (self, self.headers, *self.headers, *words, self.body)))

    @classmethod
    def of(cls, status: str, headers: Headers, body: bytes, form: str) -> Self | None:
        """Return an answer that may be kept: whole, tagged, for anybody, not too large."""
        named = {name.lower(): value for name, value in headers}
        lasting = named.get("cache-control", "").startswith("public") and "etag" in named
        if status[:3] != "200" or not lasting or "set-cookie" in named or len(body) > _LARGEST:
            return None
        return cls(headers, named["etag"], body, form)

    def given(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Give it again, or 304 to who has it already."""
        environ[FORM] = self.form
        asked = environ.get("HTTP_IF_NONE_MATCH")
        if asked and parse_etags(asked).contains_weak(self.tag.strip('"')):
            left = [pair for pair in self.headers if pair[0].lower() not in _OF_THE_BODY]
            start("304 NOT MODIFIED", left)
            return []
        start("200 OK", list(self.headers))
        return [self.body]
