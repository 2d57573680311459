"""What was corrected of the figures that are seen: said beside those of today and of a version."""

from collections.abc import Iterable
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.texts import t
from data.query.corrections import Corrected, corrected
from data.store import Store

_SHOWN = 5


def of_page(views: Views, path: str, subject: str, charts: Iterable[str]) -> list[Corrected]:
    """Return the corrections of what a page is of, and of the rows in its charts."""
    found = corrected(views.today)
    own = [each for each in found if each.said.url == path or each.of_indicator(subject)]
    shown = (each for slug in charts for each in views.of(slug).corrected)
    return list({id(each): each for each in (*own, *shown)}.values())


def section(found: list[Corrected]) -> Component | None:
    """Return the corrections as a part of a page of today; None without any."""
    if not found:
        return None
    return html.Section(
        [html.H2(t("corrections.title")), *_some(html.Li(_said(one)) for one in found)]
    )


def folded(found: list[Corrected]) -> Component | None:
    """Return the corrections under one line, as high as any other; None without any."""
    if not found:
        return None
    line = html.Summary(t("corrections.folded", amount=len(found)))
    return html.Details([line, *_some(html.Li(_said(one)) for one in found)], className="beside")


def later(found: Iterable[Corrected], then: Store) -> list[Component]:
    """Say what was corrected after a version: from what to what, why and when."""
    changed = [(one, changes) for one in found if (changes := one.changes(then))]
    return _some(html.Li(_later(one, changes)) for one, changes in changed)


def _some(items: Iterable[Component]) -> list[Component]:
    """Return the first of some lines, and where all of them are."""
    lines = list(items)
    if not lines:
        return []
    more = len(lines) - _SHOWN
    table = html.A("correcciones.csv", href="/datos/correcciones.csv")
    rest = [html.P([t("corrections.more", amount=more), " ", table])] if more > 0 else []
    return [html.Ul(lines[:_SHOWN]), *rest]


def _said(one: Corrected) -> list[Any]:
    row = one.said
    return [t("corrections.said", day=f"{row.fecha:%d/%m/%Y}", reason=row.motivo), *_more(one)]


def _later(one: Corrected, changes: list[tuple[str, Any, Any]]) -> list[Any]:
    row = one.said
    said = "; ".join(
        t("corrections.change", column=name, before=_cell(old), after=_cell(new))
        for name, old, new in changes
    )
    day = f"{row.fecha:%d/%m/%Y}"
    return [t("corrections.later", what=f"{row.tabla} {row.clave}", day=day, change=said,
              reason=row.motivo), *_more(one)]  # fmt: skip


def _more(one: Corrected) -> list[Any]:
    return [" ", html.A(t("frozen.more"), href=one.said.url)] if one.said.url else []


def _cell(value: object) -> str:
    return t("corrections.none") if value in (None, "") else f"«{value}»"
