"""Where the pages of the territories stand, and the links to them."""

from dash import html
from dash.development.base_component import Component

from data.query.map_periods import Level
from data.query.territories import Subject

CHOOSER = "/territorios"
STEMS: dict[Level, str] = {"departamento": CHOOSER, "distrito_fiscal": "/distritos-fiscales"}


def path(one: Subject) -> str:
    """Return the address of the page of a territory."""
    return f"{STEMS[one.level]}/{one.slug}"


def link(one: Subject, words: str = "") -> Component:
    """Return a link to the page of a territory, by its name or in other words."""
    return html.A(words or one.name, href=path(one))
