"""What a model asks of the cells of a column, in the words of Table Schema."""

from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]

# What JSON Schema calls a bound and Table Schema calls it likewise.
_BOUNDS = ("minimum", "maximum")


def kind(schema: Schema) -> str:
    """Return the type of a column: integer, number, date or string."""
    parts = _parts(schema)
    kinds = [part.get("type", "") for part in parts]
    for name in ("integer", "number"):
        if name in kinds:
            return name
    return "date" if any(part.get("format") == "date" for part in parts) else "string"


def constraints(schema: Schema) -> dict[str, Any]:
    """Return what each cell is held to: to be there, one of some words, a form, a range."""
    parts = _parts(schema)
    found: dict[str, Any] = {"required": not may_be_empty(schema)}
    if words := list(dict.fromkeys(word for part in parts for word in _words(part))):
        found["enum"] = words
    # The form of a number is only how JSON writes it; that of a text is asked of it.
    asked = [*_BOUNDS, "pattern"] if kind(schema) == "string" else _BOUNDS
    return found | {name: part[name] for part in parts for name in asked if name in part}


def may_be_empty(schema: Schema) -> bool:
    """Say whether a cell of the column may be without a value."""
    return any(part.get("type") == "null" for part in _parts(schema))


def _parts(schema: Schema) -> list[Schema]:
    """Return what a column is said to be, each alternative on its own."""
    return [schema, *_alternatives(schema)]


def _alternatives(schema: Schema) -> Iterator[Schema]:
    for part in schema.get("anyOf", ()):
        yield part
        yield from _alternatives(part)


def _words(part: Schema) -> list[Any]:
    return [*part.get("enum", ()), *([part["const"]] if "const" in part else [])]
