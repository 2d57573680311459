"""What went well by a stated rule: candidates, not judgements."""

from data.compliance_report import cells, free, ratings
from data.compliance_report.blocks import Block, Bullets, Heading, Part, Sentence, Words
from data.compliance_report.context import Context, Pair
from data.compliance_report.responsible import responsible
from data.compliance_report.vocabulary import counted, say, text
from data.model import Servicio

_MOST = 7


def blocks(context: Context) -> list[Block]:
    """Return the assessment of the policy and the candidates for good results, by their rule."""
    found = candidates(context)
    amount = cells.amount(
        [v for _, v in found], "semaforo", "cuenta", [v for _, v in context.pairs]
    )
    items = tuple(_result(context, pair) for pair in _first(found))
    return [
        *ratings.blocks(context, "politica", 1),
        free.block(context, "justificacion-politica"),
        Heading(1, say("resultados.encabezado"), "resultados"),
        Sentence(say("resultados.criterio"), "resultados-criterio"),
        Sentence(counted("resultados.lista", amount, anio=context.said), "resultados-cuantos"),
        *([Bullets(items, "resultados-lista")] if items else []),
        free.block(context, "buenos-resultados"),
    ]


def candidates(context: Context) -> list[Pair]:
    """Return the indicators of services in green without a warning, the highest advance first."""
    return [
        (row, value)
        for row, value in context.ranked(context.of_level("ISS"))
        if value.semaforo == "verde" and not context.store.warnings(row.codigo, context.year)
    ]


def _first(pairs: list[Pair]) -> list[Pair]:
    """Put the first of each objective before, and keep few."""
    heads = {row.objetivo: (row, value) for row, value in reversed(pairs)}
    ahead = [pair for pair in pairs if pair in heads.values()]
    return [*ahead, *(pair for pair in pairs if pair not in ahead)][:_MOST]


def _result(context: Context, pair: Pair) -> Words:
    row, value = pair
    service = context.store.keyed(Servicio).get(row.servicio)
    number: Part = cells.figure(service, "numero", "n") if service else text("ausencias.fila")
    return say(
        "resultados.uno",
        codigo=cells.code(row, f"/indicadores/{row.codigo}"),
        numero=number,
        quien=responsible(context, row),
        valor=cells.obtained(value, row.unidad),
        logro=cells.target(value, row.unidad),
        avance=cells.advance(value),
    )
