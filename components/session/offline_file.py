"""A session as one file for a room without a network: everything inside, filters included."""

import base64
import hashlib
import re
from collections.abc import Mapping

from components import assets
from components.embeds.shapes import beside, sheets
from components.links import absolute
from components.markup import render
from components.page_document import script_json
from components.session.session_document import document, screen
from components.session.slides import Session, Slide
from components.texts import t

UNSUMMED = "0" * 12
_UNSIZED = "#.##"
_NOTE = '<aside class="note"'
_ASSET = re.compile(r"url\((/assets/[^)]+)\)")
_OWN = re.compile(r' (?:href|action)="(/[^"]*)"')
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_ICON = re.compile(r'<link rel="icon"[^>]*>')
_CODE = re.compile(r'<script src="([^"]+)"></script>')


def alone(session: Session, views: Mapping[str, Session]) -> str:
    """Return the document of a session with the views of its filters, by their query, inside."""
    found: dict[str, int] = {}
    kept = {query: [_place(found, slide) for slide in view.slides] for query, view in views.items()}
    text = document(session).replace(_NOTE, f'<p class="sum">{_said(session)}</p>{_NOTE}', 1)
    inside = script_json([list(found), kept])
    state = f'<script type="application/json" id="views">{inside}</script>'
    text = whole(text.replace('<body class="', '<body class="taken ', 1), state)
    text = text.replace(_UNSIZED, f"{len(text.encode()) / 1e6:.2f}", 1)
    return text.replace(UNSUMMED, summed(text))


def _place(found: dict[str, int], slide: Slide) -> int:
    """Return the place of a screen among those found: many are the same under many filters."""
    return found.setdefault(_inside(render(screen(slide))), len(found))


def whole(text: str, state: str = "") -> str:
    """Return a document with its styles, scripts, typeface and shapes inside.

    state: what stands before its script.
    """
    shapes = sheets(text)
    text = _STYLE.sub(lambda m: f"<style>{_style(m[1])}</style>", _inside(text))
    text = _ICON.sub('<link rel="icon" href="data:,">', text)
    text = _CODE.sub(lambda m: f"{state}<script>{_body(m[1])}</script>", text)
    return text.replace("<main", f"{shapes}<main", 1)


def summed(text: str) -> str:
    """Return the checksum of a file whose own checksum stands as twelve zeros."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _said(session: Session) -> str:
    return t("sesion.sum", sum=UNSUMMED, size=_UNSIZED, version=session.store.version)


def _inside(text: str) -> str:
    """Take the shapes from the file; lead out of it to the public board, or nowhere."""
    text = beside(text)
    if not absolute(""):
        return _OWN.sub(lambda m: m[0] if m[1].startswith(assets.PREFIX) else "", text)
    return _OWN.sub(
        lambda m: m[0] if m[1].startswith(assets.PREFIX) else f' href="{absolute(m[1])}"', text
    )


def _style(path: str) -> str:
    return _ASSET.sub(lambda m: f"url({_data(m[1])})", _body(path))


def _body(path: str) -> str:
    return assets.by_path()[path].body.decode()


def _data(path: str) -> str:
    found = assets.by_path()[path]
    return f"data:{found.mimetype};base64,{base64.b64encode(found.body).decode()}"
