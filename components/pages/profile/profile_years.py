"""The years of a register side by side, in each respect in which its parts add up."""

from decimal import Decimal

from dash import html
from dash.development.base_component import Component

from components.charts.profile_rows import who
from components.format import number, span
from components.pages.profile.profile_tables import head
from components.table import table
from components.texts import t
from components.truncated_list import cut
from data.model import Periodo
from data.query.profile_years import Breakdown, breakdowns
from data.store import Store

# Each is a table of every year.
_MOST = 15


def years(store: Store) -> Component | None:
    """Return one table per breakdown; nothing where no register closes year after year."""
    found = breakdowns(store)
    if not found:
        return None
    shown, rest = cut(found, "incidencia", _MOST)
    return html.Section(
        [
            html.H2(t("perfil.years"), id="anio-por-anio"),
            html.P(t("perfil.years_lead"), className="caveat"),
            *(_breakdown(store, one) for one in shown),
            *rest,
        ]
    )


def _breakdown(store: Store, one: Breakdown) -> Component:
    title, source = one.base.titulo, store.sources[one.base.fuente]
    columns = [head("category"), *map(_year, one.periods)]
    body = [
        [name, *map(_cell, figures, one.groups)]
        for name, figures in [*one.lines, (t("perfil.years_total"), one.totals)]
    ]
    summary = html.Summary([html.H3(title), html.Span(who(source.institucion), className="caveat")])
    caption = t("perfil.years_caption", title=title)
    shown = table(caption, columns, body, numeric=range(1, len(columns)))
    return html.Details([summary, shown], className="record")


def _year(period: Periodo) -> str:
    """Head a column with its year; a part of a year says which part."""
    said = span(period.inicio, period.fin)
    year = str(period.inicio.year) if period.inicio else said
    part = said.removesuffix(year).removesuffix(" de ")
    return t("mapa.years_part", year=year, part=part) if part else year


def _cell(figure: Decimal | None, group: object) -> str:
    """Return a figure; a year that does not close says so, a category that it lacks is nothing."""
    if figure is None:
        return t("perfil.years_open") if group is None else t("states_short.no-publicado")
    return number(figure)
