"""Plans and norms on one line of time, with those whose year no source gives."""

from typing import Any

import pandas as pd

from components.charts.chart import Chart, records
from components.charts.layouts.marks import said
from components.charts.layouts.timeline import Event, Span, Timeline
from components.format import count, joined
from components.texts import t
from data.model import Norma, Objetivo
from data.query.filters import Filters
from data.store import Store

# The years that the plans and the decree of the policy (D. S. 009-2021-IN) print.
PLANS = {"plan-2007-2013": (2007, 2013), "plan-2017-2021": (2017, 2021),
         "politica-2030": (2021, 2030)}  # fmt: skip
COLUMNS = ["codigo", "nombre", "tipo", "ambito", "anio", "anio_fin", "que_hace", "fuente"]
_FIRST, _LAST = 2000, 2030


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return the plans, then the norms in the order of their year, then those without one."""
    rows: list[dict[str, Any]] = []
    for plan, (first, last) in PLANS.items():
        found = [row for row in store.rows(Objetivo) if row.plan == plan]
        rows += [
            {"codigo": plan, "nombre": t(f"planes.plan.{plan}"), "tipo": "plan",
             "ambito": "nacional", "anio": first, "anio_fin": last, "fuente": row.fuente}
            for row in found[:1]
        ]  # fmt: skip
    norms = sorted(store.rows(Norma), key=lambda row: (row.anio is None, row.anio or 0))
    rows += [row.model_dump() for row in norms]
    cells = [[row.get(name) for name in COLUMNS] for row in rows]
    return pd.DataFrame(cells, columns=COLUMNS, dtype=object)


def norms(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are norms."""
    return frame[frame["tipo"] != "plan"]


def dated(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the norms with a year."""
    found = norms(frame)
    return found[found["anio"].notna()]


def plot(frame: pd.DataFrame) -> Timeline:
    """Declare the plans, the norms of the years shown, and how many stand outside of them."""
    rows, known = records(frame), records(dated(frame))
    plans = (row for row in rows if row["tipo"] == "plan")
    spans = (_span(row["nombre"], row["anio"], row["anio_fin"]) for row in plans)
    seen = [row for row in known if row["anio"] >= _FIRST]
    left = [*_left("norms_early", len(known) - len(seen)),
            *_left("norms_undated", len(norms(frame)) - len(known))]  # fmt: skip
    events = (
        Event(row["anio"], scope := t(f"planes.scope.{row['ambito']}"),
              said(row["nombre"], str(row["anio"]), state=scope), row["ambito"] == "nacional")
        for row in seen
    )  # fmt: skip
    return Timeline(tuple(spans), tuple(events), (_FIRST, _LAST), tuple(left))


def _span(name: str, first: int, last: int) -> Span:
    return Span(name, first, last, said(name, f"{first}-{last}"))


def _left(key: str, amount: int) -> list[str]:
    """Say how many norms the scale leaves out; nothing of none."""
    one = "_one" if amount == 1 else ""
    return [t(f"planes.{key}{one}", amount=amount, year=_FIRST)] if amount else []


def sentence(frame: pd.DataFrame) -> str:
    """Say how many norms there are, and how many have no year."""
    if not len(frame):
        return t("empty.chart")
    total, known = len(norms(frame)), len(dated(frame))
    if not total:
        return t("charts.planes-linea.none")
    amounts = {"dated": known, "undated": total - known}
    parts = [t(f"charts.planes-linea.{key}", amount=n) for key, n in amounts.items() if n]
    amount = count(total, t("charts.planes-linea.norm"), t("charts.planes-linea.norms"))
    return t("charts.planes-linea.sentence", total=amount, parts=joined(parts))


CHART = Chart("planes-linea", select, plot, sentence, page="/planes", narrows=())
