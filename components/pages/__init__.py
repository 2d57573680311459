"""PAGES: every page of the board by its address."""

from components.pages import (
    catalogue,
    contradiction,
    indicators,
    map,
    methods,
    overview,
    plans,
    profile,
    promise,
    routes,
    sector,
    sectors,
    sheet,
)
from components.pages.base import Page

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    indicators.PAGE,
    sheet.PAGE,
    map.PAGE,
    routes.PAGE,
    profile.PAGE,
    plans.PAGE,
    promise.PAGE,
    sectors.PAGE,
    sector.PAGE,
    catalogue.PAGE,
    methods.PAGE,
    contradiction.PAGE,
)


def find(path: str) -> tuple[Page, str] | None:
    """Return the page of a path and the part of the path that names its subject."""
    for page in PAGES:
        subject = page.matches(path)
        if subject is not None:
            return page, subject
    return None
