"""Words that mean the same: what is asked in one of them is also looked for in the others."""

from collections.abc import Iterable, Sequence

from data.search.spanish_stems import asked, root

Words = tuple[str, ...]


class Synonyms:
    """Phrases that stand for one another, each found where a question holds it."""

    def __init__(self, same: Iterable[tuple[str, str]]) -> None:
        """Keep the pairs, both ways."""
        self._others: dict[Words, list[Words]] = {}
        for one, other in same:
            for here, there in ((one, other), (other, one)):
                said, meant = tuple(asked(here)), tuple(asked(there))
                held = self._others.setdefault(_roots(said), []) if said and meant else []
                if meant and meant not in held:
                    held.append(meant)
        self._longest = max(map(len, self._others), default=0)

    def parted(self, question: Sequence[str]) -> list[list[Words]]:
        """Part a question into what is asked for: the words said, then what means the same."""
        found: list[list[Words]] = []
        place = 0
        while place < len(question):
            size = self._size_at(question, place)
            said = tuple(question[place : place + max(size, 1)])
            found.append([said, *(self._others[_roots(said)] if size else ())])
            place += len(said)
        return found

    def _size_at(self, question: Sequence[str], place: int) -> int:
        """Return how many words from a place on have others; 0 for none."""
        longest = min(self._longest, len(question) - place)
        sizes = range(longest, 0, -1)
        said = ((size, _roots(question[place : place + size])) for size in sizes)
        return next((size for size, key in said if key in self._others), 0)


def _roots(said: Iterable[str]) -> Words:
    return tuple(root(word) for word in said)
