"""Shapes of territories written once into a document: a frame in a sandbox may fetch none."""

from typing import get_args

from components import outlines, svg
from geo import places


class Shapes:
    """The shapes that the drawings of one document use; they stand in it, each layer once."""

    def __init__(self) -> None:
        """Know of none yet."""
        self._used: set[places.Layer] = set()

    def beside(self, element: svg.Element) -> svg.Element:
        """Return an element that looks for its shape in the document where it stands."""
        place = element.attributes.get("href")
        if not isinstance(place, outlines.Reference):
            return element
        self._used.add(place.layer)
        return element.with_(href=outlines.reference("", place.layer, place.code))

    def sheets(self) -> svg.Element:
        """Return the shapes used so far."""
        layers = (layer for layer in get_args(places.Layer) if layer in self._used)
        return svg.together(*(outlines.inner_sheet(layer) for layer in layers))
