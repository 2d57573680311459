"""Long lists: a page shows the first of them, and the file of the table has them all."""

from collections.abc import Sequence
from typing import TypeVar

from dash import html
from dash.development.base_component import Component

from components.texts import t

MOST = 100
_One = TypeVar("_One")


def cut(
    rows: Sequence[_One], table: str, most: int = MOST
) -> tuple[Sequence[_One], list[Component]]:
    """Return the rows to show, with a line that says where the others are, if there are any."""
    if len(rows) <= most:
        return rows, []
    said = t("cut.said", shown=most, amount=len(rows))
    file = html.A(f"{table}.csv", href=f"/datos/{table}.csv")
    return rows[:most], [html.P([said, " ", file, "."], className="caveat")]
