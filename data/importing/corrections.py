"""Every published figure that an import changes leaves its reason in `correcciones`."""

from datetime import date

from data.importing import dates
from data.importing.decide import Change, figure_of
from data.importing.harvest import Options
from data.model.incidence import FIGURE
from data.writing.folder import Cells, Folder

_ABSENT = "sin cifra"


def write(changes: list[Change], folder: Folder, options: Options) -> list[str]:
    """Add one row for each figure that changed and say how many; new figures are no correction."""
    made = [row for change in changes for row in _of(change, folder, options)]
    rows = folder.rows("correcciones")
    for row in made:
        _add(rows, row)
    return [f"Cifras publicadas que cambian: {len(made)}, cada una en correcciones."] * bool(made)


def _of(change: Change, folder: Folder, options: Options) -> list[Cells]:
    if change.verdict != "reemplaza":
        return []
    why = options.reason or _later(change)
    code = change.unit.source.codigo
    now = {
        figure_of(row, change.unit): row
        for row in folder.rows("incidencia")
        if row["fuente"] == code
    }
    made = []
    for key, before in change.before.items():
        row = now.get(key)
        if row is None:
            name = " ".join(filter(None, key))
            text = f"Dejó de publicarse {name}, que decía {before or _ABSENT}. {why}"
            made.append(_row("fuentes", code, text))
        elif row["valor"] != before:
            text = f"Decía {before or _ABSENT}, dice {row['valor'] or _ABSENT}. {why}"
            made.append(_row("incidencia", ",".join(row[name] for name in FIGURE), text))
    return made


def _later(change: Change) -> str:
    old, new = (dates.spoken(cut) if cut else "" for cut in (change.cut, change.unit.cut))
    return f"El corte {new} de la fuente reemplaza el corte {old}."


def _row(table: str, key: str, reason: str) -> Cells:
    today = date.today().isoformat()
    return {"fecha": today, "tabla": table, "clave": key, "motivo": reason, "url": ""}


def _add(rows: list[Cells], new: Cells) -> None:
    """Add a row, or add its reason to the one of the same day and figure."""
    for row in rows:
        if all(row[name] == new[name] for name in ("fecha", "tabla", "clave")):
            row["motivo"] = f"{row['motivo']} Después: {new['motivo']}"
            return
    rows.append(new)
