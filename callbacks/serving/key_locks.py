"""One at a time for each thing, and all things at once."""

from collections.abc import Hashable, Iterator
from contextlib import contextmanager
from threading import Lock


class Turns:
    """A lock for each key in use, forgotten with its last user. Safe between threads."""

    def __init__(self) -> None:
        """Begin with nobody waiting."""
        self._lock = Lock()
        self._waiting: dict[Hashable, tuple[Lock, int]] = {}

    @contextmanager
    def of(self, key: Hashable) -> Iterator[None]:
        """Wait until nobody else holds the key."""
        with self._lock:
            turn, users = self._waiting.get(key, (Lock(), 0))
            self._waiting[key] = (turn, users + 1)
        try:
            with turn:
                yield
        finally:
            with self._lock:
                turn, users = self._waiting.pop(key)
                if users > 1:
                    self._waiting[key] = (turn, users - 1)
