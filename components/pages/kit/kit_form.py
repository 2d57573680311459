"""The chooser of the kit: a form that works without JavaScript."""

from collections.abc import Iterable
from html import escape

from dash import html
from dash.development.base_component import Component

from components.charts.registry import CHARTS
from components.charts.view import View
from components.embeds.embed_options import THEMES, Options
from components.embeds.own_filters import fields
from components.markup import Markup, attrs
from components.pages.kit.kit_charts import NAME, PATH
from components.texts import t

# How high, in px, beside what the chart needs.
_HEIGHTS = (400, 500, 600, 800)


def chooser(view: View, options: Options) -> Component:
    """Return the form: which chart, what of it, how high, in which colours."""
    charts = [(slug, t(f"buscar.charts.{slug}")) for slug in CHARTS]
    themes = [("" if name == "claro" else name, t(f"kit.themes.{name}")) for name in THEMES]
    theme = "" if options.tema == "claro" else options.tema
    controls = [("", t("kit.without")), ("1", t("kit.with"))]
    return html.Form(
        [
            _list(NAME, t("kit.chart"), charts, view.chart.slug, "grow"),
            Markup(fields(view)),
            _list("alto", t("kit.size"), _heights(options), str(options.alto or "")),
            _list("tema", t("kit.theme"), themes, theme),
            _list("controles", t("kit.controls"), controls, "1" if options.controles else ""),
            Markup(_version(view)),
            html.Button(t("kit.choose"), type="submit"),
        ],
        action=PATH,
        method="get",
        className="own-filters chooser",
        **attrs(aria_label=t("kit.chooser")),
    )


def _version(view: View) -> str:
    """Return the hidden field that keeps a kept version."""
    kept = view.filters.corte
    return f'<input type="hidden" name="corte" value="{escape(kept)}">' if kept else ""


def _heights(options: Options) -> list[tuple[str, str]]:
    known = sorted({*_HEIGHTS, *([options.alto] if options.alto else [])})
    return [("", t("kit.as_needed"))] + [(str(high), f"{high} px") for high in known]


def _list(
    name: str, title: str, options: Iterable[tuple[str, str]], chosen: str, kind: str = ""
) -> Component:
    listed = [html.Option(words, value=value, selected=value == chosen) for value, words in options]
    return html.Label([html.Span(title), html.Select(listed, name=name)], className=kind or None)
