"""Words that are spelled nearly alike: what a reader may have meant."""

from collections.abc import Iterable, Iterator

_SOUNDS = (
    ("qu", "k"), ("ch", "x"), ("h", ""), ("v", "b"), ("z", "s"), ("ce", "se"), ("ci", "si"),
    ("c", "k"), ("ll", "y"), ("ge", "je"), ("gi", "ji"), ("rr", "r"),
)  # fmt: skip
_SHORT, _LONG = 4, 8
_LETTERS = {letter: 1 << place for place, letter in enumerate("abcdefghijklmnopqrstuvwxyz")}


class NearWords:
    """The words of an index, found by one that is not among them."""

    def __init__(self, known: Iterable[str]) -> None:
        """Keep the words that are long enough to be taken for another."""
        words = [word for word in known if len(word) >= _SHORT and not word.isdigit()]
        self._known = [(word, sound(word), _mask(sound(word))) for word in words]

    def of(self, word: str, loose: int = 0) -> list[str]:
        """Return the words nearest to one; `loose`: how many more letters may differ."""
        if len(word) < _SHORT or word.isdigit():
            return []
        heard, limit = sound(word), (2 if len(word) >= _LONG else 1) + loose
        # A short word is not read as one that begins otherwise, but with its letters swapped.
        begins = heard[:2] if len(word) < _LONG and not loose else ""
        found = [(away, one) for one, away in self._measured(heard, limit)
                 if away <= limit and (not begins or sound(one)[0] in begins)]  # fmt: skip
        best = min((away for away, _ in found), default=0)
        return sorted(one for away, one in found if away == best)

    def _measured(self, heard: str, limit: int) -> Iterator[tuple[str, int]]:
        mask, size = _mask(heard), len(heard)
        for word, other, letters in self._known:
            # Each step changes at most two of the letters that two words hold.
            near = abs(len(other) - size) <= limit
            if near and (mask ^ letters).bit_count() <= 2 * limit:
                yield word, distance(heard, other, limit)


def sound(word: str) -> str:
    """Return a word as it is heard in Peru: `b` and `v`, `s`, `z` and `c` are the same."""
    for written, heard in _SOUNDS:
        word = word.replace(written, heard)
    return word


def distance(one: str, other: str, limit: int) -> int:
    """Return how many letters are added, lost, changed or swapped; over the limit, more than it."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, letter2 in enumerate(other, 1):
            step = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != letter2))
            swapped = i > 1 and j > 1 and one[i - 2] == letter2 and letter == other[j - 2]
            row.append(min(step, earlier[j - 2] + 1) if swapped else step)
        if min(row) > limit:
            return limit + 1
    return row[-1]


def _mask(word: str) -> int:
    found = 0
    for letter in word:
        found |= _LETTERS.get(letter, 0)
    return found
