"""PAGES: every page of the board by its address."""

from components.pages import (
    catalogue,
    indicators,
    map,
    methods,
    overview,
    plans,
    promise,
    routes,
    sheet,
)
from components.pages.base import Page

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    indicators.PAGE,
    sheet.PAGE,
    map.PAGE,
    routes.PAGE,
    plans.PAGE,
    promise.PAGE,
    catalogue.PAGE,
    methods.PAGE,
)


def find(path: str) -> tuple[Page, str] | None:
    """Return the page of a path and the part of the path that names its subject."""
    for page in PAGES:
        subject = page.matches(path)
        if subject is not None:
            return page, subject
    return None
