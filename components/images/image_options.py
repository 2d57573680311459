"""How a picture is drawn, beside what it shows: its form and its width."""

from dataclasses import dataclass
from typing import Self

from data.query.query_string import split

WIDTHS = (300, 600, 1200, 2400)
FORMS = ("tarjeta", "lamina")
_NAMES = ("forma", "ancho")


@dataclass(frozen=True, slots=True)
class Options:
    """A card of 1200 px by default; a width of the list, so that few pictures are drawn."""

    forma: str = "tarjeta"
    ancho: int = 1200

    @classmethod
    def from_query(cls, query: str, kind: str) -> tuple[Self, str]:
        """Read the options; return them and the rest of the query. What is unknown is left out."""
        parts = split(query, _NAMES)
        if kind == "svg":
            return cls("lamina"), parts.rest
        form = parts.own.get("forma", "")
        width = parts.own.get("ancho", "")
        wanted = int(width) if width in map(str, WIDTHS) else 1200
        return cls(form if form in FORMS else "tarjeta", wanted), parts.rest
