"""What the reader does next: a region, the victims, the data behind."""

from dash import html
from dash.development.base_component import Component

from components.charts.views import Views
from components.pages.overview.small_pictures import pictures
from components.pages.page import Content
from components.territory_chooser import territory_chooser
from components.texts import t

_PLACES = ("indicadores", "mapa", "rutas", "datos", "metodologia")


def ways_on(views: Views) -> Content:
    """Return the choice of a region, one line on the victims, and the way on."""
    return [_region(views), _victims(views), *pictures(views), _onwards()]


def _region(views: Views) -> Component:
    chooser = territory_chooser(views.store)
    return html.Section([html.H2(t("panorama.region")), chooser], className="half")


def _victims(views: Views) -> Component:
    """Say between which figures the registers of victims lie; they are never added."""
    said = views.opening("victimas").finding
    way = html.A(t("panorama.victims_way"), href="/victimas")
    words = f"{said}. {t('panorama.victims_apart')} " if said else ""
    return html.Section([html.H2(t("panorama.victims")), html.P([words, way])], className="half")


def _onwards() -> Component:
    ways = [html.Li(html.A(t(f"panorama.to.{name}"), href=f"/{name}")) for name in _PLACES]
    return html.Section([html.H2(t("panorama.onwards")), html.Ul(ways, className="ways")])
