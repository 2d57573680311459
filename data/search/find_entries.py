"""The search over everything: whole names first, then rare words, whole words, near words."""

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.search.entries import Answer, Entry, Found
from data.search.places_inside import Made, PlacesInside, without_around
from data.search.spanish_stems import asked, root, words
from data.search.synonyms import Synonyms
from data.search.word_index import Held, WordIndex
from data.text_normalisation import plain

# What is named whole, and what a place that is named whole lies in.
_NAMED, _INSIDE = 1_000.0, 500.0
_TOGETHER, _LOOKED_AT = 1.25, 40
# The words with which a question asks, and not for what.
_ASKING = frozenset({
    "busco", "cuales", "debo", "decir", "hace", "hacen", "necesito", "puedo", "quien", "quienes",
    "quiere", "quiero", "saber", "significa", "significan",
})  # fmt: skip


class Index:
    """Entries by their words, made once."""

    def __init__(
        self,
        entries: Sequence[Entry],
        same: Iterable[tuple[str, str]] = (),
        places: Iterable[tuple[Sequence[str], Made]] = (),
    ) -> None:
        """Index some entries, pairs of phrases that mean the same, places without a page."""
        self.entries, self._synonyms = entries, Synonyms(same)
        self._places = PlacesInside(places)
        self._words = WordIndex(entries)
        self._keys: dict[str, set[int]] = defaultdict(set)
        for place, entry in enumerate(entries):
            for key in entry.keys:
                self._keys[compact(key)].add(place)
                self._keys["".join(asked(key))].add(place)

    def find(self, question: str) -> Answer:
        """Return what a question finds; nothing for one without words."""
        said = _essential(asked(question))
        parts, groups, read_as = self._synonyms.parted(said), list[Held](), dict[str, str]()
        for alternatives in parts:
            held = self._words.of_any(alternatives)
            if not held and len(alternatives) == 1:
                held, meant = self._words.misspelled(alternatives[0])
                read_as |= meant
            groups.append(held)
        read = [read_as.get(word, word) for word in said]
        same = parts[0][1:] if len(parts) == 1 else []
        named = self._named(question, [said, read, *same, without_around(said)])
        found = _together(self._ranked(groups, named), read)
        places = self._places.of(said) or ([] if found else self._places.near(said))
        if places:
            # What the place lies in, after what is named whole; no word of its name was misread.
            found = sorted([*(Found(one, True, _INSIDE) for one in places), *found], key=_order)
            read_as = self._places.read_as(said)
        else:
            found += [Found(one, True, 0.0) for one in self._places.beginning(said)]
        every = {word for part in parts for phrase in part for word in phrase}
        return Answer(found, read_as, frozenset(map(root, every.union(read))))

    def like(self, question: str) -> list[Found]:
        """Return what the words most like those of a question find, best first."""
        said = _essential(asked(question))
        for loose in (1, 2):
            held = [self._words.misspelled((word,), loose)[0] for word in said]
            if any(held):
                return self._ranked([one for one in held if one], set())
        return []

    def _named(self, question: str, phrases: Iterable[Iterable[str]]) -> set[int]:
        """Return the entries that a question names whole: as written, as read, as it also is."""
        written = (compact(question), *map("".join, phrases))
        return next((self._keys[one] for one in written if one and one in self._keys), set())

    def _ranked(self, groups: Sequence[Held], named: set[int]) -> list[Found]:
        total = len(self.entries)
        rarity = [math.log(1 + (total - len(g) + 0.5) / (len(g) + 0.5)) for g in groups]
        scores = {place: [0.0, 0.0, 0.0] for place in named}
        for held, rare in zip(groups, rarity, strict=True):
            for place, strength in held.items():
                one = scores.setdefault(place, [0.0, 0.0, 0.0])
                one[0] += rare * strength
                one[1] += rare
                one[2] += 1
        whole = sum(rarity) or 1.0
        found = [
            Found(entry, count == len(groups), entry.weight * (score * (share / whole) ** 2 + name))
            for place, (score, share, count) in scores.items()
            for entry, name in [(self.entries[place], _NAMED * (place in named))]
        ]
        return sorted(found, key=_order)


def _order(one: Found) -> tuple[float, str]:
    return -one.score, one.entry.title


def _together(found: list[Found], said: Sequence[str]) -> list[Found]:
    """Put forward those of the best whose name holds the words one after another."""
    if len(said) < 2:
        return found
    phrase = f" {' '.join(map(root, said))} "
    best = [
        replace(one, score=one.score * _TOGETHER) if phrase in _name(one) else one
        for one in found[:_LOOKED_AT]
    ]
    return sorted(best, key=_order) + found[_LOOKED_AT:]


def _name(one: Found) -> str:
    return f" {' '.join(map(root, words(one.entry.title)))} "


def _essential(said: list[str]) -> list[str]:
    """Leave out the words with which a question asks, where others are left."""
    return [word for word in said if word not in _ASKING] or said


def compact(text: str) -> str:
    """Return the letters and digits of a text: how codes are compared."""
    return "".join(letter for letter in plain(text) if letter.isalnum())
