"""The second view of the same pairs: origins in rows, destinations in columns."""

from dataclasses import replace

import pandas as pd

from components.charts import routes
from components.charts.chart import Chart, records
from components.charts.layouts.matrix import Cell, Matrix
from components.charts.routes_plot import kinds, place_word, said
from components.format import count
from components.texts import t


def plot(frame: pd.DataFrame) -> Matrix:
    """Return a cell per pair: full for internal ones, hollow for international ones."""
    rows = records(frame)
    some = any(row["sentido"] for row in rows)
    cells = tuple(
        Cell(place_word(row["origen_lugar"]), row["destino_lugar"] or t("charts.rutas.unnamed"),
             row["tipo"], said(row), some and not row["sentido"])
        for row in rows
    )  # fmt: skip
    links = kinds()
    marks = {"interna": replace(links["interna"], symbol="square"),
             "internacional": replace(links["internacional"], symbol="diamond-open")}  # fmt: skip
    return Matrix(cells, marks)


def sentence(frame: pd.DataFrame) -> str:
    """Say how many origins, destinations and pairs there are on screen."""
    if not len(frame):
        return t("empty.chart")
    rows = records(frame)
    starts = {row["origen_lugar"] for row in rows}
    ends = {row["destino_lugar"] for row in rows} - {None}
    amounts = {"start": len(starts), "end": len(ends), "pair": len(rows)}
    parts = {
        word: count(
            amount, t(f"charts.rutas-matriz.{word}_one"), t(f"charts.rutas-matriz.{word}_many")
        )
        for word, amount in amounts.items()
    }
    return t("charts.rutas-matriz.sentence", **parts)


CHART = Chart(
    "rutas-matriz", routes.select, plot, sentence, page="/rutas", narrows=("tipo", "zona", "lugar"),
)  # fmt: skip
