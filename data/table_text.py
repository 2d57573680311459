"""The text of a file of a table, or what keeps it from being read."""

from importlib.resources.abc import Traversable

from data import characters
from data.faults import Fault


def read(file: Traversable, faults: list[Fault]) -> str:
    """Return the text of a file; '' if it cannot be read, with a fault that says why."""
    try:
        raw = file.read_bytes()
    except OSError:
        remedy = "añada la tabla a la carpeta de datos o compruebe sus permisos"
        faults.append(Fault(file.name, 0, "archivo", str(file.name), "no se puede abrir", remedy))
        return ""
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        wrong = raw[error.start : error.start + 1]
        remedy = "guarde el archivo como «CSV UTF-8»"
        faults.append(Fault(file.name, line, "texto", wrong, "no es UTF-8", remedy))
        return ""
    odd = characters.of_text(file.name, text)
    faults += odd
    return "" if odd else text
