"""Rows as the text file that Excel opens right with a double click, whatever its list separator.

UTF-16 with its mark and tabs is the one form that Excel splits into columns where the separator
of lists is a comma and where it is a semicolon (both are met with es-PE), with its accents whole.
"""

import codecs
import csv
import io
import re

import pandas as pd

from data.publish import datapackage

MIMETYPE = "text/csv; charset=utf-16"
# A text of figures that Excel would take for a number or a date: 01, 2014-07, 1.1.1, 1E5.
_TAKEN = re.compile(r"\d[\d.,:/%\s-]*|\d+(\.\d+)?[Ee]\d+", re.ASCII)


def write(frame: pd.DataFrame) -> bytes:
    """Return a selection with its texts as texts: the code 01 stays 01."""
    out = io.StringIO()
    writer = csv.writer(out, "excel-tab")
    writer.writerow(frame.columns)
    writer.writerows([_cell(value) for value in record] for record in frame.itertuples(index=False))
    return codecs.BOM_UTF16_LE + out.getvalue().encode("utf-16-le")


def _cell(value: object) -> str:
    text = datapackage.cell(value)
    if not isinstance(value, str):
        return text
    # A tab or a new line inside a cell would be another column or another row.
    plain = re.sub(r"\s", " ", text)
    return f'="{plain}"' if _TAKEN.fullmatch(plain) else plain
