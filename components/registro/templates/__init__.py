"""Documents of the Registro: files with slots; what goes into one is escaped."""

from datetime import date
from functools import cache
from importlib.resources import files

from jinja2 import Environment, FunctionLoader, StrictUndefined

from components import assets
from components.registro.texts import word
from data.registro.checks.findings import shown_figure
from data.registro.workbooks.layout import COLUMNS

_HEADINGS = {one.field: one.heading for one in COLUMNS}
_FACT = ("fecha", "tipo", "lugar", "cantidad")


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


def heading(field: str) -> str:
    """Return what a field of the form is called; what is no field stays as it is."""
    kind, number, part = (*field.split("_"), "", "")[:3]
    if kind == "hecho" and number.isdecimal() and part in _FACT:
        # Without the example that the form gives.
        return f"{word(f'reporte.hecho-{part}').partition(' (')[0]}, {number}"
    return _HEADINGS.get(field, field)


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FunctionLoader(_source), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True, auto_reload=False,
    )  # fmt: skip
    found.filters.update(dia=_day, rotulo=heading)
    found.globals.update(t=word, asset=assets.url, figure=shown_figure)
    return found
