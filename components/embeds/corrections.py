"""What an embed says of the corrections of its figures, frozen or of today."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.chart import address
from components.charts.view import View
from components.corrections import folded, later
from components.texts import t

_ABSENT = ("", "None", "nan", "<NA>")


def notice(view: View) -> Component | None:
    """Say that the view is frozen, and what was corrected in it since, or before today."""
    if not view.filters.corte:
        return folded(view.corrected)
    day = view.today.versions.get(view.store.version)
    said = t("frozen.said", version=view.store.version, date=f" ({day:%d/%m/%Y})" if day else "")
    live = View.of(view.chart, view.today, view.filters.with_(corte=""))
    link = html.A(t("frozen.live"), href=address(f"/incrustar/{view.chart.slug}", live.query))
    if not _changed(view.frame, _now(view).frame):
        return html.P([said, " ", t("frozen.same"), " ", link], className="remark", role="note")
    told = later(view.corrected, view.store)
    parts = [html.P([html.Strong(t("frozen.changed")), " ", said, " ", link])]
    return html.Div([*parts, *(told or [_unsaid()])], className="remark", role="note")


def _now(view: View) -> View:
    """Return the view of today of the same year and period: what opens first may have moved on."""
    filters = view.filters.with_(corte="")
    if "anio" in view.chart.narrows and not filters.anio:
        filters = filters.with_(anio=view.store.year(filters))
    if "periodo" in view.chart.narrows and not filters.periodo and "periodo" in view.frame:
        periods = {str(period) for period in view.frame["periodo"]}
        filters = filters.with_(periodo=periods.pop()) if len(periods) == 1 else filters
    return View.of(view.chart, view.today, filters)


def _changed(before: pd.DataFrame, after: pd.DataFrame) -> bool:
    """Say whether a row that was shown is no longer so; a new row or column changes none."""
    told = [
        name for name in before.columns
        if name in after.columns and not before[name].astype(str).isin(_ABSENT).all()
    ]  # fmt: skip
    old, new = (set(frame[told].astype(str).itertuples(index=False, name=None))
                for frame in (before, after))  # fmt: skip
    return bool(old - new)


def _unsaid() -> Component:
    table = html.A("correcciones.csv", href="/datos/correcciones.csv")
    return html.P([t("frozen.no_reason"), " ", table])
