"""What the generator of the report asks for, and what its lints say of a text beforehand."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from data.compliance_report import report
from data.compliance_report.blocks import Free, Report
from data.compliance_report.free_text import FOLDER, FreeText, FreeTexts
from data.loader import load
from data.store import Store

_NOWHERE = FreeTexts("", {})


@dataclass(frozen=True, slots=True)
class Judged:
    """What the lints doubt of a text, each with its line and remedy; and how it would be read."""

    doubts: tuple[str, ...]
    shown: str


def tables(folder: Path) -> Store:
    """Return the tables of a folder; they are read again only when a file of theirs changes."""
    found = sorted(folder.glob("*.csv"))
    stamp = tuple((file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in found)
    return _loaded(stamp, _Held(folder))


class _Held:
    """A folder that does not tell two calls apart: its files do."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held)

    def __hash__(self) -> int:
        return 0


@lru_cache(maxsize=1)
def _loaded(_: tuple[tuple[str, int, int], ...], held: _Held) -> Store:
    return load(held.folder)


def years(store: Store) -> tuple[int, ...]:
    """Return the years of which a report can be written, the last first."""
    return tuple(reversed(report.years(store)))


def asked(store: Store, year: int) -> dict[str, str]:
    """Return the sections that the documents of a year leave to people, with what each is for."""
    found: dict[str, str] = {}
    for whole in _documents(store, year, _NOWHERE):
        for block in whole.blocks:
            if isinstance(block, Free):
                found.setdefault(block.section, str(block.guide))
    return found


def judged(store: Store, year: int, section: str, text: str) -> Judged:
    """Return what the lints of the generator say of a text, and the text with its figures."""
    texts = given(year, {section: (text, "Registro", date.today())})
    documents = _documents(store, year, texts)
    doubts = dict.fromkeys(doubt for one in documents for doubt in one.doubts)
    blocks = (b for one in documents for b in one.blocks if isinstance(b, Free))
    pieces = next((b.pieces for b in blocks if b.section == section and b.written), ())
    return Judged(tuple(map(_short, doubts)), "".join(piece.text for piece in pieces))


def given(year: int, sections: Mapping[str, tuple[str, str, date]]) -> FreeTexts:
    """Return some texts as the generator reads them."""
    rows = {name: FreeText(name, text, who, day, 1) for name, (text, who, day) in sections.items()}
    return FreeTexts(f"{year}.toml", rows)


def _documents(store: Store, year: int, texts: FreeTexts) -> list[Report]:
    return [write(store, year, texts) for write in report.WRITE.values()]


def _short(doubt: str) -> str:
    """Return a doubt without the file, which is not there yet."""
    return re.sub(rf"^data/{FOLDER}/\d+\.toml:(\d+): ", r"Línea \1: ", doubt)
