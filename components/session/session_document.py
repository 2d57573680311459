"""The document of a session: readable as a page, driven as screens where there is a script."""

from dash import html
from dash.development.base_component import Component

from components.markup import attrs, render
from components.session.desk import chosen, legend, overview
from components.session.inside import Inside
from components.session.screen import titled
from components.session.slides import Session, Slide
from components.session.toolbar import bar, choices, cutoff
from components.standing_parts import help_lines, reply_region
from components.templates import fill
from components.texts import t


def document(session: Session, inside: Inside | None = None) -> str:
    """Return the whole page; inside: what it is one file for, with everything in it."""
    how = inside.how if inside else None
    screens_ = render(parts(session, inside.said if inside else ""), how)
    return fill(
        "session.html",
        title=f"{session.script.title} · {t('board.name')}",
        inside=inside,
        help=render(help_lines(), how),
        opening=render(_opening(session), how),
        screens=screens_,
        sheets=inside.shapes.sheets() if inside else "",
        reply=render(reply_region(), how),
    )


def parts(session: Session, said: str = "") -> list[Component]:
    """Return what stands in the body: the screens, the bar of the room.

    said: a line of the first screen, of the file that it is in.
    """
    return [
        chosen(session, choices(session)),
        html.Main(screens(session, said), id="principal", tabIndex="-1"),
        html.P(
            id="spoken", className="unseen", role="status", **attrs(data_black=t("sesion.black"))
        ),
        bar(session),
        overview(),
        legend(),
    ]


def _opening(session: Session) -> Component:
    home = html.A(t("board.name"), href="/")
    return html.Header(
        [
            html.P([home, f" · {cutoff(session.store)}"]),
            html.H1(session.script.title, className="title"),
            html.Div(session.said, id="said"),
            html.P(html.A(t("sesion.record"), href=session.address("vista=acta"))),
        ],
        className="opening",
    )


def screens(session: Session, said: str = "") -> list[Component]:
    """Return every screen as a section with its place, its note and its way on."""
    anchors = [slide.anchor for slide in session.slides]
    return [
        screen(slide, _way(index, anchors), "" if index else said)
        for index, slide in enumerate(session.slides)
    ]


def screen(slide: Slide, way: Component | None = None, said: str = "") -> Component:
    """Return a screen as a section: its message, what shows it, its note."""
    note = [
        *(html.P(said) for said in (slide.note, *slide.screen.more, slide.screen.source) if said),
        html.P([t("sesion.page"), " ", html.A(slide.screen.page, href=slide.screen.page)]),
    ]
    return html.Section(
        [html.H2(titled(slide.screen.heading)), html.Div(slide.screen.body, className="body"),
         html.P(said, className="sum") if said else None,
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
