"""A session as one file for a room without a network: everything inside, filters included."""

import hashlib
from collections.abc import Mapping

from components.markup import render
from components.page_document import script_json
from components.session.inside import Inside
from components.session.session_document import document, screen
from components.session.slides import Session, Slide
from components.texts import t

UNSUMMED = "0" * 12
_UNSIZED = "#.##"


def alone(session: Session, views: Mapping[str, Session]) -> str:
    """Return the document of a session with the views of its filters, by their query, inside."""
    found: dict[str, int] = {}
    kept = {query: [_place(found, slide) for slide in view.slides] for query, view in views.items()}
    said = t("sesion.sum", sum=UNSUMMED, size=_UNSIZED, version=session.store.version)
    text = document(session, Inside(script_json([list(found), kept]), said))
    # A file cannot be written with its own size and sum: they take the room left for them.
    text = text.replace(_UNSIZED, f"{len(text.encode()) / 1e6:.2f}", 1)
    return text.replace(UNSUMMED, summed(text))


def _place(found: dict[str, int], slide: Slide) -> int:
    """Return the place of a screen among those found: many are the same under many filters."""
    return found.setdefault(render(screen(slide), Inside().how), len(found))


def summed(text: str) -> str:
    """Return the checksum of a file whose own checksum stands as twelve zeros."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]
