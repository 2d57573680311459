"""The bar of the room: place, clock, cut-off, note, and the filters that change the session."""

from collections.abc import Mapping

import dash_bootstrap_components as dbc
from dash import html
from dash.development.base_component import Component

from components import year_words
from components.markup import attrs
from components.session.slides import PATH, Session
from components.texts import t
from data.query.filters import Filters
from data.session_scripts import DEFAULT
from data.store import Store


def cutoff(store: Store) -> str:
    """Return the line that says of when the data are and which version of them."""
    return t("sesion.cutoff", year=store.latest, version=store.version)


def bar(session: Session) -> Component:
    """Return the bar under every screen."""
    return html.Footer(
        [
            html.Div(html.Span(), className="progress", **attrs(aria_hidden="true")),
            html.Button("←", type="button", id="previous", className="needs-script",
                        **attrs(aria_label=t("sesion.previous"))),
            html.Button(f"1 / {len(session.slides)}", id="count", type="button",
                        className="needs-script", title=t("sesion.legend.all.does")),
            html.Button("→", type="button", id="next", className="needs-script",
                        **attrs(aria_label=t("sesion.next"))),
            html.Span("00:00", id="clock", className="needs-script", role="timer",
                      **attrs(aria_live="off", aria_label=t("sesion.clock"))),
            html.Span(cutoff(session.store), className="cutoff"),
            html.Button(t("sesion.note"), type="button", id="note", className="needs-script",
                        **attrs(aria_expanded="false")),
            html.Button("?", type="button", id="help", className="needs-script",
                        **attrs(aria_label=t("sesion.legend_title"))),
            _settings(session),
        ],
        className="bar",
    )  # fmt: skip


def choices(session: Session) -> dict[str, dict[str, str]]:
    """Return what can be chosen; a sector begins with its initials, so that they find it."""
    store = session.store
    return {
        "guion": {name: script.title for name, script in session.scripts.items()},
        "anio": {str(year): year_words.option(store, year) for year in store.years},
        "sector": {code: _initialled(store, code) for code in _with_indicators(store)},
        "eje": {code: t(f"axes.{code}") for code in _axes(store)},
    }


def _initialled(store: Store, code: str) -> str:
    rows = [row for row in store.indicators.values() if row.sector == code]
    initials = dict.fromkeys(row.responsable for row in rows)
    return t("sesion.sector_option", initials=", ".join(initials), name=t(f"sectors.{code}"))


def _settings(session: Session) -> Component:
    filters, store = session.filters, session.store
    lists = choices(session)
    chosen = {
        "guion": session.script.name,
        "anio": str(store.year(filters)),
        "sector": "~".join(filters.sector),
        "eje": "~".join(filters.eje),
    }
    skipped = {"guion": DEFAULT, "anio": str(store.latest)}
    fields: list[Component] = [
        html.Label([html.Span(t(f"sesion.{name}")), _choice(name, options, chosen[name], skipped)])
        for name, options in lists.items()
    ]
    fields += _kept(filters)
    button = html.Button(t("filters.apply"), type="submit")
    record = html.A(t("sesion.record"), id="record", href=session.address("vista=acta"))
    absent = html.P(t("sesion.absent"), id="absent", role="status", hidden=True)
    form = html.Form([*fields, button, record, absent], action=PATH, method="get")
    return html.Details([html.Summary(t("filters.title")), form], className="settings")


def _kept(filters: Filters) -> list[Component]:
    """Keep the territory of a regional session, of which the form has no list."""
    if not filters.lugar:
        return []
    field = dbc.Input(id={"type": "kept", "name": "lugar"}, type="hidden", value=filters.lugar)
    return [field]


def _choice(
    name: str, options: Mapping[str, str], chosen: str, skipped: Mapping[str, str]
) -> Component:
    """Return a list of one choice; the starting value travels empty, as addresses leave it out."""
    given = {"" if code == skipped.get(name) else code: text for code, text in options.items()}
    given = given if name in skipped else {"": t("filters.any")} | given
    held = "" if chosen == skipped.get(name) else chosen
    if held not in given:
        given[held] = held.replace("~", ", ")
    return html.Select(
        [html.Option(text, value=code, selected=code == held) for code, text in given.items()],
        name=name,
    )


def _with_indicators(store: Store) -> list[str]:
    return sorted({row.sector for row in store.indicators.values()})


def _axes(store: Store) -> list[str]:
    return list(dict.fromkeys(row.eje for row in store.indicators.values()))
