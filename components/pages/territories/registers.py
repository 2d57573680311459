"""The figures of a territory as tables: its register year by year, and every other figure."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.format import number, percent, span
from components.pages.map import map_years
from components.pages.territories.headlines import joined_apart
from components.pages.territories.paths import link
from components.table import table
from components.texts import known, t
from data.publish import provenance
from data.query import territory_others, territory_record
from data.query.people import FEW
from data.query.territories import Subject
from data.query.territory_record import Record
from data.store import Store


def yearly(store: Store, several: Sequence[Subject]) -> Component:
    """Return the register of one territory, or of two side by side, year by year."""
    parts = [_register(store, one, headed=len(several) > 1) for one in several]
    return html.Div(parts, className="twins" if len(several) > 1 else None)


def _register(store: Store, one: Subject, *, headed: bool) -> Component:
    """Return the years of one territory with share, rate and place, all ours, and the country."""
    rows = territory_record.yearly(store, one)
    head = [t(f"territorio.column.{name}") for name in ("period", "count", "share", "rate",
                                                        "place", "country")]  # fmt: skip
    caption = t(f"territorio.table.{one.level}", name=one.name)
    listed = table(caption, head, [_year(row) for row in rows], numeric=range(1, len(head)))
    scope = [map_years.scope(store)] if one.level == "distrito_fiscal" else []
    note = html.P(" ".join([*scope, t("territorio.computed")]), className="caveat")
    return html.Div([html.H3(one.name) if headed else None, note, listed], className="register")


def _year(row: Record) -> list[Any]:
    place = t("territorio.place", place=row["puesto"], amount=row["territorios"])
    tied = html.Small(t("territorio.tied", amount=row["empatados"])) if row["empatados"] else None
    few = row["valor"] is not None and row["valor"] < FEW and row["tasa"] is not None
    return [
        span(row["periodo_inicio"], row["periodo_fin"]),
        [amount(row), _detail(row)],
        percent(row["porcentaje"]),
        [_rate(row), html.Small(t("territorio.few")) if few else None],
        [place, tied] if row["puesto"] else "—",
        number(row["total_pais"]),
    ]


def amount(row: Record) -> str:
    """Return a figure with its unit, or the word of its kind of absence."""
    if row["valor"] is None:
        return t(f"states_short.{row['estado']}")
    return number(row["valor"], row["unidad"])


def _rate(row: Record) -> str:
    """Return the rate; without a population nobody gives one."""
    known_ = row["valor"] is None or row["tasa"] is not None
    return number(row["tasa"]) if known_ else t("states_short.no-publicado")


def _detail(row: Record) -> Component | None:
    """Return the articles that a figure adds up; of a zero, what the tables note of it."""
    note = row["nota"] or ""
    parts = [part.partition("=") for said in note.split(". ") for part in said.split("; ")]
    found = [t("territorio.article", article=name, amount=amount_)
             for name, sign, amount_ in parts if sign]  # fmt: skip
    if row["estado"] == "cero" or not found:
        return html.Small(f" {note}") if row["estado"] == "cero" and note else None
    return html.Small(f" {'; '.join(found)}")


def inside(store: Store, several: Sequence[Subject]) -> Component:
    """Return the distritos fiscales of a departamento with their years side by side."""
    country = territory_record.country(store, "distrito_fiscal")
    head: list[Any] = [t("territorio.column.district"), *(_heading(row) for row in country)]
    body = [[link(one), *(amount(row) for row in territory_record.yearly(store, one))]
            for one in several]  # fmt: skip
    body.append([t("territorio.whole"), *(number(row["valor"]) for row in country)])
    note = html.P(map_years.scope(store), className="caveat")
    listed = table(t("territorio.table.inside"), head, body, numeric=range(1, len(head)))
    return html.Div([note, listed])


def _heading(row: Record) -> str:
    return span(row["periodo_inicio"], row["periodo_fin"])


def before(store: Store, several: Sequence[Subject]) -> Component | None:
    """Say what is known from before the yearly series: one figure of several years, never drawn."""
    found = [(one, row) for one in several for row in territory_others.history(store, one)]
    if not found:
        return None
    periods: dict[str, list[str]] = {}
    for one, row in found:
        figures = periods.setdefault(span(row["periodo_inicio"], row["periodo_fin"]), [])
        figures.append(f"{one.name}, {amount(row)}")
    said = [t("territorio.before", period=period, figures=joined_apart(figures))
            for period, figures in periods.items()]  # fmt: skip
    sources = provenance.places(store.cited(row["fuente"] for _, row in found))
    parts = [html.P(" ".join([*said, t("territorio.before_apart")])),
             html.P(t("chart.source", text=sources), className="source")]  # fmt: skip
    return html.Section(parts, id="antes")


def others(store: Store, one: Subject) -> Component | None:
    """Return every other published figure of a territory, each with who says it."""
    told = territory_others.history(store, one)
    rows = [row for row in territory_others.others(store, one) if row not in told]
    if not rows:
        return None
    head = [t(f"territorio.column.{name}") for name in ("period", "counts", "value", "who",
                                                        "trust")]  # fmt: skip
    title = t("territorio.others", name=t(f"territorio.named.{one.level}", name=one.name))
    body = [_other(row) for row in rows]
    return html.Section(
        [html.H2(title), html.P(t("territorio.others_lead")),
         table(title, head, body, numeric=[2])],
        id="otras-cifras",
    )  # fmt: skip


def _other(row: Record) -> list[Any]:
    whose = row["categoria"] if row["categoria"] != row["territorio"] else ""
    counted = ": ".join(filter(None, (counts(row["indicador"]), whose)))
    note = html.Small(f" {row['nota']}") if row["nota"] else None
    period = span(row["periodo_inicio"], row["periodo_fin"])
    return [period, [counted, note], amount(row), row["institucion"], row["confianza"]]


def counts(indicator: str) -> str:
    """Return the words of what a figure counts; its own code where the texts have none."""
    key = f"territorio.counts.{indicator}"
    return t(key) if known(key) else indicator
