"""A session as one file for a room without a network: everything inside, filters included."""

import base64
import hashlib
import re
from collections.abc import Mapping

from components import assets
from components.document import script_json
from components.links import absolute
from components.markup import render
from components.session.document import Session, document, screens
from components.texts import t

UNSUMMED = "0" * 12
_ASSET = re.compile(r"url\((/assets/[^)]+)\)")
_OWN = re.compile(r' (?:href|action)="(/[^"]*)"')
_STYLE = re.compile(r'<link rel="stylesheet" href="([^"]+)">')
_ICON = re.compile(r'<link rel="icon"[^>]*>')
_CODE = re.compile(r'<script src="([^"]+)"></script>')


def alone(session: Session, views: Mapping[str, Session]) -> str:
    """Return the document of a session with the views of its filters, by their query, inside."""
    kept = {query: _inside(render(screens(view))) for query, view in views.items()}
    # An emptied form: what is on screen already is the view of no query.
    text = _STYLE.sub(lambda m: f"<style>{_style(m[1])}</style>", document(session))
    text = _ICON.sub('<link rel="icon" href="data:,">', text)
    text = text.replace("</h1>", f'</h1><p class="sum">{_said(session)}</p>', 1)
    state = f'<script type="application/json" id="views">{script_json(kept)}</script>'
    text = _CODE.sub(lambda m: f"{state}<script>{_body(m[1])}</script>", _inside(text))
    return text.replace(UNSUMMED, summed(text))


def summed(text: str) -> str:
    """Return the checksum of a file whose own checksum stands as twelve zeros."""
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _said(session: Session) -> str:
    return t("sesion.sum", sum=UNSUMMED, version=session.store.version)


def _inside(text: str) -> str:
    """Point what leads out of the file to the public board, or nowhere if none is known."""
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
