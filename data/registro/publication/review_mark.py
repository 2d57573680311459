"""Whether a report was reviewed only by the institution that answers for it."""

from sqlalchemy import Connection, func, select

from data.registro.schema.people import designacion
from data.registro.schema.review import transicion

WORDS = "revisado por la misma institución"
_HANDS = ("recomendar", "visar")


def same_institution(connection: Connection, number: int, entity: str) -> bool:
    """Say whether all who reviewed what was sent last are reviewers of its own entity.

    A second reviewer of another institution, who gives his approval, takes the mark away.
    """
    sent = select(func.max(transicion.c.id)).where(
        transicion.c.reporte == number, transicion.c.accion == "enviar"
    )
    last = connection.execute(sent).scalar() or 0
    hands = select(transicion.c.persona).where(
        transicion.c.reporte == number, transicion.c.accion.in_(_HANDS), transicion.c.id > last
    )
    of_them = select(designacion.c.entidad).where(
        designacion.c.rol == "revisor", designacion.c.persona.in_(hands)
    )
    found = set(connection.execute(of_them).scalars())
    return found == {entity}
