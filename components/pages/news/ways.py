"""The ways from the page of a sector or of a territory to what changed there, and to its feed."""

from dash import html
from dash.development.base_component import Component

from components.pages.news.news import FEED, PATH, PLACE
from components.texts import t

# What a page of one names as its feed; `<>` is the subject of its address.
OF_SECTOR, OF_PLACE = f"{FEED}?sector=<>", f"{FEED}?{PLACE}=<>"


def news_of(feed: str, subject: str, name: str) -> Component:
    """Return the links to the news of a sector or of a territory: the page, and the feed."""
    own = feed.replace("<>", subject)
    page = own.replace(FEED, PATH, 1)
    return html.P(
        [html.A(t("novedades.of", name=name), href=page), html.A(t("novedades.feed"), href=own)],
        className="links",
    )
