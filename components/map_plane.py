"""The plane of a map: Mercator, from degrees to units."""

import math
from dataclasses import dataclass

WIDTH = 1000
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A layer in its plane: degrees of its edges, units per radian, size in units."""

    west: float
    east: float
    south: float
    north: float

    @property
    def scale(self) -> float:
        """Return the units of the plane per radian."""
        return WIDTH / math.radians(self.east - self.west)

    @property
    def height(self) -> float:
        """Return the height of a plane that is 1000 units wide."""
        return self.scale * (_northing(self.north) - _northing(self.south))

    def place(self, lon: float, lat: float) -> Point:
        """Return where a point on earth falls in the plane, from its upper left corner."""
        x = self.scale * math.radians(lon - self.west)
        return x, self.scale * (_northing(self.north) - _northing(lat))


def _northing(lat: float) -> float:
    return math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
