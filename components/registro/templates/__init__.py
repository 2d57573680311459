"""Documents of the Registro: files with slots; what goes into one is escaped."""

from datetime import date
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from components import assets
from components.registro.texts import word
from data.registro.checks.findings import shown_figure


def fill(name: str, **slots: object) -> str:
    """Return a template of this folder with its slots filled."""
    return _environment().get_template(name).render(slots)


def _source(name: str) -> str:
    return (files(__package__) / name).read_text("utf-8")


def _day(day: date | str) -> str:
    """Write a day as it is read in Peru; what was typed and is no day stays as it is."""
    try:
        found = date.fromisoformat(day) if isinstance(day, str) else day
    except ValueError:
        return str(day)
    return f"{found:%d/%m/%Y}"


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FunctionLoader(_source), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    found.filters["dia"] = _day
    found.globals.update(t=word, asset=assets.url, figure=shown_figure)
    return found
