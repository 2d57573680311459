"""Who may do what: one function, and the rows that each person may see."""

from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, false, true

from data.model.years import Reported
from data.registro.agreements.duties import DUTIES, Duty
from data.registro.paragraphs.steps import STEPS, Draft
from data.registro.person import SEE_ALL, SEE_OWN, SYSTEM, Designation, Person
from data.registro.schema.reports import reporte
from data.registro.states import ACTIONS, SYSTEM_ROLE, TABLE
from data.registro.vocabulary import Role

__all__ = ["OFFICES", "SYSTEM", "Designation", "Person", "Subject", "puede", "visible"]
# What is done to no report in particular, and which roles do it.
OFFICES: dict[str, tuple[Role, ...]] = {
    "administrar-personas": ("administrador",),
    "administrar-calendario": ("administrador",),
    "administrar-fichas": ("administrador",),
    "cargar-excel": ("registrador",),
    "usar-llaves": ("revisor", "aprobador", "administrador"),
    "ver-cola": ("revisor", "aprobador"),
    "publicar-cortes": ("aprobador",),
    "ver-anulaciones": ("administrador", "aprobador"),
    "pedir-anulaciones": ("administrador",),
    "responder-anulaciones": ("aprobador",),
    "ver-acuerdos": ("registrador", "responsable", "revisor", "aprobador", "lector"),
    "escribir-acuerdos": ("aprobador",),
    "ver-informe": ("revisor", "aprobador", "lector"),
    "escribir-informe": ("revisor", "aprobador"),
    "publicar-informe": ("aprobador",),
    "seguir-acuerdos": ("registrador", "responsable"),
    "ver-auditoria": ("lector", "administrador", "aprobador"),
    "ver-tareas": ("registrador", "responsable", "revisor", "aprobador", "lector",
                   "administrador", "regional"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Subject:
    """A report, as the rights see it: whose it is, where it stands, who had a hand in it."""

    entidad: str
    estado: Reported
    autores: frozenset[int] = field(default_factory=frozenset)
    tomado_por: int | None = None
    revisores: frozenset[int] = field(default_factory=frozenset)


def puede(persona: Person, accion: str, objeto: Subject | Duty | Draft | None = None) -> bool:
    """Say whether a person may do something: to a report, duty or paragraph, or in the office."""
    if not persona.activa:
        return False
    if objeto is None:
        return accion in OFFICES and persona.has(OFFICES[accion])
    if isinstance(objeto, Draft):
        return _drafts(persona, accion, objeto)
    if accion == "ver":
        return persona.has(SEE_ALL) or objeto.entidad in persona.entities(SEE_OWN)
    if isinstance(objeto, Duty):
        return _follows(persona, accion, objeto)
    return _moves(persona, accion, objeto)


def _moves(persona: Person, accion: str, objeto: Subject) -> bool:
    move = TABLE.get((objeto.estado, accion)) if accion in ACTIONS else None
    if move is None:
        return False
    if persona.system:
        return SYSTEM_ROLE in move.quien
    return any(_acts(persona, role, accion, objeto) for role in move.quien)


def _acts(person: Person, role: str, action: str, subject: Subject) -> bool:
    if role in SEE_OWN:
        return subject.entidad in person.entities((role,))
    if not person.has((role,)):
        return False
    # Four eyes: nobody reviews what he wrote or sent, nor approves what he reviewed.
    if action == "visar":
        outside = person.entities((role,)) - {subject.entidad}
        return bool(outside) and person.id not in subject.autores | subject.revisores
    if role == "revisor":
        held = action == "tomar" or subject.tomado_por == person.id
        return held and person.id not in subject.autores
    if role == "aprobador":
        return action == "corregir" or person.id not in subject.autores | subject.revisores
    return False


def _follows(person: Person, action: str, duty: Duty) -> bool:
    turn = DUTIES.get((duty.estado, action))
    if turn is None:
        return False
    if action == "seguir":
        return duty.entidad in person.entities(turn.quien)
    # Four eyes: nobody confirms, nor gives back, what he wrote.
    return person.has(turn.quien) and person.id != duty.autor


def _drafts(person: Person, action: str, draft: Draft) -> bool:
    step = STEPS.get((draft.estado, action))
    if step is None or not person.has(step.quien):
        return False
    hands = draft.autores | (draft.revisores if action == "firmar" else frozenset())
    # Four eyes: nobody reviews what he wrote, nor signs what he wrote or reviewed.
    return not step.ajeno or person.id not in hands


def visible(person: Person) -> ColumnElement[bool]:
    """Return the condition that every query of reports has: what the person may see."""
    if not person.activa:
        return false()
    if person.system or person.has(SEE_ALL):
        return true()
    return reporte.c.entidad.in_(sorted(person.entities(SEE_OWN)))
