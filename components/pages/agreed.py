"""What the sessions agreed, wherever it concerns what is looked at, by the day it is read."""

from collections.abc import Iterable, Sequence
from datetime import date

from dash import html
from dash.development.base_component import Component

from components.format import count, day_of
from components.table import Cell, entity, table
from components.texts import t
from data.model import AcuerdoSesion
from data.model.agreed import DONE
from data.store import Store

NAMES = ("acuerdo", "entidad", "plazo", "estado", "sesion")


def head(names: Sequence[str] = NAMES) -> list[str]:
    """Return the names of the columns of a list of agreements."""
    return [t(f"agreed.{name}") for name in names]


def ordered(rows: Iterable[AcuerdoSesion]) -> list[AcuerdoSesion]:
    """Return the agreements, the nearest due first."""
    return sorted(rows, key=lambda row: row.plazo)


def due(row: AcuerdoSesion, day: date) -> str:
    """Say when an agreement is due, or since when it is overdue."""
    when, left = day_of(row.plazo, day), (row.plazo - day).days
    if row.estado == DONE:
        return t("agreed.was_due", date=when)
    if not left:
        return t("agreed.due_today", date=when)
    days = count(abs(left), t("agreed.day"), t("agreed.days"))
    return t("agreed.due" if left > 0 else "agreed.overdue", date=when, days=days)


def session(row: AcuerdoSesion, day: date) -> str:
    """Return the session of an agreement, with its day."""
    return t("agreed.of_session", name=row.sesion, date=day_of(row.fecha, day))


def section(store: Store, rows: Sequence[AcuerdoSesion], day: date) -> Component | None:
    """Return the agreements as a section, or nothing where there is none."""
    if not rows:
        return None
    title = t("agreed.title")
    lines: list[list[Cell]] = [
        [row.acuerdo, entity(store, row.entidad), due(row, day), t(f"agreed.states.{row.estado}"),
         session(row, day)]
        for row in ordered(rows)
    ]  # fmt: skip
    return html.Section([html.H2(title), table(title, head(), lines)])
