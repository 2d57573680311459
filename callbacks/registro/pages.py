"""A page written: the template with what every page has."""

from flask import request

from callbacks.registro.visit import parts, person, session
from components.registro.templates import fill
from data.registro.rights import Person, puede

_MENU = (("tareas", "/", "ver-tareas"), ("excel", "/cargas", "cargar-excel"),
         ("calendario", "/calendario", "ver-tareas"), ("fichas", "/fichas", "ver-tareas"),
         ("revision", "/revision", "ver-cola"), ("cortes", "/cortes", "publicar-cortes"),
         ("anulaciones", "/anulaciones", "ver-anulaciones"),
         ("informe", "/informes", "ver-informe"), ("acuerdos", "/acuerdos", "ver-acuerdos"),
         ("personas", "/personas", "administrar-personas"),
         ("auditoria", "/auditoria", "ver-auditoria"))  # fmt: skip


def page(name: str, **slots: object) -> str:
    """Return a page of the Registro."""
    who, found = person(), session()
    shown = {"menu": menu(who) if who else (), "aqui": request.path, "demo": parts().demo,
             "ficha_csrf": found.csrf if found else ""}  # fmt: skip
    return fill(name, **shown | slots)


def menu(who: Person) -> tuple[tuple[str, str], ...]:
    """Return the places of the menu that a person may go to."""
    places = tuple((name, place) for name, place, right in _MENU if puede(who, right))
    return (*places, ("cuenta", "/mi-cuenta"))
