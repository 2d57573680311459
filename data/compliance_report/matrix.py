"""The matrix of indicators: base line, targets and results of each year, advance."""

from collections import Counter
from collections.abc import Iterator

from data.compliance_report import cells, front
from data.compliance_report.blocks import Block, Heading, Ref, Row, Sentence, Table, Words
from data.compliance_report.context import INDEX, Context, Pair
from data.compliance_report.vocabulary import joined, say, text
from data.model import Avance, Lineamiento, Objetivo, Servicio, Valor

_LEFT = ("codigo", "nombre", "responsable", "tipo")
_RIGHT = ("publicado", "calculado", "banda")


def blocks(context: Context) -> list[Block]:
    """Return the counters and the matrix; what all its rows share is said once."""
    head: list[Block] = [
        Heading(1, say("matriz.encabezado"), "matriz"),
        front.counters(context),
    ]
    if not context.pairs:
        return [*head, Sentence(say("nota.sin_indicadores", anio=context.said), "matriz-vacia")]
    return [
        *head,
        Sentence(_directions(context), "matriz-sentido"),
        Sentence(say("matriz.decimales"), "matriz-decimales"),
        _table(context),
    ]


def _directions(context: Context) -> Words:
    kinds = Counter((row.sentido, row.agregacion) for row, _ in context.pairs)
    parts = []
    for (direction, aggregation), _ in kinds.most_common():
        rows = [
            r for r, _ in context.pairs if (r.sentido, r.agregacion) == (direction, aggregation)
        ]
        amount = cells.amount(rows, "sentido", "cuenta")
        parts.append(
            say(
                "matriz.sentido_de",
                sentido=cells.quoted(rows[0], "sentido"),
                agregacion=cells.quoted(rows[0], "agregacion"),
                amount=amount,
            )
        )
    return say("matriz.sentido", lista=joined(parts))


def _table(context: Context) -> Table:
    years = context.years
    head = (
        *(say(f"matriz.{name}") for name in (*_LEFT, "base_anio", "base_valor")),
        *(say("matriz.logro", anio=context.when(year)) for year in years),
        *(say("matriz.obtenido", anio=context.when(year)) for year in years),
        *(say(f"matriz.{name}") for name in _RIGHT),
    )
    rows = tuple(_rows(context))
    numeric = tuple(range(len(_LEFT), len(head) - 1))
    each = (*(11, 26, 10, 7, 5, 6), *(6 for _ in years), *(6 for _ in years), 7, 7, 6)
    return Table(say("matriz.cuadro"), head, rows, "cuadro-matriz", numeric, True, each)


def _rows(context: Context) -> Iterator[Row]:
    middle = 2 * len(context.years) + 2 + len(_LEFT) - 1
    for aim in context.objectives:
        reached = context.advance(aim.codigo, context.year)
        yield _group(aim, "texto", middle if reached else middle + 3, reached)
        for pair in context.of_objective(aim.codigo, "IOP"):
            yield _indicator(context, pair)
        for line in (row for row in context.lines if row.objetivo == aim.codigo):
            yield _group(line, "nombre", middle + 3, None)
            for service in (s for s in context.services if s.lineamiento == line.codigo):
                yield _group(service, "nombre", middle + 3, None)
                for pair in context.of_service(service.codigo):
                    yield _indicator(context, pair)
    if row := context.advance(INDEX, context.year):
        named = Words((Ref(row.codigo, (cells.cell(row, "codigo"),), sources=cells.sources(row)),))
        yield Row((named, say("matriz.indice"), *_right(row)), (1, middle, 1, 1, 1), True)


def _group(
    row: Objetivo | Lineamiento | Servicio, column: str, middle: int, advance: Avance | None
) -> Row:
    """Return the row of an objective, a lineamiento or a service, over those that belong to it."""
    left = (Words((cells.code(row),)), Words((cells.quoted(row, column),)))
    if advance is None:
        return Row(left, (1, middle), True)
    return Row((*left, *_right(advance)), (1, middle, 1, 1, 1), True)


def _indicator(context: Context, pair: Pair) -> Row:
    row, value = pair
    values = [context.value(row.codigo, year) for year in context.years]
    kind = cells.quoted(row, "tipo") if row.tipo else text("matriz.vacio")
    parts: list[Ref | str] = [
        cells.code(row, f"/indicadores/{row.codigo}"),
        cells.quoted(row, "nombre"),
        context.initials(row),
        kind,
        Ref(str(row.linea_base_anio), (cells.cell(row, "linea_base_anio"),),
            sources=cells.sources(row), value=row.linea_base_anio),
        cells.base(row),
        *(cells.target(each, row.unidad) if each else text("ausencias.fila") for each in values),
        *(cells.obtained(each, row.unidad) if each else text("ausencias.fila") for each in values),
    ]  # fmt: skip
    return Row((*(Words((part,)) for part in parts), *_right(value)))


def _right(row: Valor | Avance) -> tuple[Words, ...]:
    printed = (cells.bare(row, "avance_publicado"), cells.bare(row, "avance_calculado"))
    return (*(Words((ref,)) for ref in printed), Words((cells.band(row),)))
