"""The board that stands: swapped whole for another one, never while an answer is written.

A request is served from start to end by the board that stood when it came.
"""

import gc
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from importlib.resources.abc import Traversable
from threading import Event, Lock, Thread
from typing import Any

from flask import Flask
from werkzeug.test import Client

from callbacks.hot_reload import judgement
from callbacks.hot_reload.judgement import Build, Verdict
from callbacks.http.health import REASON
from callbacks.serving import log
from callbacks.serving.metrics import COUNTS
from data.hot_reload import snapshot
from data.hot_reload.shared_state import Judged, Shared
from data.loader import load
from data.publish.versions import Archive
from data.store import Store

_STILL = 0.5


@dataclass(frozen=True, slots=True)
class Standing:
    """What serves now: a board over its tables, why newer ones were refused, which judgement."""

    board: Flask
    store: Store
    reason: str
    generation: int


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
        judged, self._mark = first.judged, first.judged.mark
        number = self._shared.write(judged)
        self._standing = Standing(first.board, first.store, judged.reason, number)
        self._process, self._lock, self._wake = 0, Lock(), Event()
        self._pause = every
        COUNTS.about = self._about

    def __call__(self, environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        """Answer one request with one board."""
        if self._process != os.getpid() and self._every:
            self._begin()
        standing = self._standing
        if standing.generation != self._shared.generation:
            self._wake.set()
        environ[REASON] = standing.reason
        return standing.board(environ, start)

    def test_client(self) -> Client:
        """Return a client of whatever board stands."""
        return Client(self)

    def _begin(self) -> None:
        """In a new process: be no older than the others before the first answer, then watch."""
        with self._lock:
            if self._process == os.getpid():
                return
            self._safely(self._adopt)
            Thread(target=self._watch, name="tablas", daemon=True).start()
            self._process = os.getpid()

    def _watch(self) -> None:
        while True:
            self._wake.wait(self._pause)
            self._wake.clear()
            self._safely(self.look)

    @staticmethod
    def _safely(act: Callable[[], None]) -> None:
        """Go on serving what stands, whatever happens while looking for something newer."""
        try:
            act()
        except Exception as error:
            log.failed("las tablas no se pudieron mirar", error)

    def look(self) -> None:
        """Take what another process judged, or judge tables that changed and now stand still."""
        with self._lock:
            self._adopt()
            before, self._mark = self._mark, snapshot.mark(self._folder)
            # What just changed is looked at again soon: it is judged once it stands still.
            self._pause = min(self._every, _STILL) if before != self._mark else self._every
            if before != self._mark or self._mark == self._shared.read()[1].mark:
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
        self._standing = replace(self._standing, generation=number, reason=last.reason)
        if last.version != self._standing.store.version:
            store = load(snapshot.opened(last.packed), Archive())
            self._stand(Verdict(self._build(store), store, last), number)

    def _judge(self, last: Judged) -> None:
        packed, read = snapshot.taken(self._folder)
        # What was read must be what was seen: a folder may go away and be back before it is looked
        # at again, with the same mark, and leave behind what it held in between.
        if not read == self._mark == snapshot.mark(self._folder):
            return
        stands = Verdict(self._standing.board, self._standing.store, last)
        found = judgement.of_newer(self._build, self._mark, packed, stands)
        self._stand(found, self._shared.write(found.judged))

    def _stand(self, found: Verdict, number: int) -> None:
        new = found.store is not self._standing.store
        self._standing = Standing(found.board, found.store, found.judged.reason, number)
        if new:
            log.said("tablas nuevas", version=found.judged.version)
            # The old board holds itself in a circle: only this lets go of its memory.
            gc.collect()

    def _about(self) -> dict[str, str]:
        store = self._standing.store
        return {"version": store.version, "corte": str(store.latest)}
