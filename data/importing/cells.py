"""One cell of a sheet: text of its own, text shared with others, a number or a day."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

LONGEST = 32_767
"""Characters that Excel lets a cell hold."""
_EXACT = 1e15
FORMULA = "=fórmula sin valor guardado"


class Lookups(Protocol):
    """What the cells of a workbook point to."""

    texts: list[str]
    days: frozenset[int]
    mac: bool


@dataclass
class Cell:
    """What was read of a cell so far."""

    kind: str
    style: str
    words: list[str] = field(default_factory=list)
    length: int = 0
    taking: bool = False
    skipping: bool = False
    formula: bool = False

    def open(self, name: str) -> None:
        """Take note of a tag inside the cell; how a word is pronounced is not its text."""
        self.taking = name in ("v", "t") and not self.skipping
        self.skipping = self.skipping or name == "rPh"
        self.formula = self.formula or name == "f"

    def close(self, name: str) -> None:
        """Take note of the end of a tag."""
        self.taking = False
        if name == "rPh":
            self.skipping = False

    def add(self, words: str) -> int:
        """Keep some characters and return how many there are."""
        if self.taking:
            self.words.append(words)
            self.length += len(words)
        return self.length

    def value(self, known: Lookups) -> str:
        """Return the cell as text; IndexError or ValueError if it points nowhere."""
        text = "".join(self.words)
        if not text:
            return FORMULA if self.formula else ""
        if self.kind == "s":
            place = int(text[:12])
            if place < 0:
                raise IndexError(text)
            return known.texts[place]
        if self.kind == "n":
            return _number(text, int(self.style[:9]) in known.days, mac=known.mac)
        return text.strip()


def _number(text: str, is_day: bool, *, mac: bool) -> str:
    try:
        number = float(text)
    except ValueError:
        return text.strip()
    if is_day and 0 < number < 2_958_466:
        day = from_excel(number, CALENDAR_MAC_1904 if mac else CALENDAR_WINDOWS_1900)
        return day.date().isoformat() if isinstance(day, datetime) else text
    return str(int(number)) if abs(number) < _EXACT and number.is_integer() else text.strip()


def column_of(letters: str) -> int:
    """Return the number of a column («A» is 1); 0 if it is none."""
    place = 0
    for letter in letters[:4]:
        if not "A" <= letter <= "Z":
            return 0
        place = place * 26 + ord(letter) - 64
    return place
