"""Places that have no page of their own: a question that names one leads to what it lies in."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from data.search.entries import Entry
from data.search.near_words import NearWords

# Short names look like too many words.
_LONG_ENOUGH = 6
Made = Callable[[], Iterable[Entry]]
# The words that stand around the name of a place in a question.
_AROUND = frozenset({
    "casos", "ciudad", "cuantas", "cuantos", "denuncia", "denuncias", "distrito", "personas",
    "provincia", "trata", "victima", "victimas", "zona",
})  # fmt: skip


class PlacesInside:
    """The names of such places, each with what makes its entries when it is asked for."""

    def __init__(self, named: Iterable[tuple[Sequence[str], Made]] = ()) -> None:
        """Keep the places by the words of their names."""
        self._made: dict[str, list[Made]] = defaultdict(list)
        self._first: dict[str, str] = {}
        for said, made in named:
            self._made["".join(said)].append(made)
            self._first["".join(said)] = said[0]
        self._near = NearWords(self._made)

    def of(self, said: Sequence[str]) -> list[Entry]:
        """Return what a question that is the name of a place leads to; nothing for another."""
        return self._entries(_name(said))

    def beginning(self, said: Sequence[str]) -> list[Entry]:
        """Return the same of the places whose name begins so: of Chincha, those of Chincha Alta."""
        wanted = _name(said)
        names = [name for name, first in self._first.items() if first == wanted and name != wanted]
        return [one for name in names for one in self._entries(name)]

    def near(self, said: Sequence[str]) -> list[Entry]:
        """Return the same of the places whose name is spelled nearly like the question."""
        return [one for name in self._likest(said) for one in self._entries(name)]

    def read_as(self, said: Sequence[str]) -> dict[str, str]:
        """Return how a question of one word was read, where it is no place as it was written."""
        if _name(said) in self._made or len(said) > 1:
            return {}
        return dict(zip(said, self._likest(said), strict=False))

    def _likest(self, said: Sequence[str]) -> list[str]:
        return self._near.of(_name(said)) if len(_name(said)) >= _LONG_ENOUGH else []

    def _entries(self, name: str) -> list[Entry]:
        found = (one for made in self._made.get(name, ()) for one in made())
        return list({(one.title, one.address): one for one in found}.values())


def without_around(said: Sequence[str]) -> list[str]:
    """Return the words of a question without those that stand around the name of a place."""
    return [word for word in said if word not in _AROUND] or list(said)


def _name(said: Sequence[str]) -> str:
    return "".join(without_around(said))
