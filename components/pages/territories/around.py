"""What else the sources name of a departamento: routes, coordination spaces, regional plan."""

from collections.abc import Sequence
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.layouts.surface import CORNER
from components.charts.views import Views
from components.embeds.discovery import embed_path
from components.format import ABSENT, joined
from components.markup import attrs
from components.table import table
from components.texts import t
from data.model import DestinoLima, Espacio, PlanRegional, Ruta
from data.publish import provenance
from data.query.filters import Filters
from data.query.territories import Subject
from data.store import Store

_LIMA = "15"


def routes(views: Views, one: Subject) -> Component:
    """Return the pairs of the plan that begin or end in a departamento, as it states them."""
    store = views.store
    rows = [row for row in store.rows(Ruta) if one.name in (row.origen_region, row.destino_region)]
    title = t("territorio.routes", name=one.name)
    parts: list[Any] = [html.H2(title)]
    if rows:
        head = [t(f"rutas.column_{name}") for name in ("from", "to", "kind", "zone")]
        parts += [html.P(t("territorio.routes_lead")), table(title, head, list(map(_route, rows)))]
        parts += _drawn(views, one)
    elif one.code != _LIMA:
        parts.append(html.P(t("territorio.routes_none", name=one.name)))
    if one.code == _LIMA:
        parts += _lima(store)
    cited = [row.fuente for row in rows]
    return html.Section([*parts, _source(store, cited)], className="half", id="rutas")


def _drawn(views: Views, one: Subject) -> list[Component | None]:
    """Return the map of the routes with those of a place told apart, where the plan names it."""
    view = views.of("rutas", Filters(lugar=one.slug, corte=views.filters.corte))
    way = html.A(t("territorio.routes_map"), href=view.page)
    if not (view.frame["sentido"] != "").any():
        return [html.P(way)]
    drawing = html.Span(className="still", role="img",
                        **attrs(data_svg=view.chart.drawing(view.frame, CORNER),
                                aria_label=view.sentence))  # fmt: skip
    alone = html.A(t("share.embed"), href=embed_path(view))
    return [html.A(drawing, href=view.page, className="picture"),
            html.P([way, alone], className="links"),
            html.P(view.chart.caveat(), className="caveat")]  # fmt: skip


def _route(row: Ruta) -> list[str]:
    return [row.origen_lugar, row.destino_lugar or t("charts.rutas.unnamed"),
            t(f"charts.rutas.key_{row.tipo}"), row.zona or t("rutas.no_zone")]  # fmt: skip


def _lima(store: Store) -> list[Component]:
    """Name the districts of Lima that the plan gives as destination, without an origin."""
    names = [row.lugar for row in store.rows(DestinoLima)]
    said = t("territorio.routes_lima", names=joined(names))
    return [html.P([said, " ", html.A(t("territorio.routes_map"), href="/rutas#lima")])]


def coordinated(
    store: Store, several: Sequence[Subject]
) -> tuple[list[Espacio], list[PlanRegional]]:
    """Return the coordination spaces and the regional plans of some departamentos."""
    names = [one.name for one in several]
    spaces = [row for row in store.rows(Espacio) if row.departamento in names]
    return spaces, [row for row in store.rows(PlanRegional) if row.region in names]


def coordination(store: Store, several: Sequence[Subject]) -> Component:
    """Return the coordination spaces and regional plans that the sources name of a place."""
    names = [one.name for one in several]
    spaces, plans = coordinated(store, several)
    title = t("territorio.spaces", names=joined(names))
    head = [t(f"territorio.column.{name}") for name in ("space", "level", "year", "state", "trust")]
    listed = table(title, head, list(map(_space, spaces))) if spaces else None
    none = html.P(t("territorio.spaces_none", names=joined(names))) if not spaces else None
    said = [html.P(t("territorio.plan", name=row.region, state=row.estado) + _invested(row))
            for row in plans]  # fmt: skip
    without = [name for name in names if name not in {row.region for row in plans}]
    said += [html.P(t("territorio.plan_none", names=joined(without)))] if without else []
    cited = [row.fuente for row in spaces] + [row.fuente for row in plans]
    return html.Section([html.H2(title), listed, none, *said, _source(store, cited)],
                        className="half", id="coordinacion")  # fmt: skip


def _space(row: Espacio) -> list[str]:
    year = str(row.anio) if row.anio else ABSENT
    return [row.nombre, t(f"territorio.level.{row.nivel}"), year, row.estado, row.confianza]


def _invested(row: PlanRegional) -> str:
    if not row.inversion_publica:
        return ""
    return f" {t('territorio.plan_invested', state=row.inversion_publica)}"


def _source(store: Store, cited: list[str]) -> Component | None:
    if not cited:
        return None
    text = provenance.places(store.cited(cited))
    said = html.P(t("chart.source", text=text), className="source")
    return html.Details([html.Summary(t("territorio.sources")), said], className="source")
