"""The page of who reported each period, on time, late or not at all; alphabetical, no ranking."""

from collections import Counter
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.reporting import dated, reports
from components.charts.view import View
from components.charts.views import Views
from components.figure_card import figure
from components.format import percent
from components.pages.page import Content, Page, Seen
from components.table import table
from components.texts import t
from data.query import reporting
from data.query.reporting import Expected

_PATH = "/cumplimiento-del-reporte"
_FILES = ("periodos_reporte", "reportes", "sin_reporte", "valores")
_DATED = (reporting.ON_TIME, reporting.LATE, reporting.UNDATED, reporting.SILENT,
          reporting.ANNULLED)  # fmt: skip
_KNOWN = (reporting.VALUE, reporting.ND, reporting.SILENT)


def see(views: Views, subject: str) -> Seen:
    """Return the page: what is known, the chart, one table per period with its entities."""
    view = views.of("cumplimiento")
    known = "dated" if dated(view.frame) else "undated"
    head = html.H1(t("cumplimiento.headline"))
    content: Content = [
        html.Section([head, html.P(t("cumplimiento.lead"), className="lead"),
                      html.P(t(f"cumplimiento.{known}"), className="remark")]),
        figure(view, _periods(view), open_table=True),
        *(_entities(period, rows, known) for period, rows in reversed(reports(view.frame).items())),
        _onwards(),
    ]  # fmt: skip
    title, about = t("cumplimiento.title"), t("cumplimiento.description")
    files = [f"/datos/{name}.csv" for name in _FILES]
    dataset: dict[str, Any] = {"name": title, "description": about, "files": files}
    return Seen(title, about, f"{t('cumplimiento.headline')}. {view.sentence}", content, dataset)


def _states(known: str) -> tuple[str, ...]:
    return _DATED if known == "dated" else _KNOWN


def _periods(view: View) -> Component:
    """Return one line per period: expected, each state, and the shares."""
    states = _states("dated" if dated(view.frame) else "undated")
    body = [[period, *_counts(rows, states)] for period, rows in reports(view.frame).items()]
    return table(view.title, _head("period", states), body, numeric=range(1, len(states) + 3))


def _head(first: str, states: tuple[str, ...]) -> list[str]:
    names = (t(f"cumplimiento.state.{state}") for state in states)
    return [t(f"cumplimiento.{first}"), t("cumplimiento.expected"), *names,
            t("cumplimiento.share")]  # fmt: skip


def _counts(rows: list[Expected], states: tuple[str, ...]) -> list[str]:
    found = Counter(row.situacion for row in rows)
    share = percent(reporting.share(rows, reporting.SENT))
    return [str(len(rows)), *(str(found[state]) for state in states), share]


def _entities(period: str, rows: list[Expected], known: str) -> Component:
    """Return one line per entity of a period, in alphabetical order."""
    states, title = _states(known), t("cumplimiento.by_entity", period=period)
    held: dict[str, list[Expected]] = {}
    for row in sorted(rows, key=lambda row: row.entidad):
        held.setdefault(row.entidad, []).append(row)
    body = [[entity, *_counts(mine, states)] for entity, mine in held.items()]
    listed = table(title, _head("entity", states), body, numeric=range(1, len(states) + 3))
    return html.Details([html.Summary(title), listed], className="beside")


def _onwards() -> Component:
    ways = [html.A(t(f"cumplimiento.to.{name}"), href=f"/{name}")
            for name in ("sectores", "metodologia")]  # fmt: skip
    files = [html.A(f"{name}.csv", href=f"/datos/{name}.csv") for name in _FILES]
    return html.Section([html.H2(t("cumplimiento.onwards")), html.P(ways, className="links"),
                         html.P(files, className="links")])  # fmt: skip


PAGE = Page(_PATH, see, charts=("cumplimiento",))
