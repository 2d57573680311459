"""The news as an Atom feed (RFC 4287): an entry for each version, which never changes its name."""

from datetime import date
from urllib.parse import quote
from xml.sax.saxutils import escape, quoteattr

from components.pages.news.change_words import corrected, in_order, summary
from components.pages.news.news import FEED, PATH, asked_for, query, whose
from components.texts import t
from data.publish.news import News
from data.query.filters import Filters
from data.store import Store

MIMETYPE = "application/atom+xml; charset=utf-8"
_SPACE = "http://www.w3.org/2005/Atom"
# The name of a feed and of its entries is of the year in which it was first published.
_SINCE = 2026
_MOST = 20


def feed(store: Store, filters: Filters, origin: str) -> str:
    """Return the feed of what an address names, with addresses of an origin."""
    found, name = asked_for(store, filters), whose(store, filters)
    said = f" · {name}" if name else ""
    title = f"{t('board.name')}: {t('novedades.title')}{said}"
    asked = query(filters)
    first = min(store.versions.values(), default=date(_SINCE, 1, 1))
    updated = max((one.day for one in found), default=first)
    own, page = f"{origin}{FEED}{asked}", f"{origin}{PATH}{asked}"
    entries = "".join(_entry(one, filters, origin) for one in found[:_MOST])
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="{_SPACE}" xml:lang="es-PE">'
        f"<id>{escape(_tag(origin, filters))}</id><title>{escape(title)}</title>"
        f"<updated>{_moment(updated)}</updated>"
        f"<author><name>{escape(t('board.name'))}</name><uri>{escape(origin)}/</uri></author>"
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>'
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>'
        f"{entries}</feed>\n"
    )


def _entry(one: News, filters: Filters, origin: str) -> str:
    now = one.changes
    title = f"{t('novedades.version', day=f'{one.day:%d/%m/%Y}', version=now.version)}: "
    page = f"{origin}{PATH}{query(filters)}#v-{now.version}"
    lines = "".join(f"<li>{escape(corrected(each))}</li>" for each in in_order(now)[:_MOST])
    told = f"<p>{escape(summary(now))}.</p>" + (f"<ul>{lines}</ul>" if lines else "")
    frozen = f"{origin}/?corte={now.version}"
    return (
        f"<entry><id>{escape(_tag(origin, filters, now.version))}</id>"
        f"<title>{escape(title + summary(now))}</title><updated>{_moment(one.day)}</updated>"
        f'<link rel="alternate" type="text/html" href={quoteattr(page)}/>'
        f'<link rel="related" type="text/html" href={quoteattr(frozen)}/>'
        f'<content type="html">{escape(told)}</content></entry>'
    )


def _tag(origin: str, filters: Filters, version: str = "") -> str:
    """Return a name that stays whatever moves: a tag URI (RFC 4151)."""
    host = origin.partition("://")[2].partition(":")[0]
    parts = ["novedades", query(filters).lstrip("?").replace("=", "/"), version]
    return f"tag:{host},{_SINCE}:{quote('/'.join(filter(None, parts)))}"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
