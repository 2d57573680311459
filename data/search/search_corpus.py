"""What the search of the plans reads: every promise with its own words and those around it."""

from collections.abc import Iterator
from dataclasses import dataclass

from data.model import (
    Accion2017,
    AccionCiudadana,
    Actividad2007,
    Entidad,
    Indicador,
    Ivo2017,
    Meta2007,
    Meta2017,
    MetaCiudadana,
    Objetivo,
    Row,
    Servicio,
)
from data.query.table_reader import Tables


@dataclass(frozen=True, slots=True)
class Passage:
    """One row that can be found: its own words, those around it, and whom it names."""

    row: Row
    text: str
    around: str


def passages(tables: Tables) -> list[Passage]:
    """Return every passage in the order of the plans."""
    return [*_old(tables), *_middle(tables), *_current(tables)]


def _old(tables: Tables) -> Iterator[Passage]:
    targets = {row.numero: row for row in tables.rows(Meta2007)}
    names = _Names(tables)
    for row in targets.values():
        said = f"{row.resultado} {row.observacion or ''}"
        yield Passage(row, row.meta, f"{said} {names.of(row.agentes)}")
    for activity in tables.rows(Actividad2007):
        yield Passage(activity, activity.texto, targets[activity.meta].meta)


def _middle(tables: Tables) -> Iterator[Passage]:
    names = _Names(tables)
    told = {row.accion: row.texto for row in tables.rows(AccionCiudadana)}
    for target in tables.rows(MetaCiudadana):
        told[target.accion] = f"{told.get(target.accion, '')} {target.texto}"
    actions = {row.codigo: row for row in tables.rows(Accion2017)}
    for row in actions.values():
        who = names.of(row.responsables)
        yield Passage(row, row.texto, f"{row.codigo} {told.get(row.codigo, '')} {who}")
    for goal in tables.rows(Meta2017):
        action = actions[goal.accion]
        who = names.of(action.responsables)
        yield Passage(goal, goal.texto, f"{action.codigo} {action.texto} {who}")
    aims = {row.codigo: row.texto for row in tables.rows(Objetivo)}
    for sign in tables.rows(Ivo2017):
        yield Passage(sign, sign.texto, f"{sign.codigo} {aims[sign.objetivo]}")


def _current(tables: Tables) -> Iterator[Passage]:
    names = _Names(tables)
    answers: dict[str, str] = {}
    for row in tables.rows(Indicador):
        who = names.of(row.responsable)
        answers[row.servicio or ""] = who
        yield Passage(row, row.nombre, f"{row.codigo} {who}")
    for service in tables.rows(Servicio):
        yield Passage(
            service, service.nombre, f"{service.codigo} {answers.get(service.codigo, '')}"
        )


class _Names:
    """The initials of a cell with the full names of the institutions."""

    def __init__(self, tables: Tables) -> None:
        self._known = {row.sigla: row.nombre for row in tables.rows(Entidad)}

    def of(self, cell: str | None) -> str:
        initials = (cell or "").split(";")
        return " ".join(f"{sigla} {self._known.get(sigla, '')}" for sigla in initials)
