"""The screen of what changed in the data since the last session."""

from collections.abc import Iterator
from datetime import date

from dash import html

from components.charts.views import Views
from components.format import day_of
from components.pages.news.change_words import corrected, in_order, summary
from components.session.screen import Screen
from components.texts import t
from data.model import AcuerdoSesion
from data.publish.news import since
from data.store import Store

_MOST = 3
# The tables of which the session speaks; their corrections are told before others.
_FIRST = ("valores", "avances", "indicadores", "sin_reporte", "explicaciones")


def changes(views: Views, said: str) -> Iterator[Screen]:
    """Give what changed since a day or a version; without either, since the last agreements."""
    store, filters = views.store, views.filters
    day = _day(store, said, views.day)
    version = said if said in store.versions else _then(store, day)
    if day is None or not version:
        return
    sector = filters.sector[0] if len(filters.sector) == 1 else ""
    found = since(store, version, sector)
    when = day_of(day, None)
    page = f"/novedades?sector={sector}" if sector else "/novedades"
    if found.nothing:
        compared = html.P(_compared(store, version, day))
        yield Screen(t("sesion.changes_none", date=when), [compared], page=page)
        return
    told = sorted(in_order(found), key=lambda one: one.table not in _FIRST)
    lines = [html.Li(html.Span(corrected(one), className="cut-4")) for one in told[:_MOST]]
    more = t("novedades.more", amount=len(told) - _MOST) if len(told) > _MOST else ""
    source = _compared(store, version, day)
    yield Screen(
        t("sesion.changes", date=when, summary=summary(found)),
        [html.Ul(lines) if lines else None, html.P(f"{more}. {source}" if more else source)],
        page=page,
    )  # fmt: skip


def _compared(store: Store, version: str, day: date) -> str:
    """Say which versions are compared, and where the first of them is later than the session."""
    kept = store.versions[version]
    told = t("sesion.changes_source", version=version, now=store.version, day=day_of(kept, None))
    return f"{t('sesion.changes_late')} {told}" if kept > day else told


def _day(store: Store, said: str, today: date) -> date | None:
    """Return the day of a version, a day as it is written, or that of the last agreements."""
    if said:
        return store.versions.get(said) or date.fromisoformat(said)
    held = [row.fecha for row in store.rows(AcuerdoSesion) if row.fecha < today]
    return max(held, default=None)


def _then(store: Store, day: date | None) -> str:
    """Return the version of the data of a day, or the first that was kept after it; '' if none."""
    kept = sorted(store.versions, key=lambda version: store.versions[version])
    before = [version for version in kept if day and store.versions[version] <= day]
    return (before or [*reversed(kept[:1])] or [""])[-1]
