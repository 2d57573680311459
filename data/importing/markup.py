"""The XML of a workbook, part by part: nothing is believed, expanded or read without end."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from xml.parsers import expat

from data.importing.refusal import Refusal, refusal

LARGEST_PART = 300_000_000
TIGHTEST = 100
"""Bytes that one compressed byte may hold; an official workbook holds ten to thirty."""
_SMALL, _CHUNK = 1_000_000, 1 << 16
_AGAIN = "ábralo en Excel o LibreOffice, guárdelo de nuevo como .xlsx o descárguelo otra vez"


class Handler(Protocol):
    """What is told of each tag, without its prefix."""

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """Take note of an opening tag."""

    def end(self, name: str) -> None:
        """Take note of a closing tag."""

    def text(self, words: str) -> None:
        """Take note of some characters; a text may come in pieces."""


class Book:
    """An open workbook: the names of its parts, and each one told as it is read."""

    def __init__(self, path: Path, archive: zipfile.ZipFile) -> None:
        """Keep the archive, already open."""
        self.path, self._archive = path, archive
        self.parts = frozenset(archive.namelist())

    def tell(self, part: str, handler: Handler) -> Iterator[None]:
        """Tell a part to a handler, pausing after each piece; Refusal if it is not sound."""
        parser = _parser(self, part, handler)
        try:
            for piece in self._pieces(part):
                parser.Parse(piece, False)
                yield
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            reason = f"el XML está cortado o dañado en la línea {error.lineno}"
            raise self.refusal(part, reason) from error
        yield

    def whole(self, part: str, handler: Handler) -> None:
        """Tell a whole part to a handler."""
        for _ in self.tell(part, handler):
            pass

    def refusal(self, part: str, reason: str, remedy: str = _AGAIN, line: int = 1) -> Refusal:
        """Return a refusal that names a part of the workbook."""
        return refusal(self.path.name, line, "libro", part, reason, remedy)

    def _pieces(self, part: str) -> Iterator[bytes]:
        if part not in self.parts:
            raise self.refusal(part, "falta esa parte del libro")
        self._bounded(part)
        read = 0
        with damage_told(self.path, part), self._archive.open(part) as file:
            while piece := file.read(_CHUNK):
                read += len(piece)
                if read > LARGEST_PART:
                    raise self._too_large(part)
                yield piece

    def _bounded(self, part: str) -> None:
        about = self._archive.getinfo(part)
        packed = max(1, about.compress_size)
        if about.file_size > LARGEST_PART or about.file_size > _SMALL + TIGHTEST * packed:
            raise self._too_large(part)

    def _too_large(self, part: str) -> Refusal:
        reason = "al abrirse ocupa mucho más que cualquier tabla publicada (¿una bomba ZIP?)"
        return self.refusal(part, reason, "no lo abra: descárguelo de la página oficial")


@contextmanager
def opened(path: Path) -> Iterator[Book]:
    """Open a workbook for reading, or raise Refusal."""
    with damage_told(path, path.name), zipfile.ZipFile(path) as archive:
        yield Book(path, archive)


@contextmanager
def damage_told(path: Path, part: str) -> Iterator[None]:
    """Turn what the archive raises into one sentence."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as error:
        reason = "el libro está dañado o cortado"
        raise refusal(path.name, 1, "libro", part, reason, _AGAIN) from error
    except RuntimeError as error:
        reason, remedy = "está cifrado con contraseña", "quite la contraseña y guárdelo de nuevo"
        raise refusal(path.name, 1, "libro", part, reason, remedy) from error


def _parser(book: Book, part: str, handler: Handler) -> expat.XMLParserType:
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        reason = "trae una definición de documento (DTD), que ningún libro necesita"
        raise book.refusal(part, reason, "no lo use: descárguelo de la página oficial")

    def start(name: str, attributes: dict[str, str]) -> None:
        handler.start(name[name.rfind(":") + 1 :], attributes)

    def end(name: str) -> None:
        handler.end(name[name.rfind(":") + 1 :])

    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = handler.text
    return parser
