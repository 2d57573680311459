"""The record of a session: what was shown, section by section, on A4, with its figures."""

from dash import html
from dash.development.base_component import Component

from components.markup import render
from components.session.annex import annex
from components.session.inside import Inside
from components.session.screen import titled
from components.session.slides import Session, Slide
from components.session.toolbar import cutoff
from components.standing_parts import help_lines, reply_region
from components.templates import fill
from components.texts import t


def record(session: Session, base: str = "", inside: Inside | None = None) -> str:
    """Return the whole record; it has no script.

    base: the public address of the board; inside: what it is one file for.
    """
    how = inside.how if inside else None
    body = render(html.Main(_parts(session, base)), how)
    return fill(
        "record.html",
        title=f"{title(session)} · {t('board.name')}",
        inside=inside,
        sheets=("board.css", "session.css", "record.css"),
        foot=_quoted(f"{t('board.name')} · {cutoff(session.store)}"),
        help=render(help_lines(), how),
        shapes=inside.shapes.sheets() if inside else "",
        body=body,
        reply=render(reply_region(), how),
    )


def title(session: Session) -> str:
    """Return what the record is called."""
    return f"{t('acta.title')}: {session.script.title}"


def _quoted(text: str) -> str:
    """Return a text as CSS holds it, without the signs that would end it or its element."""
    return '"' + "".join(sign for sign in text if sign not in '"\\<>&\n') + '"'


def _parts(session: Session, base: str) -> list[Component]:
    return [
        cover(session, base),
        *sections(session, base),
        annex(session.store, session.slides),
    ]


def cover(session: Session, base: str) -> Component:
    """Return the title, what was selected, and where it can be opened again."""
    chosen = {
        "anio": str(session.store.year(session.filters)),
        "sector": ", ".join(t(f"sectors.{code}") for code in session.filters.sector),
        "eje": ", ".join(t(f"axes.{code}") for code in session.filters.eje),
    }
    where = base + session.frozen
    lines: list[tuple[str, Component | str]] = [
        *((t(f"sesion.{name}"), text or t("filters.any")) for name, text in chosen.items()),
        (t("acta.data"), cutoff(session.store)),
        (t("acta.screens"), str(len(session.slides))),
        (t("acta.address"), html.A(where, href=where)),
    ]
    terms = [part for name, said in lines for part in (html.Dt(name), html.Dd(said))]
    return html.Header(
        [
            html.P(t("board.name"), className="over"),
            html.H1(title(session)),
            session.said,
            html.Dl(terms),
            html.P(t("acta.about")),
        ]
    )


def sections(session: Session, base: str) -> list[Component]:
    """Return each screen; what the one before already said is not said again."""
    found: list[Component] = []
    before: set[str] = set()
    for index, slide in enumerate(session.slides, 1):
        said = [text for text in (slide.note, *slide.screen.more) if text and text not in before]
        before = {slide.note, *slide.screen.more}
        place = t("sesion.place", index=index, amount=len(session.slides))
        found.append(_section(slide, place, said, base))
    return found


def _section(slide: Slide, place: str, said: list[str], base: str) -> Component:
    """Return a screen with its place, its note, its source and its address."""
    screen, page = slide.screen, base + slide.screen.page
    notes = [html.P(text) for text in (*said, screen.source) if text]
    link = html.P([t("sesion.page"), " ", html.A(page, href=page)])
    return html.Section(
        [
            html.P(place, className="place"),
            html.H2(titled(screen.heading)),
            html.Div(screen.body, className="body"),
            html.Div([*notes, link], className="notes"),
        ],
        id=slide.anchor,
        className="slide",
    )
