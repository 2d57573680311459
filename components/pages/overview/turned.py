"""How many went to a better or a worse state, and which fell most, each with who answers."""

from collections import Counter

from dash import html
from dash.development.base_component import Component

from components import explained
from components.charts.chart import address
from components.pages.overview.charge_row import charge
from components.table import Cell, advance
from components.texts import t
from data.query.ordering import Pair
from data.query.turns import Turn, compared, falls, turns
from data.store import Store

_MOST = 3


def turned(store: Store, pairs: list[Pair], year: int, query: str) -> Component:
    """Return the count of what changed state from the year before, and the largest falls."""
    before = year - 1
    if not compared(store, before):
        title = t("panorama.changes", before=before, year=year)
        return html.Section([html.H2(title), html.P(t("panorama.changes_first", before=before))])
    found = turns(store, pairs, before)
    way = html.A(t("panorama.changes_all"), href=f"{address('/indicadores', query)}#cambios")
    return html.Section(
        [
            html.H2(headline(found, year)),
            html.P(_rule(found), className="caveat"),
            *_falls(store, found),
            html.P(way, className="links"),
        ],
        className="half",
        id="cambios",
    )


def headline(found: list[Turn], year: int) -> str:
    """Say how many went to a better state and how many to a worse one."""
    ways = Counter(one.way for one in found)
    if not ways["better"] and not ways["worse"]:
        return t("panorama.turned_none", before=year - 1, year=year)
    said = {way: _amount(way, ways[way]) for way in ("better", "worse")}
    return t("panorama.turned", before=year - 1, year=year, **said)


def _amount(way: str, amount: int) -> str:
    ending = "none" if not amount else "one" if amount == 1 else "many"
    return t(f"panorama.{way}_{ending}", amount=amount)


def _rule(found: list[Turn]) -> str:
    """Say what is counted, how many stayed, and how many cannot be compared."""
    ways = Counter(one.way for one in found)
    said = [t("panorama.turned_rule"), _amount("stayed", ways["same"])]
    said += [_amount("unknown", ways["unknown"])] if ways["unknown"] else []
    return " ".join(said)


def _falls(store: Store, found: list[Turn]) -> list[Component | None]:
    fallen = falls(found, _MOST)
    if not fallen:
        return []
    title = t("panorama.falls_one") if len(fallen) == 1 else t("panorama.falls_many")
    items = [charge(store, one.row, one.now, _fell(one)) for one in fallen]
    bare = explained.unexplained(store, [(one.row, one.now) for one in fallen])
    return [
        html.H3(title),
        html.Ul(items, className="charges"),
        html.P(f"{t('panorama.falls_rule')} {bare}".strip(), className="caveat"),
    ]


def _fell(one: Turn) -> list[Cell]:
    """Return the advance of both years, each with whose it is."""
    opening, rest = t("panorama.fell").split("{then}")
    middle, end = rest.split("{now}")
    return [opening, *advance(one.then), middle, *advance(one.now), end]
