"""Watches for rows that stand twice in a file, within a fixed amount of memory."""

WATCHED = 200_000
"""Rows remembered; an official yearly file has about 10,000."""


class Repeats:
    """Remembers the rows seen, up to a limit, by a 64-bit fingerprint and their line."""

    def __init__(self) -> None:
        """Begin with nothing seen."""
        self._seen: dict[int, int] = {}
        self.count = 0
        self.full = False

    def first(self, line: int, cells: list[str]) -> int | None:
        """Return the line where the same row stood before, if it is remembered."""
        mark = hash(tuple(cells))
        if (before := self._seen.get(mark)) is not None:
            self.count += 1
            return before
        self.full = len(self._seen) >= WATCHED
        if not self.full:
            self._seen[mark] = line
        return None
