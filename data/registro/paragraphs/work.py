"""A paragraph written, moved from state to state, and found: every text and every step is kept."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Table, insert, select, update

from data.registro.moves import ConflictError, ForbiddenError
from data.registro.paragraphs.steps import STEPS, Draft, Step, Written, pressed
from data.registro.rights import Person, puede
from data.registro.schema.paragraphs import informe_parrafo, parrafo_paso, parrafo_version
from data.registro.schema.people import persona
from data.registro.screening.texts import refuse

MOST, MOST_REASON = 8000, 2000
_SPACE = "\n\t"


class ParagraphError(ValueError):
    """Why a paragraph is not written or moved: one line each."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a year: its texts, the last first, and the steps that it took."""

    seccion: str
    estado: Written = "por-escribir"
    version: int = 0
    textos: tuple[Any, ...] = ()
    pasos: tuple[Any, ...] = ()

    @property
    def texto(self) -> str:
        """Return the text in force; '' before the first."""
        return str(self.textos[0].texto) if self.textos else ""

    @property
    def draft(self) -> Draft:
        """Return the paragraph as the rights see it."""
        reviewed = (row.autor for row in self.pasos if row.accion == "revisar")
        return Draft(self.estado, frozenset(row.autor for row in self.textos), frozenset(reviewed))


def of_year(connection: Connection, year: int) -> dict[str, Paragraph]:
    """Return the paragraphs of a year of which something is written, by section."""
    texts = _by_section(connection, parrafo_version, parrafo_version.c.n.desc(), year)
    steps = _by_section(connection, parrafo_paso, parrafo_paso.c.id, year)
    rows = connection.execute(select(informe_parrafo).where(informe_parrafo.c.anio == year))
    return {row.seccion: Paragraph(row.seccion, row.estado, row.version,
                                   tuple(texts[row.seccion]), tuple(steps[row.seccion]))
            for row in rows}  # fmt: skip


def find(connection: Connection, year: int, section: str) -> Paragraph:
    """Return a paragraph; one that nobody has written is still to be."""
    return of_year(connection, year).get(section, Paragraph(section))


def write(
    connection: Connection, person: Person, year: int, seen: tuple[str, str], text: str
) -> None:
    """Keep a text of a section (`seen`: which, and the version that was seen)."""
    section, version = seen
    now = find(connection, year, section)
    if now.textos and now.texto == text and now.textos[0].autor == person.id:
        return
    step = _allowed(person, now, "escribir")
    _legible(text, MOST)
    refuse(text)
    _take(connection, year, now, version, step, {"n": len(now.textos) + 1})
    row = {"anio": year, "seccion": section, "n": len(now.textos) + 1, "texto": text}
    connection.execute(insert(parrafo_version).values(row | _signed(person)))


def move(
    connection: Connection, person: Person, year: int, seen: tuple[str, str],
    action: str, reason: str = "",
) -> None:  # fmt: skip
    """Take a step, over the version that was seen."""
    section, version = seen
    now = find(connection, year, section)
    if version == str(now.version - 1) and pressed(now, (person.id, action, reason.strip())):
        return
    step = _allowed(person, now, action)
    if step.motivo:
        _legible(reason, MOST_REASON)
    refuse(reason)
    _take(connection, year, now, version, step, {})
    row = {"anio": year, "seccion": section, "n": len(now.textos), "accion": action, "a": step.a,
           "motivo": reason.strip()}  # fmt: skip
    connection.execute(insert(parrafo_paso).values(row | _signed(person)))


def _allowed(person: Person, now: Paragraph, action: str) -> Step:
    step = STEPS.get((now.estado, action))
    if step is None:
        raise ConflictError(now.seccion)
    if not puede(person, action, now.draft):
        raise ForbiddenError(action)
    return step


def _take(
    connection: Connection, year: int, now: Paragraph, version: str, step: Step,
    more: dict[str, Any],
) -> None:  # fmt: skip
    """Write the row of a paragraph only if it is still the one that was seen."""
    if version != str(now.version):
        raise ConflictError(now.seccion)
    cells = more | {"estado": step.a, "version": now.version + 1}
    if not now.version:
        row = {"anio": year, "seccion": now.seccion}
        connection.execute(insert(informe_parrafo).values(row | cells))
        return
    which = (informe_parrafo.c.anio == year, informe_parrafo.c.seccion == now.seccion,
             informe_parrafo.c.version == now.version)  # fmt: skip
    if connection.execute(update(informe_parrafo).where(*which).values(cells)).rowcount != 1:
        raise ConflictError(now.seccion)


def _legible(text: str, most: int) -> None:
    if not text.strip():
        raise ParagraphError("Escriba el texto o el motivo: está vacío.")
    if len(text) > most:
        raise ParagraphError(f"Tiene {len(text)} caracteres; caben {most}.")
    if any(unicodedata.category(sign) in ("Cc", "Cs") and sign not in _SPACE for sign in text):
        raise ParagraphError(
            "Tiene un carácter que no se ve: bórrelo, o escríbalo otra vez a mano."
        )


def _signed(person: Person) -> dict[str, Any]:
    return {"autor": person.id, "momento": datetime.now(UTC)}


def _by_section(
    connection: Connection, table: Table, order: Any, year: int
) -> dict[str, list[Any]]:
    joined = table.join(persona, persona.c.id == table.c.autor)
    line = select(table, persona.c.nombre).select_from(joined).where(table.c.anio == year)
    found: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(line.order_by(order)):
        found[row.seccion].append(row)
    return found
