"""Who waits for what costs: one is served at a time, few may wait, and none for long."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, Lock

from flask import Response, abort

_PLACES = 8
_PATIENCE = 20.0


class Line:
    """A line before something that takes the processor. Safe between threads.

    Who is not let in hears 429 at once, so that pages keep their threads and their processor.
    """

    def __init__(self, places: int = _PLACES, patience: float = _PATIENCE) -> None:
        """Set how many may stand in it, who is being served included, and for how many seconds."""
        self._places, self._one, self._patience = BoundedSemaphore(places), Lock(), patience

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn; 429 where the line is full or does not move."""
        if not self._places.acquire(blocking=False):
            abort(429)
        try:
            if not self._one.acquire(timeout=self._patience):
                abort(429)
            try:
                yield
            finally:
                self._one.release()
        finally:
            self._places.release()


# For what nothing can remember, because there is no end of it: searches, addresses that say what
# no filter takes, the kit of every choice of charts. A page waits for one of them, not for all.
ENDLESS = Line(places=6, patience=2.0)


def in_turn(write: Callable[[], Response]) -> Response:
    """Write one of them when its turn comes."""
    with ENDLESS.turn():
        return write()
