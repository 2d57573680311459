"""The rows that a version names and does not have: each stands in with its code for a name.

A table that is newer than a version may hold what its rows always named: its pages look it up.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from data.model import TABLES, Row
from data.publish.version_cells import absent

Rows = Mapping[str, tuple[Row, ...]]


def completed(tables: Rows) -> dict[str, tuple[Row, ...]]:
    """Return the tables with a row for each code and each whole key that points nowhere."""
    found = {name: tables.get(name, ()) for name in TABLES}
    for name, keys in _dangling(found).items():
        found[name] += tuple(_stand_in(TABLES[name], key) for key in keys)
    return found


def _dangling(tables: Rows) -> dict[str, list[tuple[Any, ...]]]:
    missing: dict[str, list[tuple[Any, ...]]] = {}
    known = cache(lambda target, size: {row.identity[:size] for row in tables[target]})
    for name, model in TABLES.items():
        for target, keys in (*_codes(model, tables[name]), *_keys(model, tables[name])):
            size = len(next(iter(keys), ()))
            there = known(target, size).union(key[:size] for key in missing.get(target, ()))
            lost = [key for key in keys if key not in there and all(part != "" for part in key)]
            missing.setdefault(target, []).extend(lost)
    return missing


def _codes(model: type[Row], rows: tuple[Row, ...]) -> Iterator[tuple[str, list[Any]]]:
    for column, targets in model.refs.items():
        if len(targets) == 1:
            values = (value for row in rows for value in row.values(column))
            yield targets[0], [(value,) for value in dict.fromkeys(values)]


def _keys(model: type[Row], rows: tuple[Row, ...]) -> Iterator[tuple[str, list[Any]]]:
    for target, columns in model.joins.items():
        keys = (tuple(getattr(row, column) for column in columns) for row in rows)
        yield target, list(dict.fromkeys(keys))


def _stand_in(model: type[Row], key: tuple[Any, ...]) -> Row:
    # Its words are its code; what a list of codes says, or what may be empty, is absent.
    given = dict(zip(model.key, key, strict=False))
    values = {
        name: given.get(name, key[0] if field.annotation is str else absent(field))
        for name, field in model.model_fields.items()
    }
    return model.model_construct(**values)
