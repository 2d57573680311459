"""Victims beside accused, only where document, period, unit and categories match."""

import pandas as pd

from components.charts.chart import Chart, Record, records
from components.charts.layouts.panels import Panels
from components.charts.layouts.panels_parts import Bar, Panel
from components.charts.profile import bar, base, origin, when
from components.charts.profile_rows import COLUMNS, group_rows
from components.format import number, span, without_period
from components.texts import t
from data.query import profiles
from data.query.filters import Filters
from data.query.profile_groups import Group
from data.store import Store


def select(store: Store, filters: Filters) -> pd.DataFrame:
    """Return the matching categories of both, and all that does not match as one remainder."""
    period = profiles.paired_period(store, filters.periodo)
    found: list[Record] = []
    for victims, accused, same in profiles.pairs(store, period):
        sides = [_side(store, group, same) for group in (victims, accused)]
        found += [row for both in zip(*sides, strict=True) for row in both]
    return pd.DataFrame(found, columns=COLUMNS, dtype=object)


def _side(store: Store, group: Group, same: list[str]) -> list[Record]:
    rows = {row["categoria"]: row for row in group_rows(store, group)}
    kept = [rows[name] for name in same]
    rest = group.whole - sum(row["valor"] for row in kept)
    words = t("perfil.unmatched")
    last = kept[0] | {"parte": "resto", "categoria": words, "valor": rest}
    return [*kept, last | {"fuente": group.base.fuente}]


def plot(frame: pd.DataFrame) -> Panels:
    """Declare each category twice: of the victims, of the accused."""
    groups = frame.groupby("desagregacion", sort=False)
    return Panels(tuple(_panel(records(rows)) for _, rows in groups))


def _panel(rows: list[Record]) -> Panel:
    first = rows[0]
    bases = [f"{_people(row)}: {base(row)}" for row in rows[:2]]
    notes = (origin(rows), *bases)
    bars = tuple(_bar(row, both % 2 == 0) for both, row in enumerate(rows))
    return Panel(t(f"perfil.what.{first['desagregacion']}"), notes, bars)


def _people(row: Record) -> str:
    indicator = row["indicador"]
    return t(f"perfil.counted.{indicator}").capitalize()


def _bar(row: Record, opens: bool) -> Bar:
    """Return a bar; the first of each pair carries the name of the category."""
    whose = t(f"perfil.short.{row['indicador']}")
    return bar(row, row["categoria"] if opens else "", whose)


def sentence(frame: pd.DataFrame) -> str:
    """Say both figures of every category that matches."""
    if not len(frame):
        return t("perfil.none_compared")
    known = frame[frame["parte"] == "dato"]
    parts = [
        t(
            "perfil.pair",
            category=category,
            victims=number(rows["valor"].iloc[0], rows["unidad"].iloc[0]),
            accused=number(rows["valor"].iloc[1], rows["unidad"].iloc[1]),
            period=span(rows["periodo_inicio"].iloc[0], rows["periodo_fin"].iloc[0]),
        )
        for (_, category), rows in known.groupby(["desagregacion", "categoria"], sort=False)
    ]
    return t("perfil.pairs", parts="; ".join(parts))


def heading(frame: pd.DataFrame) -> str:
    """Return who is compared, and when."""
    return without_period(t("charts.perfil-comparado.title", period=when(frame)))


CHART = Chart("perfil-comparado", select, plot, sentence, page="/perfil",
              narrows=("periodo",), heading=heading)  # fmt: skip
