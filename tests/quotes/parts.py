"""Cut a document into named parts by its headings, as outlines.toml describes them."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_BROKEN = re.compile(r"(?<=[a-zà-ÿ])-[^\S\n]*\n\s*(?=[a-zà-ÿ])")
_CODE = re.compile(r"(?:^|<p>|\s)(?:<b>)?(\d\.\d\.\d)\b")
_OBJECTIVE = re.compile(r"(?:<p>|<b>|\s)*(?:O\.? ?[IE]\.? ?)?(\d\.\d)\.?(?:<|\s)")


class Part(NamedTuple):
    """A part of a document, named from the chapter to the cell."""

    document: str
    name: str

    def __str__(self) -> str:
        return f"{self.document}: {self.name}"


class Chunk(NamedTuple):
    """A piece of text, the parts to which it belongs (a cell may hold two actions), its column."""

    parts: tuple[Part, ...]
    text: str
    column: int = -1


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_name("outlines.toml").read_text(encoding="utf-8"))


def outlines() -> dict[str, dict[str, Any]]:
    """Return how each document is cut, by its code."""
    documents: dict[str, dict[str, Any]] = _read()["documents"]
    return documents


def qualifiers() -> str:
    """Return the pattern of the words that only say where in a part something stands."""
    return f"(?:{'|'.join(_read()['qualifiers'])})"


class _Cutter:
    """Reads a document line by line and knows in which part each line stands."""

    def __init__(self, document: str) -> None:
        outline = outlines()[document]
        self.document = document
        self.rules = [(re.compile(rule["line"]), rule) for rule in outline["headings"]]
        self.table: dict[str, Any] = outline.get("table", {})
        self.path = [outline["start"]]
        self.lasts: re.Pattern[str] | None = None
        self.highest = 0
        self.objective = ""
        self.actions: list[str] = []

    @property
    def part(self) -> str:
        return ", ".join(self.path)

    def _chunk(self, text: str, *names: str, column: int = -1) -> Chunk:
        return Chunk(tuple(Part(self.document, name) for name in names), text, column)

    def chunks(self, text: str) -> Iterator[Chunk]:
        for line in text.splitlines():
            if line.strip() or "\t" in line:
                yield from self._line(line)

    def _line(self, line: str) -> Iterator[Chunk]:
        opened = self._opened(line)
        if opened is None and self.lasts and not self.lasts.search(line):
            self.path, self.lasts = self.path[:-1], None
        if opened and opened[1].get("only"):
            yield self._chunk(line, ", ".join(opened[0]))
            return
        if opened:
            self.path = opened[0]
            self.lasts = re.compile(opened[1]["while"]) if "while" in opened[1] else None
        if self.table and "\t" in line and re.search(self.table["under"], self.part):
            yield from self._row(self._aligned(line.split("\t")))
        elif line.count("\t") > 1:
            cells = enumerate(line.split("\t"))
            yield from (self._chunk(cell, self.part, column=column) for column, cell in cells)
        else:
            yield self._chunk(line, self.part)

    def _opened(self, line: str) -> tuple[list[str], dict[str, Any]] | None:
        for pattern, rule in self.rules:
            found = pattern.search(line)
            if not found or not re.search(rule.get("under", ""), self.part):
                continue
            if rule.get("increasing") and not self._next(int(found[1])):
                continue
            above = [] if rule["depth"] == 1 else self.path[: rule["depth"] - 1]
            return [*above, found.expand(rule["name"])], rule
        return None

    def _next(self, number: int) -> bool:
        """Say whether a note follows the last one: a list of the text starts again from one."""
        follows = 0 < number - self.highest <= 3
        self.highest = number if follows else self.highest
        return follows

    @staticmethod
    def _aligned(cells: list[str]) -> list[str]:
        """Return the row with its empty first cell, where scanning moved the others to the left."""
        if not _CODE.match(cells[0]):
            return cells
        full = [cell for cell in cells[1:] if cell.strip()]
        return ["", cells[0], *full[:-1][:3], full[-1]]

    def _row(self, cells: list[str]) -> Iterator[Chunk]:
        if code := _OBJECTIVE.match(cells[0]):
            self.objective, self.actions = code[1], []
        if codes := _CODE.findall(cells[1]):
            self.actions = codes
        group = f"{self.part}, {self.table['group']} {self.objective}"
        actions = [f"{self.part}, acción {code}" for code in self.actions] or [group]
        yield self._chunk(cells[0], group, column=0)
        yield self._chunk(cells[1], *actions, column=1)
        for column, (title, cell) in enumerate(zip(self.table["columns"], cells[2:], strict=True)):
            yield self._chunk(cell, *(f"{name}, {title}" for name in actions), column=column + 2)


def joined(text: str) -> str:
    """Return the text with the words whole that a hyphen parts at the end of a line."""
    return _BROKEN.sub("", text)


def cut(document: str, text: str) -> list[Chunk]:
    """Return the text of the document in order, each piece with its parts."""
    return list(_Cutter(document).chunks(joined(text)))
