"""What a frozen view says when its figures were corrected later."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.charts.view import View
from components.texts import t
from data.model import Correccion

_WHOLE = "todas"


def notice(view: View) -> Component | None:
    """Say that the view is frozen, and what was corrected in it since, with reason and link."""
    if not view.filters.corte:
        return None
    live = View.of(view.chart, view.today, view.filters.with_(corte=""))
    day = view.today.versions.get(view.store.version)
    said = t("frozen.said", version=view.store.version, date=f" ({day:%d/%m/%Y})" if day else "")
    link = html.A(t("frozen.live"), href=address(f"/incrustar/{view.chart.slug}", live.query))
    changed = _changed(view.frame, live.frame)
    if not changed:
        return html.P([said, " ", t("frozen.same"), " ", link], className="remark", role="note")
    parts = [html.P([html.Strong(t("frozen.changed")), " ", said, " ", link])]
    return html.Div([*parts, *_reasons(view, changed)], className="remark", role="note")


def _changed(before: pd.DataFrame, after: pd.DataFrame) -> set[str]:
    """Return every cell of the rows that differ, as text."""
    old, new = (
        {tuple(map(str, row)) for row in frame.itertuples(index=False)} for frame in (before, after)
    )
    return {cell for row in old ^ new for cell in row}


def _reasons(view: View, changed: set[str]) -> list[Component]:
    since = view.today.versions.get(view.store.version)
    found: list[Component] = [
        html.P([f"{row.fecha:%d/%m/%Y}: {row.motivo} ", _more(row)])
        for row in view.today.rows(Correccion)
        if (since is None or row.fecha >= since) and (row.clave == _WHOLE or row.clave in changed)
    ]
    table = html.A("correcciones.csv", href="/datos/correcciones.csv")
    return found or [html.P([t("frozen.no_reason"), " ", table])]


def _more(row: Correccion) -> Component | None:
    return html.A(t("frozen.more"), href=row.url) if row.url else None
