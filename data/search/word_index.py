"""Which entries hold a word, and how well: whole, of another gender, of its root, as it begins."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence

from data.search.entries import Entry
from data.search.near_words import NearWords
from data.search.spanish_stems import root, singular, stem, words

Held = dict[int, float]
_TITLE, _TEXT, _AROUND = 1.0, 0.6, 0.25
_EXACT, _GENDER, _ROOT, _PREFIX, _NEAR = 1.0, 0.85, 0.7, 0.45, 0.6
_MEANT = 0.95
_LENGTH, _USUAL = 0.3, 10
_SHORTEST_PREFIX, _MOST_PREFIXES, _MOST_NEAR = 4, 40, 3


class WordIndex:
    """The words of some entries, made once."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Index the entries by word; each is known by its place among them."""
        self._places: dict[str, Held] = defaultdict(dict)
        self._roots: dict[str, set[str]] = defaultdict(set)
        for place, entry in enumerate(entries):
            title = words(" ".join((entry.title, *entry.keys)))
            short = 1 / (1 - _LENGTH + _LENGTH * len(title) / _USUAL)
            self._add(place, title, _TITLE * short)
            self._add(place, words(entry.text), _TEXT)
            self._add(place, words(entry.around), _AROUND)
        self._sorted = sorted(self._places)
        self._near = NearWords(self._sorted)

    def _add(self, place: int, said: Iterable[str], weight: float) -> None:
        for word in said:
            held = self._places[word]
            held[place] = max(held.get(place, 0.0), weight)
            self._roots[root(word)].add(word)

    def of_any(self, alternatives: Sequence[Sequence[str]]) -> Held:
        """Return what holds some words, or all of others that mean the same."""
        found = self._phrase(alternatives[0])
        for other in alternatives[1:]:
            for place, strength in self._phrase(other, whole=True).items():
                found[place] = max(found.get(place, 0.0), strength * _MEANT)
        return found

    def misspelled(self, said: Iterable[str], loose: int = 0) -> tuple[Held, dict[str, str]]:
        """Return what holds the words that are spelled nearly alike, and how each was read."""
        read_as: dict[str, str] = {}
        found: Held = {}
        for word in said:
            for other in self._near.of(word, loose)[:_MOST_NEAR]:
                read_as.setdefault(word, other)
                for place, strength in self._word(other).items():
                    found[place] = max(found.get(place, 0.0), strength * _NEAR)
        return found, read_as

    def _phrase(self, said: Sequence[str], whole: bool = False) -> Held:
        """Return what holds some words; of several, as much as it holds of them."""
        each = [self._word(word) for word in said]
        if len(each) == 1:
            return each[0]
        places = set[int]().union(*each)
        if whole:
            places = {place for place in places if all(place in held for held in each)}
        return {p: sum(held.get(p, 0.0) for held in each) / len(each) for p in places}

    def _word(self, word: str) -> Held:
        found: Held = {}
        for known, strength in self._answering(word).items():
            for place, weight in self._places[known].items():
                found[place] = max(found.get(place, 0.0), strength * weight)
        return found

    def _answering(self, word: str) -> dict[str, float]:
        """Return the words of the index that answer one, with how well each does."""
        alike = self._roots.get(root(word), set()) | self._roots.get(stem(word), set())
        alike |= {word} & self._places.keys()
        found = {known: _strength(word, known) for known in alike}
        begins = stem(word)
        if len(begins) >= _SHORTEST_PREFIX and not word.isdigit():
            start = bisect_left(self._sorted, begins)
            for known in self._sorted[start : start + _MOST_PREFIXES]:
                if known.startswith(begins):
                    found.setdefault(known, _PREFIX)
        return found


def _strength(said: str, known: str) -> float:
    if said == known or singular(said) == singular(known):
        return _EXACT
    return _GENDER if stem(said) == stem(known) else _ROOT
