"""What helps to drive the room: the legend of keys, all its screens at once, what is chosen."""

from collections.abc import Mapping

from dash import html
from dash.development.base_component import Component

from components.markup import attrs
from components.session.slides import Session
from components.texts import t

_LEGEND = ("go", "jump", "all", "filters", "clear", "back", "note", "full", "black", "help",
           "close")  # fmt: skip


def legend() -> Component:
    """Return the legend of keys: a page has it at its end, the room over its screen."""
    rows = [
        html.Tr([html.Td(t(f"sesion.legend.{name}.does")),
                 html.Th(t(f"sesion.legend.{name}.keys"), scope="row")])
        for name in _LEGEND
    ]  # fmt: skip
    title = html.H2(t("sesion.legend_title"), id="legend-title")
    return html.Dialog(
        [title, html.Table(html.Tbody(rows))], id="legend", className="desk", open=True,
        **attrs(aria_labelledby="legend-title"),
    )  # fmt: skip


def overview() -> Component:
    """Return where the script lists every screen of the session."""
    title = html.H2(t("sesion.legend.all.does"), id="overview-title")
    return html.Dialog([title, html.Ol()], id="overview", className="desk",
                       **attrs(aria_labelledby="overview-title"))  # fmt: skip


def chosen(session: Session, lists: Mapping[str, Mapping[str, str]]) -> Component:
    """Return what is chosen, each with the way to take it away."""
    filters, word = session.filters, t("sesion.take_away")
    held = {
        "anio": str(filters.anio or ""),
        "sector": "~".join(filters.sector),
        "eje": "~".join(filters.eje),
    }
    parts = [
        html.Li(html.A(
            [html.Span(f"{word} ", className="unseen"), f"{_named(lists[name], value)} ×"],
            href=session.without(name), className="cut-1", **attrs(data_clears=name),
        ))
        for name, value in held.items() if value
    ]  # fmt: skip
    return html.Ul(parts, id="chosen", **attrs(data_word=word, aria_label=t("sesion.chosen")))


def _named(options: Mapping[str, str], value: str) -> str:
    return options.get(value) or ", ".join(options.get(one, one) for one in value.split("~"))
