"""Where the Registro publishes, by its settings; invented figures never reach the board."""

import subprocess
import sys
from importlib.resources import files
from pathlib import Path

from data.compliance_report.free_text import FOLDER
from data.loader import folder
from data.registro.publication.publish import Place
from data.registro.settings import setting
from data.settings import SettingError

# The board rehearses in a process of its own: it is another application, and a large one.
_REHEARSAL = ("-m", "callbacks.registro.rehearsal")
_SECONDS = 120
_UNTOLD = "el tablero no se pudo armar con esas tablas"
_PATIENCE = "el ensayo no terminó en dos minutos"


def rehearse(tables: Path) -> str:
    """Write every kind of page of the board from some tables; return what went wrong, or ''."""
    try:
        done = subprocess.run(
            ["env", f"TABLERO_DATOS={tables}", sys.executable, *_REHEARSAL],
            capture_output=True, text=True, timeout=_SECONDS, check=False,
        )  # fmt: skip
    except subprocess.TimeoutExpired:
        return _PATIENCE
    return "" if done.returncode == 0 else (done.stderr.strip() or _UNTOLD).splitlines()[-1]


def tables_of() -> Path:
    """Return the folder of tables that is read: that of the settings, or the board's."""
    said = setting("REGISTRO_TABLAS")
    return Path(said) if said else Path(str(folder()))


def place_of(demonstration: bool) -> Place:
    """Return where to publish; SettingError where a demonstration would reach the board."""
    board, said = Path(str(folder())), setting("REGISTRO_TABLAS")
    tables = tables_of()
    if demonstration and (not said or tables.resolve() == board.resolve()):
        raise SettingError(
            "Los datos son de demostración: publíquelos en una copia de las tablas, "
            "con REGISTRO_TABLAS y REGISTRO_VERSIONES."
        )
    packaged = Path(str(files("data"))) / "versions"
    kept = setting("REGISTRO_VERSIONES")
    if demonstration and not kept:
        raise SettingError("Los datos son de demostración: dé también REGISTRO_VERSIONES.")
    return Place(tables, Path(kept) if kept else packaged, rehearse)


def texts_of(demonstration: bool) -> Path:
    """Return where the texts of the report are published; SettingError for invented ones."""
    said = setting("REGISTRO_INFORMES")
    if demonstration and not said:
        raise SettingError("Los datos son de demostración: dé también REGISTRO_INFORMES.")
    return Path(said) if said else Path(str(files("data"))) / FOLDER
