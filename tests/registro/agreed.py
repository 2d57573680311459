"""An agreement of a session, written as the pages write it."""

from datetime import date

from data.registro.agreements import following, minutes, wording
from data.registro.agreements.current import find
from data.registro.database import reading, writing
from tests.registro.acts import CODE, PEOPLE

DAY = date(2025, 7, 1)
SESSION = {"numero": "1", "fecha": "2025-03-01", "acta": "Acta de la primera sesión",
           "fuente": "Oficio de la Secretaría Técnica"}  # fmt: skip
AGREED = {"sesion": "1", "texto": "Publicar el protocolo,\n con su anexo", "entidad_PNP": "si",
          "plazo": "2025-06-30", "indicadores": f"{CODE}, IOP.01.01"}  # fmt: skip
DONE = {"entidad": "PNP", "hecho": "Se publicó el protocolo.", "fecha_hecho": "2025-05-02",
        "cumplido": "si"}  # fmt: skip
SECRETARY, OFFICER = PEOPLE["aprobador"], PEOPLE["registrador"]


def agree(engine, fields=AGREED, session=SESSION):
    """Write the session and an agreement; return its number."""
    with writing(engine, SECRETARY.actor) as connection:
        minutes.write(connection, SECRETARY, session, DAY)
        return wording.write(connection, SECRETARY, fields)


def follow(engine, number, fields=DONE, who=OFFICER):
    with writing(engine, who.actor) as connection:
        following.follow(connection, who, number, fields, DAY)


def decide(engine, number, action, who=SECRETARY, reason="Falta el anexo.", entity="PNP"):
    """Decide about the last follow-up."""
    last = look(engine, number, who).charge(entity).seguimientos[-1:]
    fields = {"entidad": entity, "razon": reason, "seguimiento": str(last[0].dicho.id) if last
              else "0"}  # fmt: skip
    with writing(engine, who.actor) as connection:
        following.decide(connection, who, number, action, fields)


def correct(engine, number, fields, who=SECRETARY):
    with writing(engine, who.actor) as connection:
        wording.correct(connection, who, number, fields)


def look(engine, number, who=SECRETARY):
    with reading(engine, who.actor) as connection:
        return find(connection, who, number)
