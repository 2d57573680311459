"""What a file is before it is read: text, workbook, or something that is neither."""

import errno
import os
import stat
from pathlib import Path
from typing import Literal

from data.importing import markup
from data.importing.refusal import Refusal, refusal

Kind = Literal["csv", "xlsx"]
_HEAD = 8_192
_AGAIN = "descargue el archivo de nuevo desde la página de datos abiertos"
_CSV = "guárdelo como «CSV UTF-8» o como .xlsx"

_NOT_A_FILE = "no es un archivo (es una carpeta, una tubería o un dispositivo)"
_WHY = {
    errno.ENOENT: "no existe",
    errno.EACCES: "sin permiso",
    errno.ENAMETOOLONG: "el nombre es demasiado largo",
    errno.ENOTDIR: "la ruta no existe",
    errno.ENXIO: "no es un archivo",
}

_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (
        b"\xd0\xcf\x11\xe0",
        "es un libro de Excel antiguo (.xls) o protegido con contraseña",
        "quite la contraseña, si la tiene, y guárdelo como .xlsx",
    ),
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
        if path.is_symlink():
            raise _refused(path, "es un enlace, no el archivo", "dé la ruta del archivo mismo")
        # Without waiting: nobody may ever write at the other end of a pipe.
        with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:  # noqa: PTH123
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                raise _refused(path, _NOT_A_FILE, "dé la ruta de un CSV o de un .xlsx")
            return file.read(_HEAD)
    except (OSError, ValueError) as error:
        reason = f"no se puede abrir ({_why(error)})"
        raise _refused(path, reason, "compruebe la ruta y los permisos") from error


def _why(error: Exception) -> str:
    return _WHY.get(getattr(error, "errno", None) or 0, "el sistema no lo permite")


def _workbook(path: Path) -> Kind:
    with markup.opened(path) as book:
        parts = book.parts
    if "xl/workbook.xml" not in parts:
        raise _refused(path, "es un ZIP, no un libro de Excel", "descomprímalo antes de importarlo")
    return "xlsx"


def _refused(path: Path, reason: str, remedy: str) -> Refusal:
    return refusal(path.name, 1, "archivo", path.name, reason, remedy)
