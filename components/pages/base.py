"""What a page is: an address, its words, and a function of store and filters."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.filters import Filters
from data.store import Store

Content = list[Any]


@dataclass(frozen=True, slots=True)
class Seen:
    """One view of a page: its title, its description, what is announced, what is shown.

    `lasting` stands below the content and heeds no filter: it is sent once and stays.
    """

    title: str
    description: str
    announcement: str
    content: Content
    dataset: dict[str, Any] | None = None
    lasting: Content = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """One page; `see` gives a view, or None where the subject of the path is unknown.

    `missing` names the words for that case under `errors.404`.
    """

    path: str
    see: Callable[[Store, Filters, str], Seen | None]
    nav: str = ""
    controls: tuple[str, ...] = ()
    live: bool = True
    missing: str = "indicator"
    charts: Sequence[str] = field(default=())

    def matches(self, path: str) -> str | None:
        """Return the subject of a path ('' for a fixed page), or None if it is not this page."""
        if not self.path.endswith("/<>"):
            return "" if path == self.path else None
        stem = self.path.removesuffix("<>")
        rest = path.removeprefix(stem)
        return rest if path.startswith(stem) and rest and "/" not in rest else None
