"""A CSV file as the very cells that are written in it: one is changed and no other byte moves."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

_BOM = "\ufeff"


@dataclass(slots=True)
class Line:
    """A record: its cells as they are written, quotes included, and what ends it."""

    cells: list[str]
    end: str


class RawCsv:
    """A table whose cells are read as words and written one by one."""

    def __init__(self, text: str) -> None:
        """Part a text into its cells."""
        self._mark = _BOM if text.startswith(_BOM) else ""
        self.lines = list(_lines(text.removeprefix(_BOM)))

    @property
    def head(self) -> list[str]:
        """Return the names of the columns."""
        return [plain(cell) for cell in self.lines[0].cells] if self.lines else []

    def rows(self) -> Iterator[tuple[Line, dict[str, str]]]:
        """Give each record that is whole with its words by column."""
        head = self.head
        for line in self.lines[1:]:
            if len(line.cells) == len(head):
                yield line, dict(zip(head, map(plain, line.cells), strict=True))

    def put(self, line: Line, column: str, word: str) -> bool:
        """Write a cell unless it says the same already; say whether it changed."""
        place = self.head.index(column)
        if _same(plain(line.cells[place]), word):
            return False
        line.cells[place] = _quoted(word)
        return True

    def add(self, after: Line, words: list[str]) -> Line:
        """Write a record after another one."""
        place = next(index for index, line in enumerate(self.lines) if line is after) + 1
        end = after.end or self.lines[0].end or "\n"
        added = Line([_quoted(word) for word in words], after.end)
        after.end = end
        self.lines.insert(place, added)
        return added

    def text(self) -> str:
        """Return the file."""
        return self._mark + "".join(",".join(line.cells) + line.end for line in self.lines)


def plain(cell: str) -> str:
    """Return the words of a cell as it is written."""
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"' if set(word) & set(',"\r\n') else word


def _same(old: str, new: str) -> bool:
    try:
        return old == new or Decimal(old) == Decimal(new)
    except InvalidOperation:
        return False


def _lines(text: str) -> Iterator[Line]:
    cells, start, inside, at = list[str](), 0, False, 0
    while at < len(text):
        sign = text[at]
        if sign == '"':
            inside = not inside
        elif sign == "," and not inside:
            cells.append(text[start:at])
            start = at + 1
        elif sign in "\r\n" and not inside:
            end = "\r\n" if text[at : at + 2] == "\r\n" else sign
            yield Line([*cells, text[start:at]], end)
            at += len(end)
            cells, start = [], at
            continue
        at += 1
    if start < len(text) or cells:
        yield Line([*cells, text[start:]], "")
