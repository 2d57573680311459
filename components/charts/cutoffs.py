"""Until when the rows of a chart speak: the cut-off of what is on screen, and of nothing else."""

from collections.abc import Iterable, Sequence

import pandas as pd

from components.charts.chart import Chart
from components.format import until
from components.texts import t
from data.store import Store


def of_policy(charts: Iterable[Chart]) -> bool:
    """Say whether any of some charts shows the years of the policy; of none, yes."""
    found = list(charts)
    return not found or any("anio" in chart.narrows for chart in found)


def short(chart: Chart, store: Store, frame: pd.DataFrame) -> str:
    """Return the last day, year or publication that the rows speak of, as one says it."""
    if of_policy([chart]) or not len(frame):
        return str(store.latest)
    if "periodo_fin" in frame:
        return until(max(frame["periodo_fin"]))
    if "serie" in frame and "anio" in frame:
        return str(max(frame["anio"]))
    return _published(store, frame["fuente"])


def line(chart: Chart, store: Store, frame: pd.DataFrame) -> str:
    """Return the cut-off of a chart with the version of the data."""
    if of_policy([chart]) or not len(frame):
        return t("board.cutoff", year=store.latest, version=store.version)
    known = "periodo_fin" in frame or ("serie" in frame and "anio" in frame)
    key = "cutoff" if known else "cutoff_published"
    return t(f"chart.{key}", when=short(chart, store, frame), version=store.version)


def of_page(charts: Sequence[Chart], store: Store) -> str:
    """Return the cut-off of a page: that of the policy where it shows it."""
    if of_policy(charts):
        return t("board.cutoff", year=store.latest, version=store.version)
    return t("board.cutoff_own", version=store.version)


def _published(store: Store, codes: Iterable[str]) -> str:
    years = [source.anio for source in store.cited(codes) if source.anio]
    return str(max(years, default=store.latest))
