"""Part I: each priority objective, its indicators over three years, and what they reached."""

from collections.abc import Iterator

from data.compliance_report import advances, cells, free
from data.compliance_report.blocks import Block, Heading, Part, Row, Sentence, Table, Words
from data.compliance_report.context import Context, Pair
from data.compliance_report.reds import verdict
from data.compliance_report.responsible import responsible
from data.compliance_report.source_figures import figures
from data.compliance_report.vocabulary import say, text
from data.model import Objetivo, Valor

_YEARS = 3


def blocks(context: Context) -> list[Block]:
    """Return a section for each priority objective."""
    found: list[Block] = [Heading(1, say("uno.encabezado"), "parte-uno")]
    for aim in context.objectives:
        found += _objective(context, aim)
    return found


def _objective(context: Context, aim: Objetivo) -> Iterator[Block]:
    pairs = context.of_objective(aim.codigo, "IOP")
    named = say("uno.titulo", codigo=cells.code(aim), texto=cells.quoted(aim, "texto"))
    yield Heading(2, named, f"uno-{aim.codigo}")
    if not pairs:
        yield Sentence(say("uno.vacio", anio=context.said), f"uno-{aim.codigo}-vacio")
        return
    yield Sentence(advances.moved(context, aim), f"uno-{aim.codigo}-pasa")
    yield _table(context, aim, pairs)
    for pair in pairs:
        yield Sentence(described(context, pair), f"uno-{pair[0].codigo}")
        yield from since(context, pair, f"uno-{pair[0].codigo}-primero")
        yield from figures(context, pair[0].codigo, (pair[0].codigo,))
    yield free.block(context, free.aim(aim.codigo))


def described(context: Context, pair: Pair) -> Words:
    """Say what an indicator is, who answers for it, what it reached, and whether it met it."""
    row, _ = pair
    named = say(
        "uno.nombre",
        codigo=cells.code(row, f"/indicadores/{row.codigo}"),
        quien=responsible(context, row),
        nombre=cells.quoted(row, "nombre", row.nombre.rstrip(". ")),
    )
    parts = (*named.parts, " ", *reached(context, pair).parts)
    if pair[1].percent is not None:
        parts = (*parts, " ", *verdict(context, pair).parts)
    return Words(parts)


def reached(context: Context, pair: Pair) -> Words:
    """Say what was reached in the year against its target, or what of the two is absent."""
    row, value = pair
    given: dict[str, Part] = {
        "anio": context.said,
        "valor": cells.obtained(value, row.unidad),
        "logro": cells.target(value, row.unidad),
    }
    if value.valor_obtenido is None:
        return say("dos.sin_valor", **given)
    if value.percent is None:
        return say("dos.sin_avance", **given)
    return say("dos.resultado", avance=cells.advance(value), banda=cells.band(value), **given)


def since(context: Context, pair: Pair, name: str) -> Iterator[Block]:
    """Compare a result with the first one of the tables; nothing where there is no result."""
    row, value = pair
    first = context.first(row.codigo)
    if value.valor_obtenido is None:
        return
    if first is None:
        yield Sentence(say("uno.unico"), name)
        return
    words = say(
        "uno.primero",
        valor=cells.obtained(first, row.unidad),
        anio=context.when(first.anio),
        cambio=say(f"uno.{_change(first, value)}"),
    )
    yield Sentence(words, name)


def _change(first: Valor, last: Valor) -> str:
    before, after = first.valor_obtenido, last.valor_obtenido
    if before is None or after is None or before == after:
        return "igual"
    return "sube" if before < after else "baja"


def _table(context: Context, aim: Objetivo, pairs: tuple[Pair, ...]) -> Table:
    years = context.years[-_YEARS:]
    head = (
        say("uno.indicador"),
        *(say("matriz.logro", anio=context.when(year)) for year in years),
        *(say("matriz.obtenido", anio=context.when(year)) for year in years),
        say("objetivos.columna", anio=context.said),
    )
    rows = tuple(_row(context, pair, years) for pair in pairs)
    caption = say("uno.cuadro", codigo=cells.code(aim))
    return Table(caption, head, rows, f"cuadro-{aim.codigo}", tuple(range(1, len(head))))


def _row(context: Context, pair: Pair, years: tuple[int, ...]) -> Row:
    row, value = pair
    values = [context.value(row.codigo, year) for year in years]
    parts: list[Part] = [
        cells.code(row),
        *(cells.target(each, row.unidad) if each else text("ausencias.fila") for each in values),
        *(cells.obtained(each, row.unidad) if each else text("ausencias.fila") for each in values),
        cells.advance(value),
    ]
    return Row(tuple(Words((part,)) for part in parts))
