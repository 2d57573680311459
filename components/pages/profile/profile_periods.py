"""The periods of the profile to choose from."""

from dash import html
from dash.development.base_component import Component

from components.charts.profile_rows import who
from components.controls import link
from components.markup import attrs
from components.pages.profile.profile_headline import named
from components.texts import t
from data.model import Periodo
from data.query import profile_groups, profiles
from data.query.filters import Filters
from data.store import Store

PATH = "/perfil"


def selector(store: Store, filters: Filters) -> Component:
    """Return the periods as links, the chosen one with its note."""
    default = profiles.period(store, "victimas", "")
    current = filters.periodo or default
    known = {row.codigo: row for row in store.rows(Periodo)}
    names = [name for kind in profile_groups.POPULATIONS for name in profiles.periods(store, kind)]
    items = [
        html.Li(_choice(store, filters, name, default, current)) for name in in_time(store, names)
    ]
    looked = known.get(current)
    note = looked.nota if looked and looked.completo != "si" else None
    said = t("perfil.chosen", period=named(store, current), note=note) if note else None
    return html.Nav(
        [
            html.H2(t("perfil.periods")),
            html.P(t("perfil.periods_lead"), className="caveat"),
            html.Ul(items, className="periods"),
            html.P(said, className="caveat") if said else None,
        ],
        className="period-choice",
        **attrs(aria_label=t("perfil.periods")),
    )


def in_time(store: Store, codes: list[str]) -> list[str]:
    """Return periods once each, by their first day and then their last."""
    dated = [row for row in store.rows(Periodo) if row.codigo in codes and row.inicio and row.fin]
    return [row.codigo for row in sorted(dated, key=lambda row: (row.inicio, row.fin))]


def _choice(store: Store, filters: Filters, name: str, default: str, current: str) -> Component:
    found = [
        g for kind in profile_groups.POPULATIONS for g in profile_groups.groups(store, kind, name)
    ]
    sources = (who(store.sources[group.base.fuente].institucion) for group in found)
    short = dict.fromkeys(source.partition(" (")[0] for source in sources)
    query = filters.with_(periodo="" if name == default else name).to_query()
    parts = [html.Strong(named(store, name)), html.Small(" · ".join(short))]
    return link(parts, PATH, query, **attrs(aria_current="true" if name == current else None))
