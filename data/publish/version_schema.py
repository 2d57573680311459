"""What a version says of its own tables: a Data Package beside them, in the zip that keeps it."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

from data.model import TABLES
from data.publish import datapackage, provenance

SCHEMA = "esquema.json"
_ENDING = ".csv"


def of_today(version: str, cutoff: int) -> bytes:
    """Return the schema of the tables as the model of today describes them."""
    described = datapackage.datapackage(TABLES, version, cutoff, provenance.BOARD)
    return json.dumps(described, ensure_ascii=False, indent=1).encode()


def of_version(files: Mapping[str, bytes], version: str) -> dict[str, Any]:
    """Return the schema that a version carries, or what the headers of its tables tell.

    It speaks of the tables that are there, of each column that is there, and of nothing else.
    """
    said = _read(files.get(SCHEMA, b""))
    told = {resource["title"]: resource for resource in said.get("resources", ())}
    tables = (name.removesuffix(_ENDING) for name in files if name.endswith(_ENDING))
    resources = [
        told.get(name) or _resource(name, header(files[f"{name}{_ENDING}"])) for name in tables
    ]
    bare = datapackage.datapackage((), version, 0, provenance.BOARD)
    del bare["temporal"]
    return {**bare, **said, "resources": resources}


def header(content: bytes) -> list[str]:
    """Return the columns of a table."""
    text = content.decode("utf-8-sig", "replace")
    return next(csv.reader(io.StringIO(text, newline="")), [])


def _read(content: bytes) -> dict[str, Any]:
    try:
        said = json.loads(content or b"{}")
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _resource(name: str, columns: Iterable[str]) -> dict[str, Any]:
    """Describe a table by its header: what it then asked of a cell was not written down."""
    model = TABLES.get(name)
    known = {field["name"]: field for field in datapackage.fields(model)} if model else {}
    plain = {"type": "string", "description": ""}
    fields = [
        {"name": column, **{key: known.get(column, plain)[key] for key in plain}}
        for column in columns
    ]
    bare = datapackage.resource(name, model.about if model else "")
    return {**bare, "schema": {"fields": fields, "missingValues": [""]}}
