"""Table Schema by hand: what of a package its own files contradict."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

NAME = re.compile(r"[a-z0-9._-]+")
Package = Mapping[str, Any]
Rows = list[dict[str, str | None]]
_WHOLE = re.compile(r"[+-]?\d+", re.ASCII)
_FIGURE = re.compile(r"[+-]?\d+(\.\d+)?", re.ASCII)


def _text(cell: str) -> str:
    return cell


def _integer(cell: str) -> int:
    if not _WHOLE.fullmatch(cell):
        raise ValueError(cell)
    return int(cell)


def _number(cell: str) -> Decimal:
    if not _FIGURE.fullmatch(cell):
        raise ValueError(cell)
    return Decimal(cell)


READ: dict[str, Callable[[str], Any]] = {
    "string": _text, "integer": _integer, "number": _number, "date": date.fromisoformat,
}  # fmt: skip


def faults(package: Package, files: Callable[[str], bytes]) -> list[str]:
    """Return everything in which the files are not what the package says of them."""
    resources = {resource["name"]: resource for resource in package["resources"]}
    found = [] if len(resources) == len(package["resources"]) else ["two resources of one name"]
    tables: dict[str, Rows] = {}
    for name, resource in resources.items():
        if not NAME.fullmatch(name):
            found.append(f"{name}: not a name")
        header, tables[name] = _read(resource, files(resource["path"]))
        if header != [field["name"] for field in resource["schema"]["fields"]]:
            found.append(f"{name}: header {header}")
    for name, resource in resources.items():
        schema = resource["schema"]
        found += [f"{name}: {fault}" for fault in _cells(schema, tables[name])]
        found += [f"{name}: {fault}" for fault in _unique(schema, tables[name])]
        found += [f"{name}: {fault}" for fault in _references(schema, tables[name], tables)]
    return found


def _read(resource: Package, content: bytes) -> tuple[list[str], Rows]:
    """Return the header and the rows; a cell that is one of the missing values is None."""
    lines = list(csv.reader(io.StringIO(content.decode(resource["encoding"]), newline="")))
    missing = resource["schema"]["missingValues"]
    rows = [
        {name: None if cell in missing else cell for name, cell in zip(lines[0], line, strict=True)}
        for line in lines[1:]
    ]
    return lines[0], rows


def _cells(schema: Package, rows: Rows) -> Iterator[str]:
    for field in schema["fields"]:
        asked = field.get("constraints", {})
        for row in rows:
            cell = row.get(field["name"])
            if cell is None:
                wrong = "is required" if asked.get("required") else ""
            else:
                wrong = _wrong(field["type"], asked, cell)
            if wrong:
                yield f"{field['name']}={cell!r} {wrong}"


def _wrong(kind: str, asked: Package, cell: str) -> str:
    try:
        value = READ[kind](cell)
    except ValueError:
        return f"is no {kind}"
    if "enum" in asked and cell not in map(str, asked["enum"]):
        return "is not in the list"
    if "pattern" in asked and not re.fullmatch(asked["pattern"], cell):
        return "has not the form"
    low, high = asked.get("minimum", value), asked.get("maximum", value)
    return "" if low <= value <= high else "is out of range"


def _unique(schema: Package, rows: Rows) -> Iterator[str]:
    primary = schema.get("primaryKey", [])
    required = {f["name"] for f in schema["fields"] if f.get("constraints", {}).get("required")}
    if any("primaryKey" in schema and name not in required for name in primary):
        yield "a primary key may not be empty"
    for key in [*([primary] if primary else []), *schema.get("uniqueKeys", [])]:
        values = [tuple(row[name] for name in key) for row in rows]
        if len(set(values)) != len(values):
            yield f"{key} repeats"


def _references(schema: Package, rows: Rows, tables: Mapping[str, Rows]) -> Iterator[str]:
    for key in schema.get("foreignKeys", []):
        target = key["reference"]
        known = {
            tuple(row[name] for name in target["fields"]) for row in tables[target["resource"]]
        }
        for row in rows:
            value = tuple(row[name] for name in key["fields"])
            if None not in value and value not in known:
                yield f"{key['fields']}={value} is not in {target['resource']}"
