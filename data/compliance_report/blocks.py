"""What a report is made of: headings, sentences, tables, charts, free paragraphs, signatures."""

from dataclasses import dataclass, field
from datetime import date

from data.compliance_report.references import Cell, FigureError, Origin, Part, Piece, Ref, Words

__all__ = ["Cell", "FigureError", "Origin", "Part", "Piece", "Ref", "Words"]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a level from 1; `name` is its anchor."""

    level: int
    words: Words
    name: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A computed sentence; `name` says of what, so that it can be pointed at."""

    words: Words
    name: str = ""


@dataclass(frozen=True, slots=True)
class Bullets:
    """Sentences of one kind, one under the other."""

    items: tuple[Words, ...]
    name: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its cells, each with how many columns it takes; `head` of a group."""

    cells: tuple[Words, ...]
    spans: tuple[int, ...] = ()
    group: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; `wide` asks for a page on its side; `numeric` columns align right."""

    caption: Words
    head: tuple[Words, ...]
    rows: tuple[Row, ...]
    name: str
    numeric: tuple[int, ...] = ()
    wide: bool = False
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of the board under a state of its filters; `caption` says what it shows."""

    slug: str
    year: int
    caption: Words


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of a source, as a table holds them."""

    words: Words


@dataclass(frozen=True, slots=True)
class Free:
    """What a person writes in a section; without pieces it is still to be written."""

    section: str
    guide: Words
    pieces: tuple[Piece, ...] = ()
    author: str = ""
    day: date | None = None

    @property
    def written(self) -> bool:
        """Say whether somebody has written it."""
        return bool(self.pieces)


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign."""

    post: Words


Block = Heading | Sentence | Bullets | Table | Chart | Citation | Free | Signature


@dataclass(frozen=True, slots=True)
class Report:
    """A whole document: its year, its kind, its title and its blocks.

    open_year: its year is not closed; pending: sections that nobody has written yet; doubts: what
    the check of the free text found. Any of the three makes it a draft.
    """

    year: int
    kind: str
    title: Words
    version: str
    blocks: tuple[Block, ...]
    open_year: bool = False
    pending: tuple[str, ...] = ()
    doubts: tuple[str, ...] = field(default=())

    @property
    def draft(self) -> bool:
        """Say whether the document carries its draft mark."""
        return self.open_year or bool(self.pending or self.doubts)
