"""What a document of a session carries inside, so that it needs no other file."""

import base64
from dataclasses import dataclass, field
from functools import cached_property

from components import assets
from components.embeds.shapes import Shapes
from components.links import given
from components.markup import Writing


@dataclass
class Inside:
    """The files of a document, written into it; the shapes of its drawings, each layer once.

    views: the JSON of its other views; said: the line that tells what the file is.
    """

    views: str = ""
    said: str = ""
    shapes: Shapes = field(default_factory=Shapes)

    @cached_property
    def how(self) -> Writing:
        """Return how its trees are written: shapes from the file, links to the public board."""
        return Writing(address=_public, mark=self.shapes.beside)

    def style(self, name: str) -> str:
        """Return a style sheet with its own files in it."""
        return assets.style(name, _data)

    def script(self, name: str) -> str:
        """Return a script."""
        return assets.text(name)


def _public(name: str, address: str) -> str | None:
    """Lead out of the file to the public board, or nowhere; what the file asks itself stays."""
    if name == "data-query" or not address.startswith("/"):
        return address
    return given() + address if given() and name == "href" else None


def _data(asset: assets.Asset) -> str:
    return f"data:{asset.mimetype};base64,{base64.b64encode(asset.body).decode()}"
