"""What the search over everything finds: an entry, how well it answers, the whole answer."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found: where it stands and its words, those of its name first.

    keys: what names it whole (a code, initials); weight: how likely it is what was meant.
    """

    kind: str
    id: str
    title: str
    address: str
    keys: tuple[str, ...] = ()
    text: str = ""
    around: str = ""
    note: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Found:
    """An entry with how well it answers, and whether it holds all that was asked."""

    entry: Entry
    whole: bool
    score: float


@dataclass(frozen=True, slots=True)
class Answer:
    """What a question finds, best first.

    read_as: the words that were read as others; meant: the roots of all words looked for.
    """

    found: list[Found] = field(default_factory=list)
    read_as: dict[str, str] = field(default_factory=dict)
    meant: frozenset[str] = frozenset()

    @property
    def whole(self) -> list[Found]:
        """Return what holds all that was asked for."""
        return [one for one in self.found if one.whole]
