"""What the head of a page says to other sites: its picture, and its charts by oEmbed."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from components.charts.chart import address
from components.charts.view import View
from components.charts.views import Views
from components.texts import t
from data.query.filters import Filters

_DEFAULT = "objetivos"
_CARD = (
    '<meta property="og:image:width" content="1200"><meta property="og:image:height" content="630">'
)


def cards(charts: Iterable[str], views: Views, origin: str) -> str:
    """Return og:image and one oEmbed link per chart that has something to show."""
    shown = [view for view in map(views.of, charts) if len(view.frame)]
    first = shown[0] if shown else views.of(_DEFAULT, Filters())
    links = "".join(_link(view, origin) for view in shown)
    return picture(first, origin) + links


def about(said: str, description: str, address: str) -> str:
    """Return the elements that say of a page what it finds, what it is and where it stands."""
    told = {"title": said, "description": description, "url": address}
    return "".join(
        f'<meta property="og:{name}" content="{escape(words)}">' for name, words in told.items()
    )


def follow(address: str) -> str:
    """Return the element that tells a reader of feeds where to follow a page."""
    title = escape(t("novedades.title"))
    return f'<link rel="alternate" type="application/atom+xml" href="{address}" title="{title}">'


def picture(view: View, origin: str) -> str:
    """Return the elements that name the picture of a page, with its text alternative."""
    image = escape(origin + image_path(view))
    return (
        f'<meta property="og:image" content="{image}">{_CARD}'
        f'<meta property="og:image:alt" content="{escape(view.plain)}">'
        '<meta name="twitter:card" content="summary_large_image">'
    )


def image_path(view: View, kind: str = "png", more: str = "") -> str:
    """Return the address of the picture of a view."""
    query = "&".join(part for part in (view.query, more) if part)
    return address(f"/imagenes/{view.chart.slug}.{kind}", query)


def embed_path(view: View) -> str:
    """Return the address of a view alone."""
    return address(f"/incrustar/{view.chart.slug}", view.query)


def _link(view: View, origin: str) -> str:
    target = quote(origin + embed_path(view), safe="")
    href = escape(f"{origin}/oembed?url={target}&format=json")
    title = escape(f"{view.title} · {t('board.name')}")
    return f'<link rel="alternate" type="application/json+oembed" href="{href}" title="{title}">'
