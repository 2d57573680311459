"""The tables of a folder as cells, changed all together or not at all."""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from data import loader
from data.faults import TableError
from data.hot_reload import snapshot
from data.model import TABLES
from data.writing import journal, lock
from data.writing.refusal import Refusal, refusal

Cells = dict[str, str]


class Folder:
    """Rows of a few tables, read on demand, and the bytes that they had when read."""

    def __init__(self, path: Path) -> None:
        """Point at a folder of tables; nothing is read yet."""
        self.path = path.resolve()
        self._before: dict[str, bytes] = {}
        self._rows: dict[str, list[Cells]] = {}

    @contextmanager
    def held(self, patience: float = lock.PATIENCE) -> Iterator[list[str]]:
        """Keep every other writer out, and complete what an interrupted one left; yield its names.

        Everything from the first row read to `save` goes inside.
        """
        self._must_be_there()
        with self._told(), lock.locked(self.path, patience):
            yield self._completed()

    def check(self) -> None:
        """Raise Refusal if the folder has faults before anything is changed."""
        self._must_be_there()
        try:
            loader.load(self.path)
        except TableError as error:
            raise self._refused("la carpeta de datos ya tiene faltas", _first(error)) from error

    def rows(self, table: str) -> list[Cells]:
        """Return the rows of a table, to be changed in place."""
        if table not in self._rows:
            raw = journal.located(self.path, f"{table}.csv").read_bytes()
            self._before[table] = raw
            self._rows[table] = _parsed(raw)
        return self._rows[table]

    def save(self) -> list[str]:
        """Validate the folder as it would be, then change the tables; return their names."""
        changed = {
            name: text
            for name, rows in self._rows.items()
            if rows != _parsed(self._before[name]) and (text := _text(name, rows))
        }
        if changed:
            self._validate(changed)
            self._unchanged()
            with self._told():
                journal.publish(self.path, {f"{name}.csv": changed[name] for name in changed})
        return list(changed)

    def _validate(self, changed: dict[str, bytes]) -> None:
        """Load the folder as it would be, in memory: no other disk needs to have room."""
        held = snapshot.files(self.path) | {f"{name}.csv": changed[name] for name in changed}
        try:
            loader.load(snapshot.opened(snapshot.zipped(held.items(), snapshot.UNCOMPRESSED)))
        except TableError as error:
            raise self._refused("las tablas no quedarían bien", _first(error)) from error

    def _unchanged(self) -> None:
        for name, raw in self._before.items():
            if (self.path / f"{name}.csv").read_bytes() != raw:
                raise self._refused("otra persona cambió las tablas a la vez", name)

    def _completed(self) -> list[str]:
        if names := journal.edited(self.path):
            reason = f"alguien editó {names[0]} después de una importación cortada"
            remedy = f"decida cuál vale: borre {journal.COMMITTED} o deje la tabla como estaba"
            raise self._refused(reason, remedy)
        return journal.complete(self.path)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            reason = f"no se puede escribir ({error.strerror})"
            raise self._refused(reason, "use una carpeta que se pueda y con espacio") from error

    def _must_be_there(self) -> None:
        if not self.path.is_dir():
            raise self._refused("no existe la carpeta de datos", "compruebe la ruta de --datos")

    def _refused(self, reason: str, remedy: str) -> Refusal:
        return refusal(self.path.name, 0, "carpeta", str(self.path.name), reason, remedy)


def _first(error: TableError) -> str:
    more = len(error.faults) - 1
    return f"{error.faults[0]}" + (f" (y {more} más: python -m data.loader)" if more else "")


def _parsed(raw: bytes) -> list[Cells]:
    return list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True))


def _text(table: str, rows: list[Cells]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, TABLES[table].columns(), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()
