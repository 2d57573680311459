"""What each breakdown of the profile adds up to, what is missing and why."""

from dash import html
from dash.development.base_component import Component

from components.charts.profile import base
from components.charts.profile_rows import title, who
from components.format import number, span
from components.pages.profile.profile_tables import ended
from components.texts import t
from components.truncated_list import cut
from data.query.profile_groups import Group
from data.store import Store


def sums(store: Store, groups: list[Group]) -> Component:
    """Return, for each breakdown on screen, its base, its sum, what is missing and why."""
    heading = html.H2(t("perfil.sums"), id="sumas")
    shown, rest = cut(groups, "bases_perfil")
    items = [part for group in shown for part in _sum(store, group)]
    parts = [heading, html.P(t("perfil.sums_lead")), html.Dl(items), *rest]
    return html.Section(parts, className="sums half")


def _sum(store: Store, group: Group) -> list[Component]:
    row = group.base
    name = title(row.indicador, row.desagregacion) or row.titulo
    when = span(group.rows[0].periodo_inicio, group.rows[0].periodo_fin)
    total, rest = number(row.suma, row.unidad), number(row.resto, row.unidad)
    said = t("perfil.adds", sum=total, rest=rest) if row.resto else t("perfil.closes", sum=total)
    origin = f"{base(row.model_dump()).capitalize()}. {who(store.sources[row.fuente].institucion)}."
    return [
        html.Dt(f"{name}, {when}"),
        html.Dd([html.Strong(said), f" {_why(row.explicacion)} ", html.Small(origin)]),
    ]


def _why(text: str) -> str:
    """Return the reason, unless it only says that the sum closes, which is said already."""
    return "" if text == "Cierra" else ended(text)
