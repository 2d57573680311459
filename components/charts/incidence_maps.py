"""The two maps: the prosecutors' by distrito fiscal, the police's by departamento."""

from functools import partial

import pandas as pd

from components.charts import map_figure, map_sketch, map_words
from components.charts.chart import Chart
from components.charts.layouts.by_hand import by_hand
from data.query import map_periods, map_rows
from data.query.filters import Filters
from data.store import Store


def _select(level: map_periods.Level, store: Store, filters: Filters) -> pd.DataFrame:
    found = map_periods.chosen(store, filters, level)
    if found is None:
        return pd.DataFrame([], columns=map_rows.COLUMNS, dtype=object)
    return map_rows.rows(store, found, filters.medida)


def _map(slug: str, level: map_periods.Level, narrows: tuple[str, ...]) -> Chart:
    return Chart(
        slug,
        partial(_select, level),
        by_hand(map_figure.draw, map_sketch.sketch),
        partial(map_words.sentence, slug),
        page="/mapa",
        narrows=narrows,
        heading=partial(map_words.heading, slug),
    )


DISTRICTS = _map("mapa", "distrito_fiscal", ("periodo", "medida"))
POLICE = _map("mapa-pnp", "departamento", ("medida",))
