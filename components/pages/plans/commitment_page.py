"""The page of one promise: an action of 2017-2021 or a meta of 2007-2013."""

import difflib

from components.charts.views import Views
from components.pages.page import Near, Page, Seen
from components.pages.plans import action_sheet, meta_sheet
from components.pages.plans.commitment_links import PATH, code, place, words
from data.model import Accion2017, Meta2007, Row
from data.store import Store

_META = "meta-"


def see(views: Views, subject: str) -> Seen | None:
    """Return the page that the path names; None if no plan has that promise."""
    store = views.store
    if subject in store.actions:
        return action_sheet.see(views, store.actions[subject])
    number = subject.removeprefix(_META)
    for row in store.rows(Meta2007):
        if subject.startswith(_META) and number == str(row.numero):
            return meta_sheet.see(store, row)
    return None


def near(store: Store, subject: str) -> list[Near]:
    """Return the promises whose code looks like what was asked for."""
    rows = _promises(store)
    found = difflib.get_close_matches(subject.lower(), rows, n=5, cutoff=0.5)
    return [(place(store, rows[one]), code(rows[one]), words(rows[one])) for one in found]


def _promises(store: Store) -> dict[str, Row]:
    rows: dict[str, Row] = {row.codigo: row for row in store.rows(Accion2017)}
    return rows | {f"{_META}{row.numero}": row for row in store.rows(Meta2007)}


PAGE = Page(
    f"{PATH}/<>",
    see,
    charts=("accion-metas",),
    sample="2.2.4",
    missing="promise",
    near=near,
    subjects=_promises,
)
