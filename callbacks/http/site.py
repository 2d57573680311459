"""What readers of sites ask for by custom: /robots.txt, /sitemap.xml and /favicon.ico."""

from xml.sax.saxutils import escape

from flask import Flask, Response

from callbacks.http.public_origin import origin
from callbacks.http.routes import OWN, Routes
from callbacks.serving.response_cache import kept
from callbacks.serving.responses import DAY, MINUTE, encode, respond, send
from components.compliance_report.html_writer import addresses
from components.images.icon import icon
from components.pages import PAGES
from data.store import Store

_ICON = "image/x-icon"
# Views are inside of pages, and there is no end of searches; all else may be read by anybody.
_ROBOTS = """User-agent: *
Disallow: /vistas/
Disallow: /*buscar=
Disallow: /buscar?
Disallow: /buscar.json

Sitemap: {origin}/sitemap.xml
"""
_SPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
# Pages that are no subject of the registry of pages.
_BESIDE = ("/incrustar", "/presentar", "/reportes")


def register(server: Flask, store: Store) -> None:
    """Serve what stands at the root of a site."""
    routes = Routes("site", OWN)

    @routes.get("/robots.txt")
    def robots() -> Response:
        return kept("", lambda: send(_ROBOTS.format(origin=origin()), "text/plain", MINUTE))

    @routes.get("/sitemap.xml")
    def sitemap() -> Response:
        return kept("", lambda: send(_sitemap(store, origin()), "application/xml"))

    @routes.get("/favicon.ico")
    def favicon() -> Response:
        return kept("", lambda: respond(encode(icon(), _ICON, ""), DAY))

    server.register_blueprint(routes)


def _sitemap(store: Store, base: str) -> str:
    """Return every page at each of its addresses; the day is that on which the data were kept."""
    day = store.versions.get(store.version)
    since = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
    places = [
        *(path for page in PAGES for path in page.addresses(store)),
        *_BESIDE,
        *addresses(store),
    ]
    urls = "".join(f"<url><loc>{escape(base + place)}</loc>{since}</url>" for place in places)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_SPACE}">{urls}</urlset>\n'
