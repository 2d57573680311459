"""Files that show a figure: of few types, of a bounded size, without what says too much.

A PDF is kept as it is and is never public by itself; one whose words cannot be read, such as a
scanned one, is kept only if who sends it says that he looked at it.
"""

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from data.registro.screening import pdf
from data.registro.screening.images import ImageError, bare_jpeg, bare_png
from data.registro.screening.texts import identifying
from data.zip_damage import DAMAGE

MOST_BYTES = 10 * 1024 * 1024
_MOST_UNPACKED = 100 * 1024 * 1024
_MOST_MEMBERS = 2000
_OFFICE = "application/vnd.openxmlformats-officedocument."
_DOCUMENTS = {
    "word/document.xml": f"{_OFFICE}wordprocessingml.document",
    "xl/workbook.xml": f"{_OFFICE}spreadsheetml.sheet",
}
# What a file is called by, whatever it was called.
ENDINGS = {"image/png": ".png", "image/jpeg": ".jpg", "application/pdf": ".pdf",
           "text/csv": ".csv", f"{_OFFICE}wordprocessingml.document": ".docx",
           f"{_OFFICE}spreadsheetml.sheet": ".xlsx"}  # fmt: skip
_WORDS = re.compile(
    r"^(word/(document|footnotes|header\d*|footer\d*|comments)|docProps/core|"
    r"xl/(sharedStrings|comments\d*|worksheets/sheet\d+))\.xml$"
)
_TAG = re.compile(rb"<[^>]*>")
_RUNS = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/RichMedia", b"/OpenAction")


class FileError(ValueError):
    """Why a file is not kept, said so that it can be mended."""


@dataclass(frozen=True, slots=True)
class Fit:
    """A file that may be kept: what is left of it, what it is, whether its words were read."""

    content: bytes
    mime: str
    read: bool = True


def fit(content: bytes) -> Fit:
    """Return what may be kept of a file, or raise FileError; its name and type are not believed."""
    if not content:
        raise FileError("El archivo está vacío.")
    if len(content) > MOST_BYTES:
        raise FileError("El archivo pasa de 10 MB. Redúzcalo o divídalo.")
    for start, read in _READERS:
        if content.startswith(start):
            return read(content)
    return _text(content)


def _png(content: bytes) -> Fit:
    return Fit(_image(bare_png, content), "image/png")


def _jpeg(content: bytes) -> Fit:
    return Fit(_image(bare_jpeg, content), "image/jpeg")


def _image(bare: Callable[[bytes], bytes], content: bytes) -> bytes:
    try:
        return bare(content)
    except ImageError as error:
        raise FileError("La imagen está dañada o tiene algo más dentro.") from error


def _pdf(content: bytes) -> Fit:
    if any(word in content for word in _RUNS):
        raise FileError("El PDF tiene programas o archivos dentro. Imprímalo otra vez como PDF.")
    if b"%%EOF" not in content[-2048:]:
        raise FileError("El PDF está incompleto.")
    found = pdf.read(content)
    if found.ending == "con contraseña":
        raise FileError("El PDF tiene contraseña. Guárdelo sin ella.")
    if found.ending == "largo":
        raise FileError(f"El PDF pasa de {pdf.MOST_PAGES} páginas. Divídalo.")
    _screened(found.words)
    return Fit(content, "application/pdf", found.ending == "leído")


def _office(content: bytes) -> Fit:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
            _bounded(members)
            names = {member.filename for member in members}
            if any("vbaProject" in name or "/embeddings/" in name for name in names):
                raise FileError("El archivo tiene macros u otros archivos dentro. Quítelos.")
            mime = next((_DOCUMENTS[name] for name in _DOCUMENTS if name in names), "")
            if not mime or "[Content_Types].xml" not in names:
                raise FileError("Solo se admiten DOCX y XLSX, no otros comprimidos.")
            for name in sorted(filter(_WORDS.match, names)):
                _screened(_TAG.sub(b" ", archive.read(name)).decode("utf-8", "replace"))
    except FileError:
        raise
    except DAMAGE as error:
        raise FileError("El archivo está dañado o tiene contraseña.") from error
    return Fit(content, mime)


def _bounded(members: list[zipfile.ZipInfo]) -> None:
    whole = sum(member.file_size for member in members)
    if len(members) > _MOST_MEMBERS or whole > _MOST_UNPACKED:
        raise FileError("El archivo ocupa demasiado al abrirse.")


def _text(content: bytes) -> Fit:
    try:
        words = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError("Ese tipo de archivo no se admite.") from None
    if words.lstrip()[:1] == "<" or any(ord(letter) < 32 and letter not in "\t\r\n"
                                        for letter in words):  # fmt: skip
        raise FileError("Ese tipo de archivo no se admite.")
    _screened(words)
    return Fit(content, "text/csv")


def _screened(words: str) -> None:
    for found in identifying(words):
        raise FileError(f"En el archivo parece haber {found.kind}. Quite lo que identifica.")


_READERS: tuple[tuple[bytes, Callable[[bytes], Fit]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _png),
    (b"\xff\xd8\xff", _jpeg),
    (b"%PDF-", _pdf),
    (b"PK\x03\x04", _office),
)
