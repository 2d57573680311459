"""A cell of an earlier version as a value of today's type, or as the words it was written in."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

Read = Callable[[str], Any]
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)


class AsWritten(str):
    """A text where a number or a date is expected: it is shown, and stands after all of those."""

    __slots__ = ()

    def __format__(self, form: str) -> str:
        """Write the text where a number would be written."""
        try:
            return super().__format__(form)
        except ValueError:
            return str(self)

    def __lt__(self, other: object) -> bool:
        """Stand after whatever is no text."""
        return isinstance(other, str) and super().__lt__(other)

    def __le__(self, other: object) -> bool:
        """Stand after whatever is no text."""
        return isinstance(other, str) and super().__le__(other)

    def __gt__(self, other: object) -> bool:
        """Stand after whatever is no text."""
        return not isinstance(other, str) or super().__gt__(other)

    def __ge__(self, other: object) -> bool:
        """Stand after whatever is no text."""
        return not isinstance(other, str) or super().__ge__(other)


def bases(annotation: Any) -> frozenset[type]:
    """Return the plain types that an annotation admits; those of its values for a Literal."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return bases(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return frozenset().union(*map(bases, get_args(annotation)))
    if origin is Literal:
        return frozenset(map(type, get_args(annotation)))
    return frozenset({annotation})


def reader(field: FieldInfo) -> Read:
    """Return how a cell of a column is read; nothing that it may say is refused."""
    kinds = bases(field.annotation)
    empty = "" if str in kinds and NoneType not in kinds else None
    return _lenient(next((parse for kind, parse in _PARSERS.items() if kind in kinds), str), empty)


def parser(kind: str) -> Read:
    """Return how a cell is read by the name that a schema gives to a type."""
    return _lenient(_NAMED.get(kind, str), None)


def absent(field: FieldInfo) -> Any:
    """Return what stands in a column that a version does not have."""
    if not field.is_required():
        return field.get_default(call_default_factory=True)
    return reader(field)("")


def _lenient(parse: Read, empty: str | None) -> Read:
    def read(cell: str) -> Any:
        if cell == "":
            return empty
        try:
            return parse(cell)
        except (ValueError, InvalidOperation):
            return AsWritten(cell)

    return read


def _whole(cell: str) -> int:
    if not _WHOLE.fullmatch(cell):
        raise ValueError(cell)
    return int(cell)


def _number(cell: str) -> Decimal:
    value = Decimal(cell)
    if not value.is_finite():
        raise ValueError(cell)
    return value


_PARSERS: dict[type, Read] = {Decimal: _number, int: _whole, date: date.fromisoformat}
_NAMED: dict[str, Read] = {"number": _number, "integer": _whole, "date": date.fromisoformat}
