"""What serves now: a board over its tables and, while they are tried, the one before it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from flask import Flask
from werkzeug.test import run_wsgi_app

from callbacks.hot_reload.judgement import Verdict
from data.store import Store


@dataclass(frozen=True, slots=True)
class Standing:
    """A board over its tables, why newer ones were refused, which judgement that was.

    before: what stood before tables that are being tried: it answers what they cannot.
    """

    board: Flask
    store: Store
    reason: str
    generation: int
    before: Verdict | None = None

    def answer(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Answer one request with one board: what it fails at, with the one before it."""
        if self.before is None:
            return self.board(environ, start)
        asked = dict(environ)
        body, status, headers = run_wsgi_app(self.board, environ)
        if status.startswith("5"):
            getattr(body, "close", lambda: None)()
            return self.before.board(asked, start)
        start(status, headers.to_wsgi_list())
        return body
