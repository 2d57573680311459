"""What a cut would change: written over a copy, read as the board reads it, and rehearsed."""

import csv
import hashlib
import tempfile
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from data import derived
from data.faults import Fault, TableError
from data.hot_reload import snapshot
from data.loader import load
from data.model import TABLES
from data.publish import silent_changes
from data.publish.versions import Archive
from data.raw_csv import RawCsv
from data.registro.publication import rewriting
from data.registro.publication.cut import Cut
from data.registro.publication.tables import Tables

# What is asked of a whole folder before it may be seen: it raises what is wrong.
Judge = Callable[[Path, Archive], str]
Row = tuple[str, ...]


class ChangedCutError(Exception):
    """What would change now is not what was looked at."""


class RehearsalError(Exception):
    """The tables are right and a page of the board cannot be written from them."""


def printed(files: Mapping[str, bytes]) -> str:
    """Return what tells some files from any others: by their names and content."""
    whole = hashlib.sha256()
    for name in sorted(files):
        whole.update(f"{name} {len(files[name])}\n".encode() + files[name])
    return whole.hexdigest()


@dataclass(frozen=True, slots=True)
class Plan:
    """The files that change, the version that they make, and their rows before and after."""

    version: str
    files: Mapping[str, bytes]
    before: Mapping[str, bytes]

    def changes(self) -> Iterator[tuple[str, Row, Row]]:
        """Give each row that changes: its table, as it was and as it will be; () where none."""
        for name, content in self.files.items():
            old, new = _rows(self.before[name]), _rows(content)
            gone, born = (
                [row for row in old if row not in new],
                [row for row in new if row not in old],
            )
            for row in born:
                was = next((one for one in gone if one[:2] == row[:2]), ())
                yield name, was, row
                gone = [one for one in gone if one is not was]
            yield from ((name, row, ()) for row in gone)


def judged(folder: Path, archive: Archive) -> str:
    """Load a folder and hold it against what was public; return its version or raise TableError."""
    store = load(folder, archive)
    if silent := silent_changes.faults(store, folder, archive):
        raise TableError(silent)
    return store.version


@contextmanager
def _copied(folder: Path) -> Iterator[tuple[Path, dict[str, bytes]]]:
    held = snapshot.files(folder)
    with tempfile.TemporaryDirectory(prefix="registro-corte-") as made:
        for name, content in held.items():
            (Path(made) / name).write_bytes(content)
        yield Path(made), held


def prepare(
    folder: Path,
    cut: Cut,
    archive: Archive,
    judge: Judge = judged,
    rehearse: Callable[[Path], str] | None = None,
    seen: str = "",
) -> Plan:
    """Return what a cut changes in a folder, or raise what is wrong; the folder stays as it is.

    seen: the print of what somebody looked at, which is then what is returned.
    """
    with _copied(folder) as (copy, held):
        tables = Tables(copy)
        rewriting.write(tables, cut)
        tables.save()
        derived.fill(copy)
        made = snapshot.files(copy)
        files = {name: made[name] for name in held if made[name] != held[name]}
        if seen and printed(files) != seen:
            raise ChangedCutError(cut.periodo.id)
        version = _sound(copy, archive, judge, rehearse)
    return Plan(version, files, {name: held[name] for name in files})


def _sound(
    copy: Path, archive: Archive, judge: Judge, rehearse: Callable[[Path], str] | None
) -> str:
    """Return the version of a folder that is judged and rehearsed, both at once: two processes."""
    with ThreadPoolExecutor(1) as beside:
        told = beside.submit(rehearse, copy) if rehearse else None
        try:
            version = judge(copy, archive)
        except TableError as error:
            raise TableError([_placed(copy, one) for one in error.faults]) from error
        if told and (broken := told.result()):
            raise RehearsalError(broken)
    return version


def _placed(copy: Path, fault: Fault) -> Fault:
    """Return a fault that names its row: nobody will ever see the line of a copy."""
    table = TABLES.get(fault.file.removesuffix(".csv"))
    if table is None or not fault.line:
        return fault
    with (copy / fault.file).open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        row = next((one for one in reader if reader.line_num >= fault.line), {})
    said = ", ".join(row.get(name) or "" for name in table.key)
    key = "".join(sign if sign.isprintable() else "·" for sign in said)
    return replace(fault, reason=f"{fault.reason} (fila {key})") if row else fault


def _rows(content: bytes) -> dict[Row, None]:
    return {tuple(row.values()): None for _, row in RawCsv(content.decode()).rows()}
