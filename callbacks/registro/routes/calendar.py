"""The calendar: seen by all; written, opened and extended by who administers."""

from datetime import date

from flask import Flask, redirect, request
from sqlalchemy import select
from werkzeug.wrappers import Response

from callbacks.registro.pages import page
from callbacks.registro.visit import parts, signed
from data.registro import extensions, periods
from data.registro.calendar import year
from data.registro.database import Actor, reading, writing
from data.registro.periods import PeriodError
from data.registro.rights import puede
from data.registro.schema.plan import periodo, prorroga

_ONE = "/calendario/<name>"


def register(server: Flask) -> None:
    """Add the addresses of the calendar."""
    add = server.add_url_rule
    add("/calendario", "calendario", _list, methods=["GET"])
    add("/calendario", "calendario_anio", _year, methods=["POST"])
    add(f"{_ONE}/fechas", "calendario_fechas", _dates, methods=["POST"])
    add(f"{_ONE}/abrir", "calendario_abrir", _open, methods=["POST"])
    add(f"{_ONE}/prorroga", "calendario_prorroga", _extend, methods=["POST"])


def _list() -> str:
    who = signed()
    with reading(parts().engine, who.actor) as connection:
        rows = connection.execute(select(periodo).order_by(periodo.c.vence, periodo.c.id)).all()
        longer = connection.execute(select(prorroga).order_by(prorroga.c.periodo)).all()
        entities = extensions.entities(connection)
    return page("calendar.html", periodos=rows, prorrogas=longer, entidades=entities,
                dias=periods.DAYS, escribe=puede(who, "administrar-calendario"))  # fmt: skip


def _whole() -> Actor:
    """Return who administers, over the reports of every entity: opening writes one for each."""
    return Actor(str(signed().id), todo=True)


def _day(field: str) -> date:
    said = request.form.get(field, "")
    try:
        return date.fromisoformat(said)
    except ValueError:
        raise PeriodError(f"«{said[:20]}» no es una fecha: escriba 2026-08-10.") from None


def _year() -> Response:
    with writing(parts().engine, _whole()) as connection:
        try:
            year(connection, request.form.get("anio", ""))
        except PeriodError:
            raise
        except ValueError as error:
            raise PeriodError(str(error)) from None
    return redirect("/calendario", 303)


def _dates(name: str) -> Response:
    days = {field: _day(field) for field in periods.DAYS}
    with writing(parts().engine, _whole()) as connection:
        periods.reschedule(connection, signed(), name, days)
    return redirect("/calendario", 303)


def _open(name: str) -> Response:
    with writing(parts().engine, _whole()) as connection:
        periods.open_period(connection, signed(), name)
    return redirect("/calendario", 303)


def _extend(name: str) -> Response:
    form = request.form
    with writing(parts().engine, _whole()) as connection:
        extensions.extend(connection, signed(), name, form.get("entidad", ""), _day("hasta"),
                       form.get("motivo", ""))  # fmt: skip
    return redirect("/calendario", 303)
