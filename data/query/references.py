"""What a row refers to in other tables, and what can be reached or searched through that."""

from collections.abc import Iterator
from functools import cache

from data.model import TABLES, Row


def referred(row: Row) -> Iterator[tuple[type[Row], object]]:
    """Give the model and the code of each row of another table that a row refers to."""
    for column, targets in row.refs.items():
        for model in (TABLES[name] for name in targets if TABLES[name] is not type(row)):
            yield from ((model, value) for value in row.values(column))


@cache
def reaches(model: type[Row], column: str) -> bool:
    """Say whether the rows of a model have a column, or refer to rows that reach it."""
    return column in model.model_fields or any(reaches(m, column) for m in _targets(model))


@cache
def is_searched(model: type[Row]) -> bool:
    """Say whether a search finds rows of a model: by their words, or by those they refer to."""
    return bool(model.searched) or any(map(is_searched, _targets(model)))


def _targets(model: type[Row]) -> set[type[Row]]:
    return {TABLES[name] for names in model.refs.values() for name in names} - {model}
