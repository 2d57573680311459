"""What a schematic map says: places with their role, links between them, nothing finer."""

from dataclasses import dataclass, field, replace

from components.charts.grouping import grouped
from components.charts.layouts.key import Key
from components.charts.layouts.key_entry import Entry
from components.charts.layouts.kinds import Kind, counted
from components.charts.layouts.plane import Window


@dataclass(frozen=True, slots=True)
class Hint:
    """Where a name reads best beside its mark, tuned by hand; `split`: in two lines."""

    dx: float = 9
    dy: float = 4
    anchor: str = "start"
    split: bool = False

    @property
    def side(self) -> str:
        """Return the side of the mark, as a figure says it."""
        sides = {"start": "middle right", "end": "middle left"}
        return sides.get(self.anchor, "top center" if self.dy < 0 else "bottom center")


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name with what is written under it, its degrees, its kind, its whole line.

    query: the state in which it is chosen, where it can be; faint: it is not what is looked at;
    chosen: it is the one that the address names.
    """

    name: str
    lon: float
    lat: float
    kind: str
    title: str
    words: str = ""
    query: str | None = None
    faint: bool = False
    chosen: bool = False
    hint: Hint = field(default_factory=Hint)

    @property
    def forms(self) -> list[list[str]]:
        """Return the lines in which it can be written, the best first: whole, in more, or less."""
        under = [self.words] if self.words else []
        words = self.name.split(" ")
        parts = [" ".join(words[: len(words) // 2]), " ".join(words[len(words) // 2 :])]
        forms = [[self.name, *under], [*parts, *under]] if len(words) > 1 else [[self.name, *under]]
        return (forms[::-1] if self.hint.split else forms) + ([[self.name]] if under else [])


@dataclass(frozen=True, slots=True)
class Link:
    """A link from a place to another, by their keys, with its kind and its whole line.

    group: the heading under which the source has it.
    """

    start: str
    end: str
    kind: str
    title: str
    group: str = ""
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Corridor:
    """Links of one heading and kind of which every start goes to every end."""

    group: str
    kind: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    faint: bool


@dataclass(frozen=True, slots=True)
class FlowsSpec:
    """Places by their keys, the links between them, and the kinds of both, in the order of the key.

    window: the degrees of the base; path: the page on which a place can be chosen; note: what
    stands under the drawing.
    """

    places: dict[str, Place]
    links: tuple[Link, ...]
    kinds: dict[str, Kind]
    window: Window
    path: str = ""
    note: str = ""

    @property
    def entries(self) -> dict[str, Entry]:
        """Return what every kind that occurs means."""
        places = (one.kind for one in self.places.values())
        return counted(self.kinds, [*(link.kind for link in self.links), *places])

    @property
    def key(self) -> Key:
        """Return the kinds of links and of places, with what is said of the whole."""
        return Key(tuple(self.entries.values()), note=self.note, aligned=True)

    def corridors(self) -> list[Corridor]:
        """Return the links by heading, with the starts that go to the same ends together."""
        starts = grouped(self.links, lambda link: (link.group, link.kind, link.start))
        corridors = [
            Corridor(group, kind, (start,), tuple(link.end for link in links),
                     all(link.faint for link in links))
            for (group, kind, start), links in starts.items()
        ]  # fmt: skip
        alike = grouped(corridors, lambda one: replace(one, starts=()))
        return [replace(one, starts=tuple(each.starts[0] for each in found))
                for one, found in alike.items()]  # fmt: skip

    @property
    def stands(self) -> list[tuple[str, float, float]]:
        """Return every place by its key with its degrees."""
        return [(key, one.lon, one.lat) for key, one in self.places.items()]
