"""Three plans, one story: what was promised in each, and what was reported of it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.axes_words import CURRENT, MIDDLE, OLD, part
from components.charts.chart import Record, records
from components.charts.views import Views
from components.figure_card import figure
from components.format import count, joined, number
from components.pages.page import Content, Page, Seen
from components.pages.plans import plans_axes, plans_explorer, plans_search
from components.pages.plans.commitment_links import PATH, code
from components.table import status, table
from components.texts import t
from data.codes import AXES, LIGHTS
from data.model import Meta2007
from data.query import option_counts
from data.query.filters import Filters
from data.rules.ramps import PERIODS
from data.store import Store


def see(views: Views, subject: str) -> Seen:
    """Return the three plans under the filters, or what a search found in them."""
    store, filters = views.store, views.filters
    kept = filters if filters.periodo in PERIODS else filters.with_(periodo="")
    top: Content = [_top(store, bool(kept.buscar)), _unusable(filters, kept)]
    if kept.buscar:
        headline, found = plans_search.results(store, kept)
        return Seen(t("planes.title"), t("planes.description"), headline, [*top, *found],
                    count=headline)  # fmt: skip
    content: Content = [
        *top,
        _side_by_side(views.under(kept)),
        _line(views),
        *plans_axes.sections(store, kept),
        plans_explorer.section(store, kept),
    ]
    announced = plans_explorer.headline(store, kept)
    return Seen(t("planes.title"), t("planes.description"), announced, content, _dataset(),
                count=announced)  # fmt: skip


def _top(store: Store, searching: bool) -> Component:
    metas = store.rows(Meta2007)
    declared = sum(row.cumplimiento_pct is not None for row in metas)
    said = t("planes.lead", declared=declared, total=len(metas))
    lead = None if searching else html.P(said, className="lead")
    over = html.P(t("planes.over"), className="over")
    return html.Section([over, html.H1(t("planes.headline")), lead])


def _unusable(filters: Filters, kept: Filters) -> Component | None:
    if filters.periodo == kept.periodo:
        return None
    said = t("planes.other_period", period=filters.periodo, known=joined(PERIODS))
    return html.P(said, className="remark", role="note")


def _side_by_side(views: Views) -> Component:
    view = views.of("planes-eje")
    frame = view.frame
    rows = [_axis_row(frame[frame["eje"] == axis], axis) for axis in AXES
            if (frame["eje"] == axis).any()]  # fmt: skip
    head = [t("filters.eje"), *(t(f"planes.panel.{plan}") for plan in (OLD, MIDDLE, CURRENT))]
    signs = " ".join(_signs(views.store, set(frame["codigo"])))
    above = [html.P(signs, className="caveat")] if signs else []
    drawn = figure(view, table(view.title, head, rows), above=above)
    return html.Div(drawn, className="broad")


def _signs(store: Store, shown: set[str]) -> list[str]:
    """Say in the words of the matrix what * and ✗ stand for, where the metas shown have them."""
    metas = [row for row in store.rows(Meta2007) if code(row) in shown]
    starred = [
        t("planes.starred", number=row.numero, remark=row.observacion)
        for row in metas
        if row.observacion
    ]
    crossed = [f"«{row.resultado}»" for row in metas if row.cumplimiento_pct is None]
    said = [t("planes.star", metas=joined(starred))] if starred else []
    if crossed:
        said.append(t("planes.cross", results=joined(list(dict.fromkeys(crossed)))))
    return said


def _axis_row(frame: Any, axis: str) -> list[Any]:
    old, middle, current = (part(frame, plan) for plan in (OLD, MIDDLE, CURRENT))
    declared = [f"{row['codigo']}: {_said(row)}" for row in records(old)]
    counted = [
        f"{period}: {count(amount, t('planes.target'), t('planes.targets'))}"
        for period in PERIODS
        if (amount := int((middle["periodo"] == period).sum()))
    ]
    lights = [
        html.Span([f"{amount} ", status(light, amount), " "])
        for light in LIGHTS
        if (amount := int((current["semaforo"] == light).sum()))
    ]
    return [
        t(f"axes.{axis}"),
        ", ".join(declared) or t(f"planes.none.{OLD}"),
        f"{', '.join(counted)}. {t('planes.unreported')}"
        if counted
        else t(f"planes.none.{MIDDLE}"),
        lights or t(f"planes.none.{CURRENT}"),
    ]


def _said(row: Record) -> str:
    value = row["cumplimiento_pct"]
    return t("planes.unmet") if value is None else number(value, "%")


def _line(views: Views) -> Component:
    view = views.opening("planes-linea")
    rows = [
        [_years(row), row["nombre"], t(f"planes.scope.{row['ambito']}"), row["que_hace"] or "—",
         view.store.sources[row["fuente"]].localizador]
        for row in records(view.frame)
    ]  # fmt: skip
    head = [t(f"planes.norm.{name}") for name in ("year", "name", "scope", "does", "place")]
    return html.Div(figure(view, table(view.title, head, rows)), className="broad")


def _years(row: dict[str, Any]) -> str:
    if row["anio"] is None:
        return t("planes.norm.undated")
    return f"{row['anio']}-{row['anio_fin']}" if row["anio_fin"] else str(row["anio"])


def _dataset() -> dict[str, Any]:
    names = ("metas_2007_2013", "acciones_2017_2021", "metas_2017_2021", "ivo_2017_2021", "normas")
    return {
        "name": t("planes.title"),
        "description": t("planes.description"),
        "temporalCoverage": "2007/2030",
        "files": [f"/datos/{name}.csv" for name in names],
    }


PAGE = Page(PATH, see, nav="planes", controls=("eje", "entidad", "periodo", "buscar"),
            counts=option_counts.commitments, charts=("planes-eje", "planes-linea"))  # fmt: skip
