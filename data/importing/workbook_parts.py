"""What the sheets of a workbook share: their names and places, the texts, which styles are days."""

import posixpath
from dataclasses import dataclass

from data.importing.markup import Book
from data.importing.workbook_tags import TEXTS, Styles, Tags, Texts

_WORKBOOK, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_STYLES = "xl/styles.xml"


@dataclass(frozen=True)
class Sheet:
    """A sheet: the name that a person sees and the part where it stands."""

    name: str
    part: str


@dataclass
class Parts:
    """What the cells point to."""

    texts: list[str]
    days: frozenset[int]
    mac: bool


def sheets(book: Book) -> list[Sheet]:
    """Return the sheets in the order of the workbook; Refusal if one has no part of its own."""
    places: dict[str, str] = {}
    found: list[Sheet] = []

    def link(name: str, seen: dict[str, str]) -> None:
        if name == "Relationship" and seen.get("Type", "").endswith("/worksheet"):
            places[seen.get("Id", "")] = posixpath.normpath(
                posixpath.join("/xl", seen.get("Target", ""))
            ).lstrip("/")

    def sheet(name: str, seen: dict[str, str]) -> None:
        key = next((seen[key] for key in seen if key.endswith(":id")), "")
        if name == "sheet" and key in places:
            found.append(Sheet(seen.get("name", ""), places[key]))

    book.whole(_LINKS, Tags(link))
    book.whole(_WORKBOOK, Tags(sheet))
    _all_there(book, found)
    return found


def _all_there(book: Book, found: list[Sheet]) -> None:
    listed = {sheet.part for sheet in found}
    for sheet in found:
        if sheet.part not in book.parts:
            raise book.refusal(sheet.part, f"falta la hoja «{sheet.name[:31]}» del libro")
    stray = sorted(
        part
        for part in book.parts - listed
        if part.startswith("xl/worksheets/") and part.endswith(".xml")
    )
    if stray or len(listed) < len(found):
        part = stray[0] if stray else found[-1].part
        raise book.refusal(part, "el índice del libro no concuerda con sus hojas")
    if not found:
        raise book.refusal(_WORKBOOK, "el libro no tiene ninguna hoja")


def parts(book: Book) -> Parts:
    """Read what the cells point to; the counts that the workbook states are not looked at."""
    texts, styles = Texts(book), Styles()
    eras: list[bool] = []

    def era(name: str, seen: dict[str, str]) -> None:
        if name == "workbookPr":
            eras.append(seen.get("date1904") in ("1", "true"))

    book.whole(_WORKBOOK, Tags(era))
    for part, handler in ((TEXTS, texts), (_STYLES, styles)):
        if part in book.parts:
            book.whole(part, handler)
    return Parts(texts.found, styles.days(), any(eras))
