"""An SVG that stands alone: colours instead of tokens, its own styles, its own typeface."""

import base64
import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from components import outlines, svg, theme
from components.templates import fill

_STYLED = re.compile(r"var\(--([\w-]+)[^()]*\)")
_RULE = re.compile(r"^([^{}@/]+)\{([^{}]*)\}", re.MULTILINE)
# A query and the rules in it: a picture stands alone and answers none.
_BLOCK = re.compile(r"^@[^{}]+\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", re.MULTILINE)
_CLASS = re.compile(r"\.([\w-]+)")
# What the outer element of a drawing has in a page, and not in a picture.
_OF_THE_PAGE = ("class_", "aria_hidden", "width", "height")


def plain(element: svg.Element) -> svg.Element:
    """Return an element with its colours written out; a link leaves only what stands in it."""
    if element.tag == "a":
        return svg.together(*(part for part in element.children if isinstance(part, svg.Element)))
    resolved = {
        name: value.fallback if isinstance(value, svg.Token) else value
        for name, value in element.attributes.items()
    }
    return outlines.written_out(svg.Element(element.tag, element.children, resolved))


def styles(parts: Sequence[svg.Element]) -> str:
    """Return the rules of the board that style some marks."""
    marks = [mark for part in parts for mark in part.walk()]
    used = {name for mark in marks for name in str(mark.attributes.get("class_", "")).split()}
    kept = []
    for selector, rules in _RULE.findall(_css()):
        classes = set(_CLASS.findall(selector))
        if classes and classes <= used and ":" not in selector and "display" not in rules:
            kept.append(f"{selector.strip()}{{{_written(rules)}}}")
    return "".join(kept)


def whole(width: int, height: int, parts: Sequence[svg.Element], face: str = "") -> str:
    """Return the outer element with paper behind, the styles and, if asked, the typeface."""
    family = theme.FONT.split(",", maxsplit=1)[0].strip("'")
    return fill("picture.svg", width=width, height=height, family=family, paper=theme.PAPER,
                style=face + styles(parts), inner=svg.together(*parts))  # fmt: skip


def placed(
    drawing: svg.Drawing, x: float, y: float, width: float, height: float, across: str = "xMin"
) -> svg.Element:
    """Return a drawing set at a place and a size, its proportions kept, at the left of its room."""
    outer = drawing.mapped(plain).element
    kept = {name: value for name, value in outer.attributes.items() if name not in _OF_THE_PAGE}
    room = {"x": f"{x:g}", "y": f"{y:g}", "width": f"{width:g}", "height": f"{height:g}"}
    fit = {"preserveAspectRatio": f"{across}YMid meet"}
    return svg.Element(outer.tag, outer.children, kept | room | fit)


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
    return _BLOCK.sub("", (files("assets") / "board.css").read_text("utf-8"))


@cache
def _tokens() -> dict[str, str]:
    root = _css().split("[data-theme", 1)[0]
    return dict(re.findall(r"--([\w-]+):\s*([^;]+);", root))


def _written(rules: str) -> str:
    return _STYLED.sub(lambda found: _tokens().get(found[1], "currentColor"), rules).strip()
