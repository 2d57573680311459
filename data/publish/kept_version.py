"""A version of the data that is no longer that of today: its figures, over the tables of today.

What it holds is read and never judged: the model that it was accepted under may be long gone.
"""

import csv
import io
import sys
import zipfile
from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Any

import pandas as pd

from data import table_rows
from data.model import TABLES, Row
from data.publish import datapackage, version_schema
from data.publish.version_cells import absent, parser, reader
from data.publish.version_migrations import Records, earlier, migrated
from data.publish.version_references import completed
from data.query.filters import Filters
from data.store import Kept, Store
from data.zip_damage import DAMAGE

_ENDING = ".csv"
Cells = Mapping[str, str]


class KeptVersion(Store):
    """The rows of a version, and its files with the columns and the types of their own time."""

    def __init__(self, packed: bytes, kept: Kept, version: str) -> None:
        """Read the zip of a version."""
        self._files = unpacked(packed)
        self.described = version_schema.of_version(self._files, version)
        self._then = {
            resource["title"]: _records(self._files[resource["path"]])
            for resource in self.described["resources"]
        }
        found = migrated(self._then, TABLES)
        self._held = {name: frozenset(next(iter(rows), ())) for name, rows in found.items()}
        rows = {name: self._shared(name) or _rows(model, found[name])
                for name, model in TABLES.items() if name in found}  # fmt: skip
        super().__init__(completed(rows), kept, version)

    def _shared(self, name: str) -> tuple[Row, ...]:
        """Return the rows of today of a table that has not changed since; none if it has."""
        text = self._files.get(f"{name}{_ENDING}", b"").decode("utf-8-sig", "replace")
        return tuple(row for _, row in table_rows.unchanged(text, TABLES[name]))

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names that the tables of the version had."""
        return tuple(self._then)

    def called(self, name: str) -> str:
        """Return how a table of today was called in the version; '' if it had none."""
        return next((each for each in (name, *earlier(name)) if each in self._then), "")

    def resource(self, name: str) -> dict[str, Any]:
        """Return how the version describes a table of its own."""
        return next(each for each in self.described["resources"] if each["title"] == name)

    def holds(self, table: str, column: str) -> bool:
        """Say whether the version has a column of today, by whatever name."""
        return column in self._held.get(table, ())

    def size(self, name: str) -> int:
        """Return how many rows a table of the version has."""
        return len(self._then[name])

    def own(self, name: str, filters: Filters) -> pd.DataFrame:
        """Return the rows of a table of the version under the filters, with its own columns."""
        fields = self.resource(name)["schema"]["fields"]
        reads = {field["name"]: parser(field["type"]) for field in fields}
        records = self._then[name]
        chosen = [
            [reads[column](records[place].get(column, "")) for column in reads]
            for place in self._places(name, filters)
        ]
        return pd.DataFrame(chosen, columns=list(reads), dtype=object)

    def csv(self, name: str, filters: Filters) -> bytes:
        """Return a table of the version as it was kept; under filters, the rows that stay."""
        if len(self._places(name, filters)) == len(self._then[name]):
            return self._files[f"{name}{_ENDING}"]
        return datapackage.to_csv(self.own(name, filters)).encode()

    def _places(self, name: str, filters: Filters) -> list[int]:
        """Return which rows of a table stay; filters know nothing of a table without a model."""
        today = self._today.get(name)
        if today is None:
            return list(range(len(self._then[name])))
        places = {id(row): place for place, row in enumerate(self.tables[today])}
        found = (places[id(row)] for row in self.kept(TABLES[today], filters))
        # What stands in for a row that is not there comes after those that are.
        return [place for place in found if place < len(self._then[name])]

    @cached_property
    def _today(self) -> Mapping[str, str]:
        """Return how each table of the version is called today, if it still is one."""
        return {self.called(name): name for name in TABLES if self.called(name)}


def unpacked(packed: bytes) -> dict[str, bytes]:
    """Return the files of a zip by their names, or raise ValueError if it is damaged."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as opened:
            return {name: opened.read(name) for name in opened.namelist()}
    except DAMAGE as error:
        raise ValueError(str(error)) from error


def _records(content: bytes) -> Records:
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig", "replace"), newline=""))
    head = next(lines, [])
    # The same words stand in thousands of cells: one copy of each is enough.
    return tuple(dict(zip(head, map(sys.intern, cells), strict=False)) for cells in lines if cells)


def _rows(model: type[Row], records: Records) -> tuple[Row, ...]:
    reads = {name: reader(field) for name, field in model.model_fields.items()}
    lacks = {name: absent(field) for name, field in model.model_fields.items()}

    def values(cells: Cells) -> Iterator[tuple[str, Any]]:
        for name, read in reads.items():
            cell = cells.get(name)
            yield name, lacks[name] if cell is None else read(cell)

    made: Callable[..., Row] = model.model_construct
    return tuple(made(**dict(values(cells))).lean() for cells in records)
