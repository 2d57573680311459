"""What is taken from the tags of the smaller parts of a workbook."""

from collections.abc import Callable

from openpyxl.styles.numbers import builtin_format_code, is_date_format

from data.importing.cells import LONGEST
from data.importing.markup import Book

TEXTS = "xl/sharedStrings.xml"


class Tags:
    """Hands every opening tag to a function."""

    def __init__(self, start: Callable[[str, dict[str, str]], None]) -> None:
        """Begin with nothing read."""
        self.start = start

    def end(self, name: str) -> None:
        """Nothing: only opening tags matter."""

    def text(self, words: str) -> None:
        """Nothing: only opening tags matter."""


class Texts:
    """The texts that cells share, in their order."""

    def __init__(self, book: Book) -> None:
        """Begin with nothing read."""
        self.book = book
        self.found: list[str] = []
        self.words: list[str] = []
        self.length = 0
        self.taking = self.skipping = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of an opening tag."""
        if name == "si":
            self.words, self.length = [], 0
        self.skipping = self.skipping or name == "rPh"
        self.taking = name == "t" and not self.skipping

    def end(self, name: str) -> None:
        """Take note of a closing tag."""
        self.taking = False
        if name == "rPh":
            self.skipping = False
        elif name == "si":
            self.found.append("".join(self.words).strip())

    def text(self, words: str) -> None:
        """Keep some characters."""
        if self.taking:
            self.words.append(words)
            self.length += len(words)
            if self.length > LONGEST:
                raise self.book.refusal(TEXTS, f"un texto pasa de {LONGEST:,} caracteres")


class Styles:
    """Which styles of cells are days."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self.codes: dict[str, str] = {}
        self.formats: list[str] = []
        self.inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of an opening tag."""
        if name == "numFmt":
            self.codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and self.inside:
            self.formats.append(attributes.get("numFmtId", "0"))
        self.inside = self.inside or name == "cellXfs"

    def end(self, name: str) -> None:
        """Take note of a closing tag."""
        self.inside = self.inside and name != "cellXfs"

    def text(self, words: str) -> None:
        """Nothing: styles have no text."""

    def days(self) -> frozenset[int]:
        """Return the numbers of the styles that show a day."""
        return frozenset(i for i, number in enumerate(self.formats) if self._is_day(number))

    def _is_day(self, number: str) -> bool:
        known = number.isascii() and number.isdigit() and len(number) < 9
        code = self.codes.get(number) or (builtin_format_code(int(number)) if known else "")
        return bool(code) and is_date_format(code) and "y" in code.lower()
