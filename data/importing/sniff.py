"""What a file is before it is read: text, workbook, or something that is neither."""

import zipfile
from pathlib import Path
from typing import Literal

from data.importing.refusal import Refusal, refusal

Kind = Literal["csv", "xlsx"]
_HEAD = 8_192
_AGAIN = "descargue el archivo de nuevo desde la página de datos abiertos"
_CSV = "guárdelo como «CSV UTF-8» o como .xlsx"

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "es un libro de Excel antiguo (.xls)", "guárdelo como .xlsx"),
    (b"%PDF", "es un PDF, no una tabla", "use el CSV o el .xlsx que se publica junto a él"),
    (b"\x1f\x8b", "está comprimido (gzip)", "descomprímalo antes de importarlo"),
    (b"\xff\xfe", "es texto UTF-16, no UTF-8", _CSV),
    (b"\xfe\xff", "es texto UTF-16, no UTF-8", _CSV),
)


def kind(path: Path) -> Kind:
    """Tell a CSV from a workbook, or raise Refusal for what is neither."""
    head = _head(path)
    for signature, reason, remedy in _SIGNATURES:
        if head.startswith(signature):
            raise _refused(path, reason, remedy)
    if head.startswith(b"PK"):
        return _workbook(path)
    text = head.removeprefix(b"\xef\xbb\xbf").strip()
    if not text:
        raise _refused(path, "el archivo está vacío", _AGAIN)
    if text.startswith(b"<"):
        raise _refused(path, "es una página web (HTML), no una tabla", _AGAIN)
    if b"\0" in head:
        raise _refused(path, "es un archivo binario, no una tabla", _AGAIN)
    return "csv"


def _head(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD)
    except OSError as error:
        reason = f"no se puede abrir ({error.strerror})"
        raise _refused(path, reason, "compruebe la ruta y los permisos") from error


def _workbook(path: Path) -> Kind:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile as error:
        raise _refused(path, "el libro está dañado o cortado", _AGAIN) from error
    if "xl/workbook.xml" not in names:
        raise _refused(path, "es un ZIP, no un libro de Excel", "descomprímalo antes de importarlo")
    return "xlsx"


def _refused(path: Path, reason: str, remedy: str) -> Refusal:
    return refusal(path.name, 1, "archivo", path.name, reason, remedy)
