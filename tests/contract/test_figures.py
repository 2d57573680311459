"""Each chart against its saved figure, for two states of the filters."""

import json
from datetime import date
from decimal import Decimal

import pytest

from components.charts.registry import CHARTS
from data.query.filters import Filters

STATES = {
    "latest": Filters(codigo="IOP.02.02"),
    "narrow": Filters(
        anio=2023, sector=("mujer",), codigo="IOP.03.02", lugar="madre-de-dios", periodo="2007-2014"
    ),
}
# A chart of a code of its own, or of a state that leaves it something to draw.
OWN = {
    ("accion-metas", "latest"): {"codigo": "2.2.4"},
    ("accion-metas", "narrow"): {"codigo": "3.2.3"},
    ("planes-eje", "narrow"): {"sector": (), "eje": ("proteccion",), "periodo": "2021"},
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("slug", CHARTS)
def test_a_chart_draws_what_was_looked_at(store, root, request, slug, state):
    chart = CHARTS[slug]
    filters = STATES[state].with_(**OWN.get((slug, state), {}))
    frame = chart.select(store, chart.filters(filters))
    drawn = {
        "rows": json.loads(json.dumps(frame.values.tolist(), default=_plain)),
        "sentence": chart.sentence(frame),
        "figure": json.loads(json.dumps(chart.figure(frame))),
        "sketch": str(chart.drawings(frame)),
    }
    saved = root / "tests" / "figures" / f"{slug}-{state}.json"
    if request.config.getoption("--update-figures"):
        saved.write_text(json.dumps(drawn, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert saved.exists(), "look at the chart, then run make test ARGS=--update-figures"
    assert drawn == json.loads(saved.read_text("utf-8")), (
        "if the change is meant, look at it and run make test ARGS=--update-figures"
    )


def _plain(value):
    return str(value) if isinstance(value, Decimal | date) else value
