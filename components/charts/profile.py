"""Profiles as published: victims, accused and complaints, one panel per breakdown."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from components.charts.chart import Chart, Record, records
from components.charts.layouts.marks import said
from components.charts.layouts.panels import Panels
from components.charts.layouts.panels_parts import Bar, Kind, Panel
from components.charts.profile_rows import select
from components.format import number, span, without_period
from components.texts import known as known_text
from components.texts import t
from data.query import profile_groups
from data.query.filters import Filters
from data.store import Store
from data.text_normalisation import slug

_TONES = {"victimas": "accent", "victimas_rescatadas": "accent", "imputados": "quiet"}


def plot(frame: pd.DataFrame) -> Panels:
    """Declare one panel per breakdown."""
    groups = frame.groupby("grupo", sort=False)
    return Panels(tuple(_panel(records(rows)) for _, rows in groups))


def _panel(rows: list[Record]) -> Panel:
    first = rows[0]
    cut = _common([row["categoria"] for row in rows if row["parte"] != "resto"])
    bars = tuple(_bar(row, cut) for row in rows)
    return Panel(first["titulo"], (origin(rows), base(first)), bars)


def origin(rows: list[Record]) -> str:
    """Say of when and by whom the figures are, and how far to trust them if not wholly."""
    first = rows[0]
    who_ = str(first["institucion"]).partition(" (")[0]
    parts = [span(first["periodo_inicio"], first["periodo_fin"]), who_]
    lowest = profile_groups.lowest(row["confianza"] for row in rows)
    parts += [t("perfil.trust", level=lowest)] if lowest != "alta" else []
    return " · ".join(parts)


def base(row: Record) -> str:
    """Say of how many the figures speak, or that nobody published it."""
    if row["base"] is None:
        return t("perfil.base_unknown", what=row["base_unidad"])
    return t("perfil.base", amount=number(row["base"]), what=row["base_unidad"])


def _common(categories: list[str]) -> str:
    stems = {name.partition(": ")[0] for name in categories if ": " in name}
    whole = len(stems) == 1 and all(": " in name for name in categories)
    return f"{stems.pop()}: " if whole else ""


def _bar(row: Record, cut: str) -> Bar:
    label = row["categoria"].removeprefix(cut)
    if row["parte"] == "detalle":
        label = label.rpartition(": ")[2]
    return bar(row, label)


def bar(row: Record, label: str, whose: str = "") -> Bar:
    """Declare the bar of a row under a label."""
    share, tone = float(row["valor"] / row["total"]), _TONES.get(row["indicador"], "ink")
    name = ", ".join(filter(None, (row["categoria"], whose)))
    period = span(row["periodo_inicio"], row["periodo_fin"])
    words = said(name, number(row["valor"], row["unidad"]), period=period)
    return Bar(label, row["valor"], row["unidad"], share, kind(row), tone, words, whose)


def kind(row: Record) -> Kind:
    """Return how a row is drawn."""
    if row["parte"] == "dato":
        return "unknown" if profile_groups.unknown(row["categoria"]) else "known"
    return "detail" if row["parte"] == "detalle" else "rest"


def when(frame: pd.DataFrame) -> str:
    """Return the widest period of the rows, for the title; none of no rows."""
    if not len(frame):
        return ""
    rows = sorted(records(frame), key=lambda row: row["periodo_fin"] - row["periodo_inicio"])
    return span(rows[-1]["periodo_inicio"], rows[-1]["periodo_fin"])


def sentence(frame: pd.DataFrame) -> str:
    """Say the largest category of each breakdown and what it leaves out."""
    if not len(frame):
        return t("perfil.none")
    whole = when(frame)
    groups = [records(rows) for _, rows in frame.groupby("grupo", sort=False)]
    phrases = list(filter(None, (_phrase(rows, whole) for rows in groups)))
    most = t("perfil.most", parts="; ".join(phrases)) if phrases else t("perfil.most_none")
    return most + (t("perfil.hatched") if "resto" in set(frame["parte"]) else "")


def _phrase(rows: list[Record], whole: str) -> str:
    first = rows[0]
    known = [row for row in rows if kind(row) == "known"]
    if not known:
        return ""
    most = max(known, key=lambda row: row["valor"])
    period = span(first["periodo_inicio"], first["periodo_fin"])
    title_ = first["titulo"] if period == whole else f"{first['titulo']} ({period})"
    cut = _common([row["categoria"] for row in rows if row["parte"] != "resto"])
    return t("perfil.most_one", category=_people(most, cut), value=number(most["valor"],
             most["unidad"]), title=title_[0].lower() + title_[1:])  # fmt: skip


def _people(row: Record, cut: str) -> str:
    """Return a category as one speaks of people, where it is a sex; else the source's words.

    What the title of its group says already is left out; within a sentence it takes no capital.
    """
    key = f"perfil.people.{slug(row['categoria'])}"
    if row["desagregacion"] == "sexo" and known_text(key):
        return t(key)
    said = str(row["categoria"]).removeprefix(cut)
    return said if said[:2].isupper() else said[:1].lower() + said[1:]


def _chart(population: str) -> Chart:
    def heading(frame: pd.DataFrame) -> str:
        return without_period(t(f"charts.perfil-{population}.title", period=when(frame)))

    chosen: Callable[[Store, Filters], pd.DataFrame] = partial(select, population)
    return Chart(f"perfil-{population}", chosen, plot, sentence, page="/perfil",
                 narrows=("periodo",), heading=heading)  # fmt: skip


VICTIMS, ACCUSED, COMPLAINTS = (_chart(name) for name in profile_groups.POPULATIONS)
