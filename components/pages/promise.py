"""The page of one promise: an action of 2017-2021 or a meta of 2007-2013."""

from components.pages import action_sheet, meta_sheet
from components.pages.base import Page, Seen
from components.pages.promises import PATH
from data.filters import Filters
from data.model import Meta2007
from data.store import Store

_META = "meta-"


def see(store: Store, filters: Filters, subject: str) -> Seen | None:
    """Return the page that the path names; None if no plan has that promise."""
    if subject in store.actions:
        return action_sheet.see(store, filters, store.actions[subject])
    number = subject.removeprefix(_META)
    for row in store.rows(Meta2007):
        if subject.startswith(_META) and number == str(row.numero):
            return meta_sheet.see(store, row)
    return None


PAGE = Page(f"{PATH}/<>", see, charts=("accion-metas",), sample="2.2.4", missing="promise")
