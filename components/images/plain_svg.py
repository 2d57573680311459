"""An SVG that stands alone: colours instead of tokens, its own styles, its own typeface."""

import base64
import re
from functools import cache
from importlib.resources import files

from components import outlines, theme

_TOKEN = re.compile(r"var\(--[\w-]+,\s*([^()]+)\)")
_STYLED = re.compile(r"var\(--([\w-]+)[^()]*\)")
_RULE = re.compile(r"^([^{}@/]+)\{([^{}]*)\}", re.MULTILINE)
_CLASS = re.compile(r"\.([\w-]+)")
_OUTER = re.compile(r"<svg([^>]*)>")


def body(drawing: str) -> str:
    """Return a drawing of the page with its colours written out and without its links."""
    plain = _TOKEN.sub(r"\1", outlines.inline(drawing))
    plain = re.sub(r"<a [^>]*>|</a>", "", plain)
    return plain.replace('aria-hidden="true" ', "").replace(' class="drawing wide"', "")


def styles(drawing: str) -> str:
    """Return the rules of the board that style the marks of a drawing."""
    used = {name for names in re.findall(r'class="([^"]+)"', drawing) for name in names.split()}
    kept = []
    for selector, rules in _RULE.findall(_css()):
        classes = set(_CLASS.findall(selector))
        if classes and classes <= used and ":" not in selector and "display" not in rules:
            kept.append(f"{selector.strip()}{{{_written(rules)}}}")
    return "".join(kept)


def whole(width: int, height: int, inner: str, face: str = "") -> str:
    """Return the outer element with paper behind, the styles and, if asked, the typeface."""
    family = theme.FONT.split(",", maxsplit=1)[0].strip("'")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" font-family="{family},Arial,sans-serif">'
        f"<style>{face}{styles(inner)}</style>"
        f'<rect width="{width}" height="{height}" fill="{theme.PAPER}"/>{inner}</svg>'
    )


def placed(
    drawing: str, x: float, y: float, width: float, height: float, across: str = "xMin"
) -> str:
    """Return a drawing set at a place and a size, its proportions kept, at the left of its room."""
    drawn = body(drawing)
    opening = _OUTER.search(drawn)
    if opening is None:
        return drawn
    attributes = re.sub(r'\s(?:width|height|x|y)="[^"]*"', "", opening[1])
    return drawn.replace(
        opening[0],
        f'<svg{attributes} x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" '
        f'preserveAspectRatio="{across}YMid meet">', 1,
    )  # fmt: skip


@cache
def face() -> str:
    """Return the typeface as a rule that needs no other file."""
    font = (files("assets") / "fonts" / "tablero-sans-var.woff2").read_bytes()
    data = base64.b64encode(font).decode()
    return (
        "@font-face{font-family:'Tablero Sans';font-weight:400 700;"
        f"src:url(data:font/woff2;base64,{data}) format('woff2')}}"
    )


@cache
def _css() -> str:
    return (files("assets") / "board.css").read_text("utf-8").split("\n@media", 1)[0]


@cache
def _tokens() -> dict[str, str]:
    root = _css().split("[data-theme", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", root))


def _written(rules: str) -> str:
    return _STYLED.sub(lambda found: _tokens().get(found[1], "currentColor"), rules).strip()
