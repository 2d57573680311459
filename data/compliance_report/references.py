"""Words with references to cells of the tables: what a report is written with.

A figure can enter only as a `Ref`: a piece of text with a digit in it is refused.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

Kept = Literal["celda", "calculado", "sin-dato"]
Origin = Literal["celda", "calculado", "termino", "documento"]


class FigureError(ValueError):
    """A figure that was typed where only a reference may stand."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, by the whole key of its row."""

    table: str
    key: tuple[str, ...]
    column: str


@dataclass(frozen=True, slots=True)
class Ref:
    """Something printed that comes from the tables, and from where.

    origin: celda, what a cell holds; calculado, what `rule` makes of the cells; termino, a fixed
    term of the vocabulary; documento, what names this document (its version, a number of it).
    """

    text: str
    cells: tuple[Cell, ...] = ()
    rule: str = ""
    sources: tuple[str, ...] = ()
    origin: Origin = "celda"
    value: Decimal | int | None = None
    link: str = ""


Part = str | Ref


@dataclass(frozen=True, slots=True)
class Words:
    """A run of words and references."""

    parts: tuple[Part, ...]

    def __post_init__(self) -> None:
        """Refuse a figure that no reference gives."""
        for part in self.parts:
            if isinstance(part, str) and any(sign.isdigit() for sign in part):
                raise FigureError(part)

    def __str__(self) -> str:
        """Return the run as plain text."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    @property
    def refs(self) -> Iterator[Ref]:
        """Return the references in their order."""
        return (part for part in self.parts if isinstance(part, Ref))


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a free paragraph: words, or a figure with where the data hold it."""

    text: str
    kept: Kept = "celda"
    cells: tuple[Cell, ...] = ()
    sources: tuple[str, ...] = ()


def paragraphs(pieces: tuple[Piece, ...]) -> list[list[Piece]]:
    """Return the pieces of a free text by paragraph: an empty line parts two of them."""
    found: list[list[Piece]] = [[]]
    for piece in pieces:
        for index, text in enumerate(piece.text.split("\n\n")):
            if index:
                found.append([])
            if text:
                found[-1].append(replace(piece, text=" ".join(text.split("\n"))))
    return [each for each in found if "".join(piece.text for piece in each).strip()]
