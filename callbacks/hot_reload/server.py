"""The board that stands: swapped whole for another one, never while an answer is written.

A request is served from start to end by the board that stood when it came.
"""

from collections.abc import Iterable
from dataclasses import replace
from importlib.resources.abc import Traversable
from threading import Event, Lock, Thread
from typing import Any

from flask import Flask
from werkzeug.test import Client

from callbacks.hot_reload import collector, judgement
from callbacks.hot_reload.judgement import Build, Verdict
from callbacks.hot_reload.process_id import PROCESS_ID
from callbacks.hot_reload.standing import Standing
from callbacks.hot_reload.watch import safely, watch
from callbacks.http.health import REASON
from callbacks.serving import log
from callbacks.serving.metrics import COUNTS
from data.hot_reload import snapshot
from data.hot_reload.shared_state import Judged, Shared
from data.loader import load
from data.publish.versions import Archive

_STILL = 0.5


class Server:
    """The WSGI application: it hands each request to the board that stands.

    The first process to see new tables judges them; the others take its judgement, and so does
    a process that starts later. To be made before the processes part.
    """

    def __init__(self, build: Build, folder: Traversable, every: float = 0) -> None:
        """Load the folder, or raise TableError or TextError.

        every: seconds from one look for newer tables to the next; 0: never.
        """
        self._build, self._folder, self._every = build, folder, every
        first, self._shared = judgement.at_start(build, folder), Shared()
        self._judged, self._mark = first.judged, first.judged.mark
        number = self._shared.write(first.judged)
        self._standing = Standing(first.board, first.store, first.judged.reason, number)
        self._process, self._pause, self._lock, self._wake = 0, every, Lock(), Event()
        self._leaving = collector.Leaving()
        COUNTS.about = self._about

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Answer one request with one board."""
        if self._process != PROCESS_ID.value and self._every:
            self._begin()
        standing = self._standing
        if standing.generation != self._shared.generation:
            self._wake.set()
        environ[REASON] = standing.reason
        return standing.answer(environ, start)

    def test_client(self) -> Client:
        """Return a client of whatever board stands."""
        return Client(self)

    def _begin(self) -> None:
        """In a new process: be no older than the others before the first answer, then watch."""
        with self._lock:
            if self._process == PROCESS_ID.value:
                return
            with self._leaving.freed(self._board):
                safely(self._adopt)
            looking = (self.look, self._wake, lambda: self._pause)
            Thread(target=watch, args=looking, name="tablas", daemon=True).start()
            self._process = PROCESS_ID.value

    def look(self) -> None:
        """Take what another process judged, or judge tables that changed and now stand still."""
        with self._lock, self._leaving.freed(self._board):
            self._look()

    def _board(self) -> Flask:
        return self._standing.board

    def _look(self) -> None:
        self._adopt()
        before, self._mark = self._mark, snapshot.mark(self._folder)
        # What just changed is looked at again soon: it is judged once it stands still.
        self._pause = min(self._every, _STILL) if before != self._mark else self._every
        last = self._shared.read()[1]
        if before != self._mark or (self._mark == last.mark and not last.trial):
            return
        with self._shared.turn() as mine:
            number, last = self._shared.read()
            if mine and number == self._standing.generation:
                self._judge(last)

    def _adopt(self) -> None:
        """Stand on the last judgement if it is of another process."""
        number, last = self._shared.read()
        if number == self._standing.generation:
            return
        stood = self._verdict(self._judged)
        self._judged = last
        if last.version == stood.store.version:
            kept = self._standing.before if last.trial else None
            self._standing = replace(self._standing, generation=number, reason=last.reason,
                                     before=kept)  # fmt: skip
            return
        store = load(snapshot.opened(last.packed), Archive())
        found = Verdict(self._build(store), store, last)
        self._stand(found, number, stood if last.trial else None)

    def _verdict(self, judged: Judged) -> Verdict:
        return Verdict(self._standing.board, self._standing.store, judged)

    def _judge(self, last: Judged) -> None:
        if last.trial and last.mark == self._mark:
            # Who was trying them did not come to the end.
            self._try(self._verdict(last), self._standing.before)
            return
        packed, read = snapshot.taken(self._folder)
        # What was read must be what was seen: a folder may go away and be back before it is looked
        # at again, with the same mark, and leave behind what it held in between.
        if not read == self._mark == snapshot.mark(self._folder):
            return
        stands = self._verdict(last)
        found = judgement.of_newer(self._build, self._mark, packed, stands)
        trial = found.judged.trial
        self._stand(found, self._shared.write(found.judged), stands if trial else None)
        if trial:
            self._try(found, stands)

    def _try(self, found: Verdict, before: Verdict | None) -> None:
        ended = judgement.of_tried(self._build, found, before)
        self._stand(ended, self._shared.write(ended.judged))

    def _stand(self, found: Verdict, number: int, before: Verdict | None = None) -> None:
        other, reason = found.store is not self._standing.store, found.judged.reason
        self._judged = found.judged
        self._standing = Standing(found.board, found.store, reason, number, before)
        if other:
            said = "tablas de antes" if reason else "tablas nuevas"
            log.said(said, version=found.judged.version)

    def _about(self) -> dict[str, str]:
        store = self._standing.store
        return {"version": store.version, "corte": str(store.latest)}
