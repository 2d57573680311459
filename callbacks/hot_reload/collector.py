"""The garbage collector looks through what requests leave behind, and not through what stands."""

import gc

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
