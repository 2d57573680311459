"""Who published the figures of a view, in a line short enough for the box of a mark."""

from components.charts.view import View
from components.texts import t
from data.publish import provenance


def credit(view: View) -> str | None:
    """Return who published the rows on screen and when, each once; None without rows."""
    if not len(view.frame):
        return None
    return t("chart.source", text=provenance.credit(view.store.cited(view.frame["fuente"])))
