"""Full-text search over the plans: rare words, whole words and neighbouring words first."""

import math
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from data.model import Actividad2007, Row
from data.search.search_corpus import Passage
from data.search.spanish_stems import asked, singular, stem, words

EXACT, GENDER, PREFIX, AROUND = 1.0, 0.6, 0.45, 0.3
_SHORTEST_PREFIX = 4
_TOGETHER = 1.3
_LENGTH = 0.35
# A reader looks for promises: what was done for one stands behind the promise itself.
_ACTIVITY = 0.75


@dataclass(frozen=True, slots=True)
class Hit:
    """One row found: whether it holds every word, in its own text and as asked, and how well."""

    row: Row
    text: str
    whole: bool
    exact: bool
    score: float


@dataclass(slots=True)
class _Entry:
    passage: Passage
    own: list[str]
    around: frozenset[str]
    weight: float = field(default=1.0)


class Search:
    """An index of passages, made once.

    A word weighs by its rarity; it counts whole in the row's own text, less as another gender or
    as the beginning of a longer word, little in what stands around it (action, entities).
    """

    def __init__(self, passages: list[Passage]) -> None:
        """Index the passages by word."""
        self._entries = [
            _Entry(p, words(p.text), frozenset(words(f"{p.text} {p.around}"))) for p in passages
        ]
        mean = sum(len(e.own) for e in self._entries) / max(len(self._entries), 1)
        self._places: dict[str, set[int]] = defaultdict(set)
        for place, entry in enumerate(self._entries):
            entry.weight = 1 / (1 - _LENGTH + _LENGTH * len(entry.own) / mean)
            entry.weight *= _ACTIVITY if isinstance(entry.passage.row, Actividad2007) else 1
            for word in entry.around:
                self._places[word].add(place)

    def find(self, question: str) -> list[Hit]:
        """Return the rows that hold the words asked for, best first; none for no words."""
        terms = [_Term(word, self._places) for word in asked(question)]
        terms = [term for term in terms if term.word]
        if not terms:
            return []
        rarity = {term.word: self._rarity(term) for term in terms}
        found = [
            (place, hit)
            for place in sorted(set().union(*(term.places for term in terms)))
            if (hit := _hit(self._entries[place], terms, rarity)) is not None
        ]
        found.sort(key=lambda p: (not p[1].whole, not p[1].exact, -p[1].score, p[0]))
        return [hit for _, hit in found]

    def _rarity(self, term: "_Term") -> float:
        total, holding = len(self._entries), len(term.places)
        return math.log(1 + (total - holding + 0.5) / (holding + 0.5))


class _Term:
    """One word of a question, the words of the index that answer it, and how well each does."""

    def __init__(self, word: str, places: dict[str, set[int]]) -> None:
        self.word = word
        self.strength = {
            known: value for known in places if (value := strength(word, known)) is not None
        }
        self.places = set().union(*(places[known] for known in self.strength))


def strength(asked_word: str, known: str) -> float | None:
    """Return how well a word of a text answers a word asked for; None if it does not."""
    if asked_word == known or singular(asked_word) == singular(known):
        return EXACT
    if stem(asked_word) == stem(known):
        return GENDER
    begins = known.startswith(stem(asked_word)) and not asked_word.isdigit()
    return PREFIX if begins and len(stem(asked_word)) >= _SHORTEST_PREFIX else None


def _hit(entry: _Entry, terms: list[_Term], rarity: dict[str, float]) -> Hit | None:
    own = [_best(term, entry.own) for term in terms]
    near = [_best(term, entry.around) for term in terms]
    held = sum(map(bool, near))
    if not held:
        return None
    score = sum(
        rarity[term.word] * max(inside, around * AROUND)
        for term, inside, around in zip(terms, own, near, strict=True)
    )
    score *= (held / len(terms)) ** 2 * entry.weight
    score *= _TOGETHER if _adjacent(entry.own, terms) else 1
    whole = held == len(terms) and (any(own) or held == 1)
    return Hit(entry.passage.row, entry.passage.text, whole, min(own) == EXACT, score)


def _best(term: _Term, held: Iterable[str]) -> float:
    return max((term.strength.get(word, 0.0) for word in held), default=0.0)


def _adjacent(own: list[str], terms: list[_Term]) -> bool:
    """Say whether two words asked for follow each other in the text as in the question."""
    return any(
        first in before.strength and second in after.strength
        for before, after in pairwise(terms)
        for first, second in pairwise(own)
    )
