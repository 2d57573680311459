"""A judged workbook that waits to be confirmed: only what was read and screened, one per person."""

import json
from pathlib import Path

from data.registro.evidences import Shelf
from data.registro.workbooks.loads import Change, Load


class Waiting:
    """The folder of what each person has to confirm; nobody reaches that of another."""

    def __init__(self, folder: Path, person: int) -> None:
        """Take the folder of the application and whose turn it is."""
        self._folder = folder / str(person)
        self._shelf = Shelf(self._folder)

    def put(self, load: Load) -> str:
        """Keep a load in place of what waited before, and return its name."""
        for old in self._folder.glob("*/*"):
            old.unlink(missing_ok=True)
        rows = [{"codigo": one.codigo, "version": one.version, "raw": dict(one.raw),
                 "cambia": one.cambia} for one in load.cambios]  # fmt: skip
        said = {"periodo": load.periodo, "entidad": load.entidad, "cambios": rows}
        return self._shelf.put(json.dumps(said, ensure_ascii=False).encode())

    def get(self, key: str) -> Load | None:
        """Return what waits under a name; None if nothing does."""
        if len(key) != 64 or set(key) - set("0123456789abcdef"):
            return None
        try:
            said = json.loads(self._shelf.get(key))
        except OSError:
            return None
        changes = (Change(**row, obstaculos=()) for row in said["cambios"])
        return Load(said["periodo"], said["entidad"], tuple(changes), 0, ())
