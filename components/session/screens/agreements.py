"""Screens of what the sessions agreed: the last one, what is pending, what is done."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from dash import html

from components.charts.views import Views
from components.format import count, day_of
from components.pages import agreed
from components.session.screen import Screen, pages, short
from components.texts import t
from data.model import AcuerdoSesion
from data.model.agreed import DONE

_ROWS = 3
Headed = Callable[[Sequence[AcuerdoSesion], date], str]


def agreements(views: Views) -> Iterator[Screen]:
    """Give what was agreed, by the day on which it is read; nothing without rows."""
    day = views.day
    rows = views.store.kept(AcuerdoSesion, views.filters.with_(anio=None))
    held = agreed.ordered(row for row in rows if row.fecha <= day)
    if not held:
        return
    last = max(held, key=lambda row: row.fecha)
    done = [row for row in held if row.estado == DONE]
    yield from _listed("ultima", [row for row in held if row.sesion == last.sesion], day, _last)
    yield from _listed("", [row for row in held if row.estado != DONE], day, _pending)
    heading = t("sesion.agreements_done", done=len(done), amount=_amount(held))
    yield from _listed("cumplidos", done, day, lambda *_: heading)


def _amount(rows: Sequence[AcuerdoSesion]) -> str:
    return count(len(rows), t("agreed.one"), t("agreed.many"))


def _late(rows: Sequence[AcuerdoSesion], day: date) -> int:
    return sum(row.overdue(day) for row in rows)


def _last(rows: Sequence[AcuerdoSesion], day: date) -> str:
    done = sum(row.estado == DONE for row in rows)
    return t("sesion.agreements_last", session=agreed.session(rows[0], day), amount=_amount(rows),
             done=done, late=_late(rows, day))  # fmt: skip


def _pending(rows: Sequence[AcuerdoSesion], day: date) -> str:
    when = day_of(day, None)
    return t("sesion.agreements", amount=len(rows), late=_late(rows, day), date=when)


def _listed(
    code: str, rows: Sequence[AcuerdoSesion], day: date, headed: Headed
) -> Iterator[Screen]:
    """Return a list of agreements as screens; nothing where there is none."""
    if not rows:
        return
    heading = headed(rows, day)
    cells = [
        [row.entidad, short(row.acuerdo, 3), _state(row, day),
         html.Span(agreed.session(row, day), className="wraps")]
        for row in rows
    ]  # fmt: skip
    head = agreed.head(("entidad", "acuerdo", "estado", "sesion"))
    for index, (part, shown) in enumerate(pages(heading, head, cells, _ROWS), 1):
        yield Screen(
            heading + part, [shown], t("sesion.agreed"), "/datos/acuerdos_sesion.csv",
            code=f"{code}{index}", more=[row.acuerdo for row in rows],
            figures={"acuerdos_sesion": [row.model_dump() for row in rows]},
        )  # fmt: skip


def _state(row: AcuerdoSesion, day: date) -> html.Span:
    said = t("agreed.state_due", state=t(f"agreed.states.{row.estado}"), due=agreed.due(row, day))
    return html.Span(said, className="wraps")
