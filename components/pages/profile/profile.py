"""Profile: whom the records name as victims and as accused, and what they leave out."""

from dash import html
from dash.development.base_component import Component

from components.charts.chart import address, records
from components.charts.views import Views
from components.controls import link
from components.figure_card import figure
from components.markup import attrs
from components.pages.page import Content, Page, Seen
from components.pages.profile import profile_tables as tables
from components.pages.profile.profile_headline import grounds, headline, named
from components.pages.profile.profile_others import others
from components.pages.profile.profile_periods import PATH, in_time, selector
from components.pages.profile.profile_sums import sums
from components.pages.profile.profile_years import years
from components.texts import t
from data.query import profile_groups, profile_years, profiles
from data.query.filters import Filters
from data.query.profile_groups import Group
from data.store import Store

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
        selector(store, filters),
        _chart(views, "victimas"),
        html.Div(right, className="half stack"),
        _chart(views, "denuncias"),
        years(store),
        sums(store, every),
        others(store, profiles.others(store, [*every, *profile_years.shown(store)])),
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
        html.Li(link(named(store, code), PATH, filters.with_(periodo=code).to_query()))
        for code in in_time(store, found)
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
        for name in ("victimas", "mapa", "rutas", "metodologia")
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


_CHARTS = (*profile_groups.POPULATIONS, _COMPARED)
PAGE = Page(PATH, see, nav="perfil", charts=tuple(f"perfil-{name}" for name in _CHARTS))
