"""The two maps: the prosecutors' by distrito fiscal, the police's by departamento."""

from functools import partial

import pandas as pd

from components.charts import map_words
from components.charts.chart import Chart, records
from components.charts.layouts.map import Class, Map, Territory
from components.charts.map_classes import Group, groups, ranked, shown, unit
from components.charts.map_finding import finding
from components.charts.map_sentence import sentence
from components.format import number
from components.texts import t
from data.query import map_periods, map_rows, map_series
from data.query.filters import Filters
from data.store import Store
from geo import places

_LAYERS: dict[str, places.Layer] = {
    "distrito_fiscal": "distritos_fiscales",
    "departamento": "departamentos",
}
# What a figure draws for each pattern of the drawing, for its shapes have colours only.
_MARKS = {"cero": "circle-open", "nd": "x-thin-open", "no-publicado": "line-ne-open",
          "no-existia": "line-ew-open"}  # fmt: skip


def _select(level: map_periods.Level, store: Store, filters: Filters) -> pd.DataFrame:
    found = map_periods.chosen(store, filters, level)
    if found is None:
        return pd.DataFrame([], columns=map_rows.COLUMNS, dtype=object)
    frame = map_rows.rows(store, found, filters.medida)
    frame.attrs["serie"] = map_series.comparable(store, found, filters.medida)
    frame.attrs["lugar"] = map_series.chosen(store, level, filters.lugar)
    return frame


def plot(frame: pd.DataFrame) -> Map:
    """Return the classes of a period, its absences, its names and its inset of Lima and Callao."""
    level = frame["desagregacion"].iloc[0]
    limits = t(f"charts.mapa.limits.{'schematic' if places.schematic() else 'official'}")
    shared = (_LAYERS[level], _legend(frame), tuple(map(_class, groups(frame))),
              tuple(row["codigo_territorio"] for row in ranked(frame)), limits,
              _rest(frame), frame.attrs.get("lugar", ""))  # fmt: skip
    inset = level == "distrito_fiscal"
    return Map(*shared, "lima_callao", t("charts.mapa.inset")) if inset else Map(*shared)


def _class(group: Group) -> Class:
    inside = tuple(
        Territory(row["codigo_territorio"], map_words.place(row), map_words.name(row),
                  number(shown(row), unit(row)) if group.rank else group.label,
                  map_words.phrase(row))
        for row in group.rows
    )  # fmt: skip
    if group.rank is None:
        return Class(group.label, inside, absent=group.key, mark=_MARKS[group.key])
    return Class(group.label, inside, f"case-{group.rank}")


def _rest(frame: pd.DataFrame) -> str:
    """Return what the source left undivided, and its word."""
    last = records(frame)[-1]
    if last["estado"] != map_rows.COMPUTED:
        return ""
    return f"{t('charts.mapa.rest')} · {number(shown(last), unit(last))}"


def _legend(frame: pd.DataFrame) -> str:
    """Return what a class holds: what it measures, and how many places."""
    units = t(f"charts.mapa.units.{frame['desagregacion'].iloc[0]}")
    return t("charts.mapa.legend", measured=measured(frame), units=units)


def measured(frame: pd.DataFrame) -> str:
    """Return what the classes measure: cases, or a share of them, which may be ours."""
    row = records(frame)[0]
    share = row["medida"] == "porcentaje"
    key = "share" if share else "rate" if row["medida"] == "tasa" else "amount"
    key += "_computed" if share and row["porcentaje_es"] == map_rows.COMPUTED else ""
    said = t(
        f"charts.mapa.legend_{key}",
        counted=map_words.whole(row) if key == "share" else map_words.counted(row),
    )
    return said[0].upper() + said[1:]


def _heading(key: str, frame: pd.DataFrame) -> str:
    """Return a title: what is counted, by what, when."""
    if not len(frame):
        return t(f"charts.{key}.title_none")
    row = records(frame)[0]
    word = map_words.counted(row).capitalize()
    return t(f"charts.{key}.title", counted=word, period=map_words.period(row))


def _map(slug: str, level: map_periods.Level, narrows: tuple[str, ...]) -> Chart:
    return Chart(
        slug,
        partial(_select, level),
        plot,
        partial(sentence, slug),
        page="/mapa",
        narrows=narrows,
        heading=partial(_heading, slug),
        found=finding,
    )


DISTRICTS = _map("mapa", "distrito_fiscal", ("periodo", "medida", "lugar"))
POLICE = _map("mapa-pnp", "departamento", ("medida", "lugar"))
