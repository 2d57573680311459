"""PAGES: every page of the board by its address."""

from components.pages.data import catalogue
from components.pages.english import english
from components.pages.glossary import glossary
from components.pages.indicators import indicator_sheet, indicators
from components.pages.map import map
from components.pages.methods import contradiction, methods
from components.pages.news import news
from components.pages.overview import overview
from components.pages.page import Page
from components.pages.plans import commitment_page, plans
from components.pages.profile import profile
from components.pages.reporting import reporting_page
from components.pages.routes import routes
from components.pages.search import search
from components.pages.sectors import sector, sectors
from components.pages.territories import chooser, department, district
from components.pages.victims import victims

PAGES: tuple[Page, ...] = (
    overview.PAGE,
    indicators.PAGE,
    indicator_sheet.PAGE,
    map.PAGE,
    chooser.PAGE,
    department.PAGE,
    district.PAGE,
    routes.PAGE,
    profile.PAGE,
    victims.PAGE,
    plans.PAGE,
    commitment_page.PAGE,
    sectors.PAGE,
    sector.PAGE,
    reporting_page.PAGE,
    catalogue.PAGE,
    methods.PAGE,
    contradiction.PAGE,
    english.PAGE,
    glossary.PAGE,
    news.PAGE,
    search.page(lambda: PAGES),
)


def find(path: str) -> tuple[Page, str] | None:
    """Return the page of a path and the part of the path that names its subject."""
    for page in PAGES:
        subject = page.matches(path)
        if subject is not None:
            return page, subject
    return None
