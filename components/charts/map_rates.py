"""What a map says of a rate: the cases per 100,000 people, and when it says little."""

from components.charts.chart import Record
from components.format import number
from components.texts import t
from data.query.people import FEW


def few_cases(row: Record) -> bool:
    """Say whether a rate stands on so few cases that it says little."""
    return row["valor"] is not None and row["valor"] < FEW


def rate(row: Record) -> str:
    """Return the rate of a territory in words."""
    key = "rate_few" if few_cases(row) else "rate"
    return t(f"charts.mapa.{key}", rate=number(row["tasa"]))
