"""Shapes of territories written once into an embed: a frame in a sandbox may fetch none."""

import re
from typing import get_args

from components import outlines
from geo import places

_PLACE = re.compile(r'href="[^"#]*/geo/(?P<layer>\w+)\.\w+\.svg#')


def gathered(drawing: str) -> str:
    """Return a drawing whose shapes stand beside it, each once, instead of in another file."""
    return sheets(drawing) + beside(drawing)


def sheets(drawing: str) -> str:
    """Return the shapes that a drawing uses, each layer once."""
    used = set(_PLACE.findall(drawing))
    return "".join(_sheet(layer) for layer in get_args(places.Layer) if layer in used)


def beside(drawing: str) -> str:
    """Return a drawing that looks for its shapes in the document where it stands."""
    return _PLACE.sub(lambda found: f'href="#{found["layer"]}-', drawing)


def _sheet(layer: places.Layer) -> str:
    named = outlines.sheet(layer).replace(' id="', f' id="{layer}-')
    return named.replace("<svg", '<svg width="0" height="0" class="sheet" aria-hidden="true"', 1)
