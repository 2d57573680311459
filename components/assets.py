"""Static files under names that hold their own fingerprint, so that caches keep them for good."""

import hashlib
import json
import mimetypes
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import get_args
from urllib.parse import quote

from components import outlines
from geo import places

PREFIX = "/assets/"
_SERVED = (".css", ".js", ".svg", ".woff2", ".geojson", ".ico")
# What a page needs at once, in one request; board.js only where Dash changes the page.
_PAGE = ("share.js", "access.js", "marks.js")
_SHEET = "sheet.js"
_TOGETHER = {"page.js": _PAGE, "live.js": (*_PAGE, _SHEET, "get_callback.js", "board.js")}
# Comments that fill lines of their own, and the room before a line.
_UNREAD = re.compile(rb"^\s*/\*.*?\*/[ \t]*$|^\s+", re.MULTILINE | re.DOTALL)
# The faces of the letters stay in the page as they came.
_FACE = re.compile(rb"^@font-face\{.*\}\n", re.MULTILINE)
_URL = re.compile(r"url\((?P<name>[\w./-]+)\)")

mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("application/geo+json", ".geojson")


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file: its address, its bytes, its type."""

    path: str
    body: bytes
    mimetype: str


@cache
def url(name: str) -> str:
    """Return the address of a file of assets/ or of a shape; KeyError if there is none."""
    return _by_name()[name].path


@cache
def text(name: str) -> str:
    """Return a file to be written into the page: one round trip less than beside it."""
    return _by_name()[name].body.decode()


@cache
def tight(name: str) -> str:
    """Return a script without its remarks and its indents, to travel inside a document."""
    return _UNREAD.sub(b"", (files("assets") / name).read_bytes()).decode().strip()


@cache
def inline(name: str) -> str:
    """Return the address that holds the file itself."""
    return f"data:{_by_name()[name].mimetype},{quote(text(name), safe=' =/:')}"


def style(name: str, address: Callable[[Asset], str]) -> str:
    """Return a style sheet of assets/ that finds its own files by other addresses."""
    sheet = (files("assets") / name).read_text("utf-8")
    return _with_addresses(sheet, lambda file: address(_by_name()[file]))


@cache
def by_path() -> dict[str, Asset]:
    """Return every static file by its address."""
    return {asset.path: asset for asset in _by_name().values()}


@cache
def _by_name() -> dict[str, Asset]:
    found = {name: _sent(name, file) for name, file in _walk(files("assets"), "")} | _shapes()
    assets = {name: _asset(name, body) for name, body in found.items() if not name.endswith(".css")}
    for name, body in found.items():
        if name.endswith(".css"):
            text = _with_addresses(body.decode(), lambda file: assets[file].path)
            assets[name] = _asset(name, text.encode())
    parts = {name: one.body for name, one in assets.items()}
    parts[_SHEET] = _script(_FACE.sub(b"", parts["board.css"]))
    for name, together in _TOGETHER.items():
        assets[name] = _asset(name, b"".join(parts[part] for part in together))
    return assets


def _sent(name: str, file: Traversable) -> bytes:
    """Return a file as it is sent: our scripts and styles without comments and indentation."""
    body = file.read_bytes()
    ours = name.endswith((".js", ".css")) and ".min." not in name
    return _UNREAD.sub(b"", body) if ours else body


def _script(sheet: bytes) -> bytes:
    """Return a style sheet as what scripts find it by."""
    return (
        b"window.boardSheet = " + json.dumps(sheet.decode(), ensure_ascii=False).encode() + b";\n"
    )


def _with_addresses(sheet: str, address: Callable[[str], str]) -> str:
    return _URL.sub(lambda found: f"url({address(found['name'])})", sheet)


def _shapes() -> dict[str, bytes]:
    """Return the shapes of geo: in degrees for Plotly, in the plane for our drawings."""
    layers: tuple[places.Layer, ...] = get_args(places.Layer)
    degrees = {f"geo/{layer}.geojson": places.shapes(layer).encode() for layer in layers}
    return degrees | {f"geo/{layer}.svg": str(outlines.sheet(layer)).encode() for layer in layers}


def _asset(name: str, body: bytes) -> Asset:
    stem, dot, extension = name.rpartition(".")
    fingerprint = hashlib.sha256(body).hexdigest()[:10]
    mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Asset(f"{PREFIX}{stem}.{fingerprint}{dot}{extension}", body, mimetype)


def _walk(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    found: list[tuple[str, Traversable]] = []
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir():
            found += _walk(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_SERVED):
            found.append((f"{prefix}{entry.name}", entry))
    return found
