"""The advance of the objectives, against the year before: from where to where, who leads."""

from collections.abc import Iterator
from decimal import Decimal

from data.compliance_report import cells, free, ratings
from data.compliance_report.blocks import (
    Block,
    Chart,
    Heading,
    Part,
    Row,
    Sentence,
    Table,
    Words,
)
from data.compliance_report.context import Context, below, met
from data.compliance_report.vocabulary import counted, joined, say
from data.model import Avance, Objetivo


def blocks(context: Context) -> list[Block]:
    """Return the table of both years, a sentence for each objective, and who leads."""
    return [
        Heading(1, say("objetivos.encabezado"), "avance"),
        _table(context),
        Chart("objetivos", context.year, say("objetivos.grafico", anio=context.said)),
        *_each(context),
        *_leading(context),
        free.block(context, "interpretacion"),
        *ratings.blocks(context, "objetivos"),
        free.block(context, "justificacion-objetivos"),
    ]


def _before(context: Context) -> int | None:
    return context.year - 1 if context.year - 1 in context.store.years else None


def _table(context: Context) -> Table:
    before = _before(context)
    years = [year for year in (before, context.year) if year]
    head = (
        say("objetivos.objetivo"),
        *(say("objetivos.columna", anio=context.when(year)) for year in years),
    )
    rows = tuple(
        Row((Words((cells.code(aim),)), *(_reached(context, aim.codigo, y) for y in years)))
        for aim in context.objectives
    )
    numeric = tuple(range(1, len(head)))
    return Table(say("objetivos.cuadro"), head, rows, "cuadro-avance", numeric)


def _reached(context: Context, code: str, year: int) -> Words:
    row = context.advance(code, year)
    return Words((cells.advance(row),)) if row else say("ausencias.avance")


def _each(context: Context) -> Iterator[Block]:
    for aim in context.objectives:
        parts = (*moved(context, aim).parts, " ", *_targets(context, aim).parts)
        yield Sentence(Words(parts), f"pasa-{aim.codigo}")


def moved(context: Context, aim: Objetivo) -> Words:
    """Say from where to where an objective went, or why nobody can say."""
    now = context.advance(aim.codigo, context.year)
    said: dict[str, Part] = {"codigo": cells.code(aim), "anio": context.said}
    if now is None or now.percent is None:
        return say("objetivos.ausente", **said)
    said["ahora"] = cells.advance(now)
    before = _before(context)
    if before is None:
        return say("objetivos.primero", **said)
    said["anio_antes"] = context.when(before)
    then = context.advance(aim.codigo, before)
    if then is None or then.percent is None:
        return say("objetivos.solo", **said)
    return say(f"objetivos.{_direction(then, now)}", antes=cells.advance(then), **said)


def _direction(then: Avance, now: Avance) -> str:
    """Return the word of the change between two advances, as they are printed.

    One that is published and one that is computed are compared only if both computed ones agree.
    """
    printed = _change(cells.shown(then), cells.shown(now))
    if then.computed == now.computed:
        return printed
    ours = (then.avance_calculado, now.avance_calculado)
    return printed if _change(*ours) == printed else "mixto"


def _change(before: Decimal | None, after: Decimal | None) -> str:
    if before is None or after is None:
        return "mixto"
    return "igual" if before == after else "sube" if before < after else "baja"


def _targets(context: Context, aim: Objetivo) -> Words:
    rows = [value for _, value in context.of_objective(aim.codigo, "IOP")]
    judged = [row for row in rows if below(row) or met(row)]
    if not judged:
        return say("objetivos.metas_nada", anio=context.said)
    amount = cells.amount([r for r in judged if below(r)], "valor_obtenido", "cuenta", judged)
    total = cells.amount(judged, "codigo", "cuenta")
    return counted("objetivos.metas", amount, total=total, anio=context.said)


def _leading(context: Context) -> list[Block]:
    found = (context.advance(row.codigo, context.year) for row in context.objectives)
    rows = [row for row in found if row and row.percent is not None]
    if not rows:
        return []
    top = max(cells.shown(row) for row in rows)
    first = [row for row in rows if cells.shown(row) == top]
    named = joined(cells.quoted(row, "codigo") for row in first)
    key = "objetivos.lider" if len(first) == 1 else "objetivos.lideres"
    words = say(key, lista=named, avance=cells.advance(first[0]), anio=context.said)
    return [Sentence(words, "lider")]
