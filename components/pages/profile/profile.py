"""Profile: whom the records name as victims and as accused, and what they leave out."""

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address, records
from components.charts.profile import who
from components.charts.views import Views
from components.controls import link
from components.figure_card import figure
from components.markup import attrs
from components.pages.page import Content, Page, Seen
from components.pages.profile import profile_tables as tables
from components.pages.profile.profile_headline import grounds, headline, named
from components.texts import t
from data.model import Periodo
from data.query import profile_groups, profiles
from data.query.filters import Filters
from data.query.profile_groups import Group
from data.store import Store

_PATH = "/perfil"
_COMPARED = "comparado"


def see(views: Views, subject: str) -> Seen:
    """Return the profiles of a period, and every other figure published on the same things."""
    store, filters = views.store, views.filters
    shown = {
        name: profile_groups.groups(store, name, profiles.period(store, name, filters.periodo))
        for name in profile_groups.POPULATIONS
    }
    said = headline(store, filters, shown["victimas"])
    every = [group for found in shown.values() for group in found]
    right = [_chart(views, name) for name in ("imputados", _COMPARED)]
    content: Content = [
        _top(said, store, shown["victimas"]),
        _selector(store, filters),
        _chart(views, "victimas"),
        html.Div(right, className="half stack"),
        _chart(views, "denuncias"),
        tables.sums(store, every),
        tables.others(store, profiles.others(store, every)),
        _onwards(),
    ]
    title, about = t("perfil.title"), t("perfil.description")
    return Seen(title, about, f"{said}.", content, _dataset())


def _top(said: str, store: Store, found: list[Group]) -> Component:
    return html.Section(
        [
            html.P(t("perfil.over"), className="over"),
            html.H1(said),
            grounds(store, found),
            html.P(t("perfil.lead"), className="lead"),
        ]
    )


def _selector(store: Store, filters: Filters) -> Component:
    default = profiles.period(store, "victimas", "")
    current = filters.periodo or default
    known = {row.codigo: row for row in store.rows(Periodo)}
    names = [name for kind in profile_groups.POPULATIONS for name in profiles.periods(store, kind)]
    items = [
        html.Li(_choice(store, filters, name, default, current)) for name in _in_time(store, names)
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


def _in_time(store: Store, codes: list[str]) -> list[str]:
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
    return link(parts, _PATH, query, **attrs(aria_current="true" if name == current else None))


def _chart(views: Views, name: str) -> Component:
    view = views.of(f"perfil-{name}")
    if not len(view.frame):
        return _absent(views.store, views.filters, name)
    by = "desagregacion" if name == _COMPARED else "grupo"
    return figure(view, tables.chart_tables(views.store, records(view.frame), by))


def _absent(store: Store, filters: Filters, name: str) -> Component:
    """Say that nobody published this for the period, and which periods have it."""
    compared = name == _COMPARED
    found = profiles.periods(store, "victimas" if compared else name)
    links = [
        html.Li(link(named(store, code), _PATH, filters.with_(periodo=code).to_query()))
        for code in _in_time(store, found)
        if not compared or profiles.pairs(store, code)
    ]
    title = t(f"charts.perfil-{name}.title", period=named(store, filters.periodo))
    said = t("perfil.none_compared") if compared else t("perfil.none")
    return html.Section(
        [
            html.H2(title),
            html.P(said),
            *([html.P(t("perfil.published")), html.Ul(links, className="inline")] if links else []),
        ],
        className="half empty",
        id=f"grafico-perfil-{name}",
    )


def _onwards() -> Component:
    """Link to the pages that go on from here, and to the files of this one."""
    items = [
        html.Li(html.A(t(f"perfil.to.{name}"), href=f"/{name}"))
        for name in ("mapa", "rutas", "metodologia")
    ]
    files = [
        html.Li(html.A(t(f"perfil.csv_{name}"), href=address(path, "")))
        for name, path in zip(("figures", "bases"), _dataset()["files"], strict=True)
    ]
    return html.Nav(
        [html.H2(t("perfil.onwards")), html.Ul([*items, *files], className="plain")],
        **attrs(aria_label=t("perfil.onwards")),
    )


def _dataset() -> dict[str, list[str] | str]:
    return {
        "name": t("perfil.title"),
        "description": t("perfil.description"),
        "files": ["/datos/incidencia.csv", "/datos/bases_perfil.csv"],
    }


_SHOWN = (*profile_groups.POPULATIONS, _COMPARED)
PAGE = Page(_PATH, see, nav="perfil", charts=tuple(f"perfil-{name}" for name in _SHOWN))
