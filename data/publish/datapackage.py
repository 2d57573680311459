"""Every table as CSV, JSON and data package; all of them functions of the models."""

import csv
import io
import json
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

import pandas as pd

from data.model import TABLES, Row
from data.publish import column_schema

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Atribución 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/deed.es",
}


# What a spreadsheet takes for the beginning of a formula; the wide ones, in some languages.
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def to_csv(frame: pd.DataFrame) -> str:
    """Write a selection as CSV: comma, LF, dot decimals, empty for absent, no formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(frame.columns)
    writer.writerows([cell(value) for value in record] for record in frame.itertuples(index=False))
    return out.getvalue()


def to_json(frame: pd.DataFrame) -> str:
    """Write a selection as a JSON array of records; null for absent."""
    records = [
        {name: _plain(value) for name, value in zip(frame.columns, record, strict=True)}
        for record in frame.itertuples(index=False)
    ]
    return json.dumps(records, ensure_ascii=False, separators=(",", ":"))


def datapackage(tables: Iterable[str], version: str, cutoff: int, title: str) -> dict[str, Any]:
    """Describe the tables as a Data Package (version 2)."""
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "tablero-contra-la-trata",
        "title": title,
        "version": version,
        "temporal": str(cutoff),
        "licenses": [LICENCE],
        "resources": [of_table(name) for name in tables],
    }


@cache
def fields(model: type[Row]) -> list[dict[str, Any]]:
    """Return the dictionary of a table: name, type, description and constraints of a column."""
    schema = model.model_json_schema()["properties"]
    return [
        {
            "name": name,
            "type": column_schema.kind(schema[name]),
            "description": info.description or "",
            "constraints": column_schema.constraints(schema[name]),
        }
        for name, info in model.model_fields.items()
    ]


def resource(name: str, about: str) -> dict[str, Any]:
    """Describe the file of a table, whatever its columns."""
    return {
        "name": _slug(name),
        "title": name,
        "type": "table",
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "description": about,
    }


def of_table(name: str) -> dict[str, Any]:
    """Describe a table of today with all that its model asks of it."""
    model = TABLES[name]
    schema = {
        "fields": fields(model),
        **_keys(model),
        "foreignKeys": _foreign_keys(model),
        "missingValues": [""],
    }
    return {**resource(name, model.about), "schema": schema}


def _keys(model: type[Row]) -> dict[str, Any]:
    """Return what no two rows share; a primary key has no empty cell, by the standard."""
    required = {field["name"] for field in fields(model) if field["constraints"]["required"]}
    if required.issuperset(model.key):
        return {"primaryKey": list(model.key)}
    return {"uniqueKeys": [list(model.key)]}


def _foreign_keys(model: type[Row]) -> list[dict[str, Any]]:
    single = [
        ([column], targets[0], list(TABLES[targets[0]].key[:1]))
        for column, targets in model.refs.items()
        if len(targets) == 1 and column not in model.lists
    ]
    whole = [(list(own), name, list(TABLES[name].key)) for name, own in model.joins.items()]
    return [
        {"fields": own, "reference": {"resource": _slug(name), "fields": theirs}}
        for own, name, theirs in [*single, *whole]
    ]


def _slug(name: str) -> str:
    return name.replace("_", "-")


def cell(value: object) -> str:
    """Write a value; a text that would be taken for a formula gets an apostrophe before it."""
    if value is None or value is pd.NA:
        return ""
    if not isinstance(value, str):
        return str(value)
    # A return alone would end a row: the writer puts no quotes around it.
    text = value.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA) else text


def _plain(value: object) -> object:
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value.isoformat() if isinstance(value, date) else value
