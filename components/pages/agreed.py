"""What the sessions agreed, wherever it concerns what is looked at."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.table import Cell, entity, table
from components.texts import t
from data.model import AcuerdoSesion
from data.store import Store

NAMES = ("acuerdo", "entidad", "plazo", "estado", "sesion")


def head() -> list[str]:
    """Return the names of the columns of a list of agreements."""
    return [t(f"agreed.{name}") for name in NAMES]


def lines(store: Store, rows: Sequence[AcuerdoSesion]) -> list[list[Cell]]:
    """Return the cells of each agreement, the nearest due first."""
    return [
        [row.acuerdo, entity(store, row.entidad), row.plazo.isoformat(), state(store, row),
         f"{row.sesion} ({row.fecha.isoformat()})"]
        for row in sorted(rows, key=lambda row: row.plazo)
    ]  # fmt: skip


def state(store: Store, row: AcuerdoSesion) -> str:
    """Return the state of an agreement, overdue by the date of the data and not by today's."""
    if row.overdue(store.cutoff):
        return t("agreed.overdue", date=store.cutoff.isoformat())
    return t(f"agreed.states.{row.estado}")


def section(store: Store, rows: Sequence[AcuerdoSesion]) -> Component | None:
    """Return the agreements as a section, or nothing where there is none."""
    if not rows:
        return None
    title = t("agreed.title")
    return html.Section([html.H2(title), table(title, head(), lines(store, rows))])
