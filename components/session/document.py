"""The document of a session: readable as a page, driven as screens where there is a script."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from dash import html
from dash.development.base_component import Component

from components import assets
from components.markup import attrs, render
from components.session.build import Slide
from components.texts import t
from data.filters import Filters
from data.sessions import DEFAULT, Script
from data.store import Store

PATH = "/presentar"


@dataclass(frozen=True, slots=True)
class Session:
    """What a document of a session is written from."""

    store: Store
    scripts: Mapping[str, Script]
    script: Script
    filters: Filters
    slides: Sequence[Slide]
    said: Component | None = None


def document(session: Session) -> str:
    """Return the whole page."""
    title = escape(f"{session.script.title} · {t('board.name')}", quote=False)
    head = (
        f'<meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f'<meta name="description" content="{escape(t("sesion.description"))}">'
        f'<link rel="icon" href="{assets.url("favicon.svg")}" type="image/svg+xml">'
        f'<link rel="stylesheet" href="{assets.url("board.css")}">'
        f'<link rel="stylesheet" href="{assets.url("session.css")}">'
    )
    return (
        f'<!doctype html><html lang="es-PE" data-theme="dark"><head>{head}</head>'
        f'<body class="session">{render(parts(session))}'
        f'<script src="{assets.url("session.js")}"></script></body></html>'
    )


def parts(session: Session) -> list[Component]:
    """Return what stands in the body: the way in, the screens, the bar of the room."""
    return [
        html.A(t("board.skip"), className="skip", href="#principal"),
        _opening(session),
        html.Main(screens(session), id="principal", tabIndex="-1"),
        _bar(session),
    ]


def cutoff(store: Store) -> str:
    """Return the line that says of when the data are and which version of them."""
    return t("sesion.cutoff", year=store.latest, version=store.version)


def _opening(session: Session) -> Component:
    home = html.A(t("board.name"), href="/")
    return html.Header(
        [
            html.P([home, f" · {cutoff(session.store)}"]),
            html.P(session.script.title, className="title"),
            session.said,
            html.P(t("sesion.keys"), className="keys"),
        ],
        className="opening",
    )


def screens(session: Session) -> list[Component]:
    """Return every screen as a section with its place, its note and its way on."""
    anchors = [slide.anchor for slide in session.slides]
    return [_screen(slide, index, anchors) for index, slide in enumerate(session.slides)]


def _screen(slide: Slide, index: int, anchors: list[str]) -> Component:
    heading = html.H1(slide.screen.heading) if index == 0 else html.H2(slide.screen.heading)
    near = [
        html.A(t(key), href=f"#{anchors[place]}")
        for key, place in (("sesion.previous", index - 1), ("sesion.next", index + 1))
        if 0 <= place < len(anchors)
    ]
    note = [
        html.P(slide.note) if slide.note else None,
        html.P(slide.screen.source) if slide.screen.source else None,
        html.P([t("sesion.page"), " ", html.A(slide.screen.page, href=slide.screen.page)]),
    ]
    place = html.P(t("sesion.place", index=index + 1, amount=len(anchors)), className="place")
    way = html.Nav([place, *near], className="way",
                   **attrs(aria_label=t("sesion.way", index=index + 1)))  # fmt: skip
    return html.Section(
        [heading, html.Div(slide.screen.body, className="body"),
         html.Aside(note, className="note", **attrs(aria_label=t("sesion.note"))), way],
        id=slide.anchor,
        className="slide",
    )  # fmt: skip


def _bar(session: Session) -> Component:
    return html.Footer(
        [
            html.Div(html.Span(), className="progress", **attrs(aria_hidden="true")),
            html.Button("←", type="button", id="previous", className="needs-script",
                        **attrs(aria_label=t("sesion.previous"))),
            html.Span(f"1 / {len(session.slides)}", id="count", role="status"),
            html.Button("→", type="button", id="next", className="needs-script",
                        **attrs(aria_label=t("sesion.next"))),
            html.Span("00:00", id="clock", className="needs-script", role="timer",
                      **attrs(aria_live="off", aria_label=t("sesion.clock"))),
            html.Span(cutoff(session.store), className="cutoff"),
            html.Button(t("sesion.note"), type="button", id="note", className="needs-script",
                        **attrs(aria_expanded="false")),
            _settings(session),
        ],
        className="bar",
    )  # fmt: skip


def _settings(session: Session) -> Component:
    filters, store = session.filters, session.store
    lists = {
        "guion": {name: script.title for name, script in session.scripts.items()},
        "anio": {str(year): str(year) for year in store.years},
        "sector": {code: t(f"sectors.{code}") for code in _with_indicators(store)},
        "eje": {code: t(f"axes.{code}") for code in _axes(store)},
    }
    chosen = {
        "guion": session.script.name,
        "anio": str(store.year(filters)),
        "sector": "~".join(filters.sector),
        "eje": "~".join(filters.eje),
    }
    skipped = {"guion": DEFAULT, "anio": str(store.latest)}
    fields = [
        html.Label([html.Span(t(f"sesion.{name}")), _choice(name, options, chosen[name], skipped)])
        for name, options in lists.items()
    ]
    button = html.Button(t("filters.apply"), type="submit")
    form = html.Form([*fields, button], action=PATH, method="get")
    absent = html.P(t("sesion.absent"), id="absent", role="status", hidden=True)
    form.children.append(absent)
    return html.Details([html.Summary(t("filters.title")), form], className="settings")


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
