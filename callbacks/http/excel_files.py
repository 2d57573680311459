"""Rows as a file for Excel, at an address of its own: each address has one file, in any cache."""

import pandas as pd
from flask import Response

from callbacks.http.request_state import query
from callbacks.serving.responses import MINUTE, encode, respond
from data.publish import excel_csv
from data.query.query_string import split

KIND = "excel.csv"
_OPTION = "excel"
_ON = "1"


def answer(rows: pd.DataFrame) -> Response:
    """Return rows in the form that Excel opens right."""
    response = respond(encode(excel_csv.write(rows), excel_csv.MIMETYPE, ""), MINUTE)
    if response.status_code == 200:
        response.headers["Content-Type"] = excel_csv.MIMETYPE
    return response


def preferred(stem: str) -> Response | None:
    """Send who asks a CSV with `excel=1` to the file for Excel of the same rows."""
    said = split(query(), (_OPTION,))
    if said.own.get(_OPTION) != _ON:
        return None
    place = f"{stem}.{KIND}?{said.rest}".rstrip("?")
    return Response(status=301, headers={"Location": place, "Cache-Control": MINUTE})
