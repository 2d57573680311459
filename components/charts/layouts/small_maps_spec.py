"""What small maps say: a map for each year, of the same layer and the same classes."""

from dataclasses import dataclass

from components.charts.layouts.key import Key
from components.charts.layouts.map_spec import Class, MapSpec
from geo import places

SMALL = "s"
"""The kind of these maps in the names of their patterns."""


@dataclass(frozen=True, slots=True)
class Small:
    """One of the maps, with the lines of words over it: its year, its total."""

    lines: tuple[str, ...]
    plot: MapSpec


@dataclass(frozen=True, slots=True)
class SmallMapsSpec:
    """The maps of some years, in order; what they share is that of the first."""

    maps: tuple[Small, ...]

    @property
    def layer(self) -> places.Layer:
        """Return the layer of all of them."""
        return self.maps[0].plot.layer

    @property
    def key(self) -> Key:
        """Return one key for all: each class once, without how many are of it."""
        first = self.maps[0].plot
        entries = (kind.entry(self.layer, kind.label, SMALL) for kind in self.classes)
        return Key(tuple(entries), first.heading, first.note)

    @property
    def classes(self) -> list[Class]:
        """Return every class and kind of absence that any map has, each once, least first."""
        found = {kind.label: kind for one in self.maps for kind in one.plot.classes}
        return sorted(found.values(), key=lambda kind: (bool(kind.absent), kind.token))
