"""The record of a session as PDF/UA-1, by the writer of the reports."""

from components.compliance_report.pdf_writer import compiled
from components.compliance_report.typst_source import quoted
from components.session.annex import annex
from components.session.record import cover, sections, title
from components.session.record_typst import flow
from components.session.slides import Session
from components.session.toolbar import cutoff
from components.standing_parts import help_lines, reply_region
from components.texts import t

_HEAD = """
#set text(lang: "es", region: "PE", font: "Tablero Sans", size: 9.5pt)
#set par(leading: 0.55em, spacing: 0.8em)
#set table(stroke: (bottom: 0.4pt + rgb("#b9b4a8")), inset: (x: 4pt, y: 3pt))
#set table.cell(breakable: false)
#set list(marker: [•])
#show table.cell.where(y: 0): set text(weight: 600)
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading: set block(above: 1.2em, below: 0.7em)
#show figure: set align(left)
#show link: underline
"""
_ANNEX = "#set page(flipped: true)\n#set text(size: 7.5pt)\n"


def write(session: Session, base: str = "") -> bytes:
    """Return the bytes of the PDF.

    Raises MissingPackageError where the packages of the documents are not installed.
    """
    return compiled(_source(session, base), session.store)


def _source(session: Session, base: str) -> str:
    foot = f"{t('board.name')} · {cutoff(session.store)}"
    about = f"title: {quoted(title(session))}, author: {quoted(t('board.name'))}, date: none"
    parts = [help_lines(), cover(session, base), *sections(session, base)]
    return "\n".join(
        [
            f"#set document({about})",
            _HEAD,
            _paper(foot),
            *(f"#{flow(part)}" for part in parts),
            _ANNEX,
            f"#{flow(annex(session.store, session.slides))}",
            f"#{flow(reply_region())}",
        ]
    )


def _paper(foot: str) -> str:
    """Return A4 with what the record is of, and the page, at its foot."""
    pages = 'context counter(page).display("1 / 1", both: true)'
    return (
        '#set page(paper: "a4", margin: (x: 16mm, top: 15mm, bottom: 18mm), '
        f"footer: [#text(size: 8pt, {quoted(foot)}) #h(1fr) #{pages}])"
    )
