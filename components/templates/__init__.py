"""Documents are files with slots: what goes into one is escaped, unless it is markup already."""

from functools import cache
from html import escape
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from jinja2.ext import Extension
from markupsafe import Markup

from components import assets, html_text, svg
from components.texts import t

__all__ = ["Markup", "fill"]


def fill(name: str, **slots: object) -> str:
    """Return a template of this folder with its slots filled."""
    return _template(name).render(slots)


class _Tight(Extension):
    """Templates are indented to be read, and written without the breaks between their lines."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Join the lines of a template."""
        return "".join(line.strip() for line in source.splitlines())


def _finished(value: Any) -> Any:
    """Escape a text as the rest of the board does; a drawing and markup are written already."""
    if value is None:
        return ""
    if isinstance(value, (svg.Element, svg.Drawing, svg.Drawings)):
        return Markup(value)
    return value if hasattr(value, "__html__") else Markup(escape(str(value)))


def _source(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FunctionLoader(_source), autoescape=True, undefined=StrictUndefined,
        finalize=_finished, extensions=[_Tight], auto_reload=False,
    )  # fmt: skip
    found.filters["whole"] = lambda said: Markup(html_text.text(str(said)))
    found.globals.update(t=t, asset=assets.url, inline=assets.inline)
    return found


@cache
def _template(name: str) -> Template:
    return _environment().get_template(name)
