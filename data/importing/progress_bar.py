"""How far a long reading is: a bar on a terminal, a line now and then elsewhere."""

import sys
import time
from typing import TextIO

_WIDTH = 30
_BETWEEN_FRAMES = 0.1
_BETWEEN_LINES = 5.0
EVERY = 5_000
"""Rows between two calls worth making."""


class Progress:
    """Shows the share read, the rows and the seconds; a reading of under a second is silent."""

    def __init__(self, total: int, out: TextIO | None = None) -> None:
        """Start the clock; the total is in whatever `at` counts (bytes, rows), 0 if unknown."""
        self._total = total
        self._out = out or sys.stderr
        self._started = time.monotonic()
        self._terminal = self._out.isatty()
        self._pause = _BETWEEN_FRAMES if self._terminal else _BETWEEN_LINES
        self._due = self._started + 1.0
        self._shown = False

    def at(self, done: int, rows: int) -> None:
        """Show where the reading is, if it is time to."""
        if time.monotonic() >= self._due:
            self._show(done, rows)
            self._due = time.monotonic() + self._pause

    def end(self, rows: int) -> None:
        """Close the bar, if there was one."""
        if self._shown:
            self._show(self._total, rows)
            self._out.write("\n" if self._terminal else "")
            self._out.flush()

    def _show(self, done: int, rows: int) -> None:
        share = min(1.0, done / self._total) if self._total else 0.0
        bar = "█" * round(share * _WIDTH)
        seconds = time.monotonic() - self._started
        percent = f"{share:4.0%} · " if self._total else ""
        text = f"{percent}{rows:,} filas · {seconds:.0f} s"
        self._out.write(f"\r{bar:░<{_WIDTH}} {text}" if self._terminal else f"{text}\n")
        self._out.flush()
        self._shown = True
