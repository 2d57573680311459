"""Reads back what an import has written, and changes what it is given."""

import csv

from tests.importing.official import TABLE


def figures(data, source):
    rows = csv.DictReader((data / "incidencia.csv").read_text("utf-8").splitlines())
    return [row for row in rows if row["fuente"] == source]


def by_territory(rows):
    return {row["codigo_territorio"]: (row["valor"], row["estado"]) for row in rows}


def changed(place, **amounts):
    return [dict(row, **amounts) if row["distrito_fiscal"] == place else row for row in TABLE]
