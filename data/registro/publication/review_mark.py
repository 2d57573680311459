"""Whether a report was reviewed only by the institution that answers for it."""

from collections import defaultdict
from collections.abc import Collection, Mapping

from sqlalchemy import Connection, select

from data.registro.schema.people import designacion
from data.registro.schema.review import transicion

WORDS = "revisado por la misma institución"
_HANDS = ("recomendar", "visar")


def same_institution(connection: Connection, number: int, entity: str) -> bool:
    """Say whether all who reviewed what was sent last are reviewers of its own entity.

    A second reviewer of another institution, who gives his approval, takes the mark away.
    """
    return number in marked(connection, {number: entity})


def marked(connection: Connection, entities: Mapping[int, str]) -> frozenset[int]:
    """Return those of some reports that only their own institution reviewed, asked for at once."""
    hands = _hands(connection, entities)
    people = {one for some in hands.values() for one in some}
    which = (designacion.c.rol == "revisor", designacion.c.persona.in_(people))
    held: dict[int, set[str]] = defaultdict(set)
    for row in connection.execute(select(designacion).where(*which)):
        held[row.persona].add(row.entidad)
    found = {number: {name for one in some for name in held[one]} for number, some in hands.items()}
    return frozenset(number for number, names in found.items() if names == {entities[number]})


def _hands(connection: Connection, numbers: Collection[int]) -> Mapping[int, set[int]]:
    """Return who reviewed what was sent last of each report: a sending begins again."""
    steps = select(transicion.c.reporte, transicion.c.accion, transicion.c.persona).where(
        transicion.c.reporte.in_(numbers), transicion.c.accion.in_(("enviar", *_HANDS))
    )
    hands: dict[int, set[int]] = {}
    for row in connection.execute(steps.order_by(transicion.c.id)):
        if row.accion == "enviar":
            hands[row.reporte] = set()
        else:
            hands.setdefault(row.reporte, set()).add(row.persona)
    return hands
