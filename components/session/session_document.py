"""The document of a session: readable as a page, driven as screens where there is a script."""

from html import escape

from dash import html
from dash.development.base_component import Component

from components import assets
from components.markup import attrs, render
from components.page_document import help_lines, reply_region
from components.session.slides import Session, Slide
from components.session.toolbar import bar, cutoff
from components.texts import t


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
        f'<body class="session">{_skip()}{help_lines()}{render(parts(session))}{reply_region()}'
        f'<script src="{assets.url("session.js")}"></script></body></html>'
    )


def parts(session: Session) -> list[Component]:
    """Return what stands in the body: the way in, the screens, the bar of the room."""
    return [
        _opening(session),
        html.Main(screens(session), id="principal", tabIndex="-1"),
        html.P(id="spoken", className="unseen", role="status"),
        bar(session),
    ]


def _skip() -> str:
    return f'<a class="skip" href="#principal">{t("board.skip")}</a>'


def _opening(session: Session) -> Component:
    home = html.A(t("board.name"), href="/")
    return html.Header(
        [
            html.P([home, f" · {cutoff(session.store)}"]),
            html.H1(session.script.title, className="title"),
            html.Div(session.said, id="said"),
            html.P(t("sesion.keys"), className="keys"),
            html.P(html.A(t("sesion.record"), href=session.address("vista=acta"))),
        ],
        className="opening",
    )


def screens(session: Session) -> list[Component]:
    """Return every screen as a section with its place, its note and its way on."""
    anchors = [slide.anchor for slide in session.slides]
    return [screen(slide, _way(index, anchors)) for index, slide in enumerate(session.slides)]


def screen(slide: Slide, way: Component | None = None) -> Component:
    """Return a screen as a section: its message, what shows it, its note."""
    note = [
        *(html.P(said) for said in (slide.note, *slide.screen.more, slide.screen.source) if said),
        html.P([t("sesion.page"), " ", html.A(slide.screen.page, href=slide.screen.page)]),
    ]
    return html.Section(
        [html.H2(slide.screen.heading), html.Div(slide.screen.body, className="body"),
         html.Aside(note, className="note", **attrs(aria_label=t("sesion.note"))), way],
        id=slide.anchor,
        className="slide",
    )  # fmt: skip


def _way(index: int, anchors: list[str]) -> Component:
    near = [
        html.A(t(key), href=f"#{anchors[place]}")
        for key, place in (("sesion.previous", index - 1), ("sesion.next", index + 1))
        if 0 <= place < len(anchors)
    ]
    place = html.P(t("sesion.place", index=index + 1, amount=len(anchors)), className="place")
    return html.Nav([place, *near], className="way",
                    **attrs(aria_label=t("sesion.way", index=index + 1)))  # fmt: skip
