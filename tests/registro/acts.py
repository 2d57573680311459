"""What people do to a report, as the web does it: each in its own transaction."""

from datetime import date

from sqlalchemy import select

from data.registro import annulments, office, versions
from data.registro.asked import Asked
from data.registro.checks import RULES
from data.registro.database import reading, writing
from data.registro.moves import move
from data.registro.reports import find, get
from data.registro.rights import SYSTEM, puede
from data.registro.schema.reports import reporte
from data.registro.schema.review import observacion
from tests.registro.conftest import PERIOD, person

CODE = "IOP.02.02"
# The last day that is in time, the first that is not, and the closing gone by.
IN_TIME, LATE, CLOSED = date(2025, 7, 31), date(2025, 8, 1), date(2025, 9, 15)
PEOPLE = {
    "registrador": person(1, "registrador"),
    "responsable": person(2, "responsable"),
    "revisor": person(3, "revisor", entity="MININTER"),
    "otro revisor": person(4, "revisor", entity="MININTER"),
    "aprobador": person(5, "aprobador", entity="MININTER"),
    "otra entidad": person(6, "registrador", "responsable", entity="MP"),
    "todo": person(7, "registrador", "responsable", "revisor", "aprobador"),
    "lector": person(8, "lector", entity="DP"),
    "administrador": person(9, "administrador", entity="MININTER"),
    "regional": person(10, "regional", entity="PUNO"),
    "sistema": SYSTEM,
}
VALID = {"estado_dato": "dato", "valor": "10", "texto": "Hubo 10 víctimas.",
         **{f"explica_{rule}": "Por la nueva forma de contar." for rule in RULES}}  # fmt: skip


def seen(engine, who, code=CODE):
    with reading(engine, who.actor) as connection:
        return find(connection, who, PERIOD, code)


def save(engine, who, raw=VALID, report=None):
    report = report or seen(engine, who)
    with writing(engine, who.actor) as connection:
        return versions.save(connection, who, report, raw)


def act(engine, who, action, today=IN_TIME, reason="Porque sí.", report=None, second=True):
    """Do an action; observing writes an observation first, recommending accepts the findings."""
    with writing(engine, who.actor) as connection:
        report = report or find(connection, who, PERIOD, CODE)
        if action == "guardar":
            return versions.save(connection, who, report, VALID)
        if action == "enviar":
            return versions.send(connection, who, report, today)
        able = report.estado == "en-revision" and puede(who, action, report.subject)
        if action in ("observar", "recomendar") and able:
            if action == "observar":
                office.observe(connection, who, report, "texto", "Diga de dónde sale.")
            else:
                office.accept(connection, who, report)
            report = get(connection, who, report.id)
        if action == "anular" and second:
            return annulled(connection, who, report, today, reason)
        facts = office.facts_of(connection, report, today, reason)
        return move(connection, who, report, action, facts)


def annulled(connection, who, report, today, reason):
    """Who administers asks for it and who acts answers: all of it or nothing."""
    asks = PEOPLE["administrador"]
    number = annulments.ask(connection, asks, Asked(PERIOD, report.codigo, "RM 9", reason))
    return annulments.confirm(connection, who, report, number, today)


def answer_all(engine, who):
    with writing(engine, who.actor) as connection:
        report = find(connection, who, PERIOD, CODE)
        lines = select(observacion.c.id).where(observacion.c.reporte == report.id)
        for number in connection.execute(lines).scalars().all():
            office.answer(connection, who, report, number, "De los partes del mes.")
            report = get(connection, who, report.id)


def state_of(engine, number):
    with reading(engine) as connection:
        return connection.execute(select(reporte).where(reporte.c.id == number)).one()
