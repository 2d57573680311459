"""The tables of a folder as cells, changed all together or not at all."""

import csv
import io
import os
import shutil
import tempfile
from pathlib import Path

from data import loader
from data.faults import TableError
from data.importing.refusal import Refusal, refusal
from data.model import TABLES

Cells = dict[str, str]


class Folder:
    """Rows of a few tables, read on demand, and the bytes that they had when read."""

    def __init__(self, path: Path) -> None:
        """Point at a folder of tables; nothing is read yet."""
        self.path = path
        self._before: dict[str, bytes] = {}
        self._rows: dict[str, list[Cells]] = {}

    def check(self) -> None:
        """Raise Refusal if the folder has faults before anything is imported."""
        if not self.path.is_dir():
            raise self._refused("no existe la carpeta de datos", "compruebe la ruta de --datos")
        try:
            loader.load(self.path)
        except TableError as error:
            raise self._refused("la carpeta de datos ya tiene faltas", _first(error)) from error

    def rows(self, table: str) -> list[Cells]:
        """Return the rows of a table, to be changed in place."""
        if table not in self._rows:
            raw = (self.path / f"{table}.csv").read_bytes()
            self._before[table] = raw
            lines = io.StringIO(raw.decode("utf-8-sig"), newline="")
            self._rows[table] = list(csv.DictReader(lines, strict=True))
        return self._rows[table]

    def save(self) -> list[str]:
        """Validate the folder as it would be, then swap the changed tables; return their names."""
        changed = {
            name: text
            for name, rows in self._rows.items()
            if rows != _parsed(self._before[name]) and (text := _text(name, rows))
        }
        if changed:
            self._validate(changed)
            self._swap(changed)
        return list(changed)

    def _validate(self, changed: dict[str, bytes]) -> None:
        with tempfile.TemporaryDirectory() as copy:
            for file in self.path.glob("*.csv"):
                shutil.copyfile(file, Path(copy, file.name))
            for name, text in changed.items():
                Path(copy, f"{name}.csv").write_bytes(text)
            try:
                loader.load(Path(copy))
            except TableError as error:
                raise self._refused("las tablas no quedarían bien", _first(error)) from error

    def _swap(self, changed: dict[str, bytes]) -> None:
        """Write all the new files beside the old, then rename; on any fault put the old back."""
        beside = {name: self.path / f".{name}.csv.nuevo" for name in changed}
        swapped: list[str] = []
        try:
            for name, text in changed.items():
                if (self.path / f"{name}.csv").read_bytes() != self._before[name]:
                    raise self._refused("otra persona cambió las tablas a la vez", name)
                _write(beside[name], text)
                shutil.copymode(self.path / f"{name}.csv", beside[name])
            for name in changed:
                beside[name].replace(self.path / f"{name}.csv")
                swapped.append(name)
        except OSError as error:
            reason = f"no se puede escribir ({error.strerror})"
            raise self._refused(reason, "use --datos con una carpeta que se pueda") from error
        finally:
            if len(swapped) < len(changed):
                for name in swapped:
                    _write(beside[name], self._before[name])
                    beside[name].replace(self.path / f"{name}.csv")
            for file in beside.values():
                file.unlink(missing_ok=True)

    def _refused(self, reason: str, remedy: str) -> Refusal:
        return refusal(self.path.name, 0, "carpeta", str(self.path.name), reason, remedy)


def _first(error: TableError) -> str:
    more = len(error.faults) - 1
    return f"{error.faults[0]}" + (f" (y {more} más: python -m data.loader)" if more else "")


def _write(path: Path, text: bytes) -> None:
    with path.open("wb") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def _parsed(raw: bytes) -> list[Cells]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline="")))


def _text(table: str, rows: list[Cells]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, TABLES[table].columns(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
