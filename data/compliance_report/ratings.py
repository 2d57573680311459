"""The assessments that the tables hold, with their origin: none is computed without a rule."""

from data.compliance_report import cells
from data.compliance_report.blocks import Block, Heading, Sentence, Words
from data.compliance_report.context import Context
from data.compliance_report.vocabulary import say
from data.model import Valoracion


def rating(context: Context, scope: str) -> Valoracion | None:
    """Return the assessment of a scope in the year."""
    return context.store.exact(Valoracion).get((context.year, scope))


def short(context: Context, scope: str) -> Words:
    """Return the level with its points, for a cell."""
    row = rating(context, scope)
    if row is None:
        return say("valoracion.ausente")
    points = cells.figure(row, "puntos", "n")
    return say("valoracion.corta", nivel=cells.quoted(row, "nivel"), puntos=points)


def blocks(context: Context, scope: str, level: int = 2) -> list[Block]:
    """Return the heading of an assessment and what is known of it."""
    row = rating(context, scope)
    said = say("valoracion.ninguna", anio=context.said) if row is None else _given(row)
    name = f"valoracion-{scope}"
    return [Heading(level, say(f"valoracion.{scope}"), f"{name}-titulo"), Sentence(said, name)]


def _given(row: Valoracion) -> Words:
    points = cells.figure(row, "puntos", "n")
    return say("valoracion.dada", nivel=cells.quoted(row, "nivel"), puntos=points)
