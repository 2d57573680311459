"""The form of a report with what was typed and could not be kept."""

from flask import g

from callbacks.registro import paragraph_page
from callbacks.registro.agreement_page import LIST, Shown, form_of
from callbacks.registro.report_page import Notice, write
from callbacks.registro.visit import now, parts, today
from components.registro.texts import word
from data.registro.accounts import people, sessions
from data.registro.database import reading
from data.registro.reports import NotFoundError, find
from data.registro.rights import Person, puede


def unsaved(who: Person, period: str, code: str, raw: dict[str, str], words: str) -> str:
    """Return the form of a report with what is not kept: nothing that was typed is lost."""
    with reading(parts().engine, who.actor) as connection:
        report = find(connection, who, period, code)
        return write(connection, who, report, raw, Notice(words))


def reopened(token: str, place: str, fields: dict[str, str]) -> str:
    """Return the form with what was typed before the session ended; '' for what is no such form."""
    with reading(parts().engine) as connection:
        g.session = sessions.find(connection, token, now())
        if g.session is None:
            return ""
        g.person = people.person(connection, g.session.persona, today())
    kinds = {LIST: _agreement, paragraph_page.LIST: _paragraph}
    shown = next((kind for start, kind in kinds.items() if place.startswith(start)), _report)
    try:
        return shown(g.person, place, fields)
    except NotFoundError:
        return ""


def _report(who: Person, place: str, fields: dict[str, str]) -> str:
    head, _, rest = place.partition("/reportes/")
    period, _, code = rest.partition("/")
    if head or not code or "/" in code:
        return ""
    return unsaved(who, period, code, fields, word("reporte.recuperado"))


def _agreement(who: Person, place: str, fields: dict[str, str]) -> str:
    if not puede(who, "ver-acuerdos"):
        return ""
    with reading(parts().engine, who.actor) as connection:
        return form_of(connection, who, place, Shown(word("acuerdos.recuperado"), typed=fields))


def _paragraph(who: Person, place: str, fields: dict[str, str]) -> str:
    if not puede(who, "ver-informe"):
        return ""
    with reading(parts().engine, who.actor) as connection:
        return paragraph_page.reopened(connection, who, place, fields)
