"""The garbage collector looks through what requests leave behind, and not through what stands."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from weakref import ref

# Allocations before a look at what is young, and looks before one at what is older.
_SELDOM = (50_000, 20, 10)


def look_seldom() -> None:
    """Look less often: reading tables and writing pages allocates much and leaves little behind."""
    gc.set_threshold(*_SELDOM)


def freeze() -> None:
    """Leave what is in memory out of every later look: that was a fifth of writing a page."""
    gc.collect()
    gc.freeze()


def free() -> None:
    """Free a board that no longer stands, a circle that holds itself; what was out stays out."""
    out = gc.get_freeze_count() > 0
    gc.unfreeze()
    gc.collect()
    if out:
        gc.freeze()


class Leaving:
    """The board that stood before; who is still being answered holds it, until a later look."""

    def __init__(self) -> None:
        """Know of none."""
        self._left: Callable[[], object | None] = lambda: None

    @contextmanager
    def freed(self, board: Callable[[], object]) -> Iterator[None]:
        """Free what stands no longer at the end, or what had left and was held."""
        stood = ref(board())
        try:
            yield
        finally:
            if stood() is not board():
                self._left = stood
            if self._left() is not None:
                free()
