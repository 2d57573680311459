"""How far the services are put in practice: who is below target, who is in red."""

from collections.abc import Callable

from data.compliance_report import cells, free, ratings, summary
from data.compliance_report.blocks import Block, Chart, Heading, Sentence, Words
from data.compliance_report.context import Context, below, met
from data.compliance_report.vocabulary import counted, joined, say
from data.model import Servicio, Valor


def blocks(context: Context) -> list[Block]:
    """Return the counters, the services below target and, apart, those in red."""
    short = [s for s in context.services if _any(context, s, below)]
    red = [s for s in context.services if _any(context, s, lambda v: v.semaforo == "rojo")]
    return [
        Heading(1, say("servicios.encabezado"), "nivel-servicios"),
        Sentence(summary.bands(context, "iss", "ISS"), "nivel-servicios-bandas"),
        Chart("semaforo", context.year, say("servicios.grafico", anio=context.said)),
        Sentence(_with(_listed(context, "bajo", short), _unjudged(context)), "servicios-bajo-meta"),
        Sentence(_with(_listed(context, "rojo", red), _unmeasured(context)), "servicios-rojo"),
        free.block(context, "medidas"),
        *ratings.blocks(context, "servicios"),
        free.block(context, "justificacion-servicios"),
    ]


def _with(words: Words, more: Words) -> Words:
    return Words((*words.parts, *more.parts))


def _unjudged(context: Context) -> Words:
    """Say of how many services no indicator has both a result and a target."""

    def judged(value: Valor) -> bool:
        return below(value) or met(value)

    rows = [s for s in context.services if not _any(context, s, judged)]
    return counted("servicios.bajo_sin_juicio", cells.amount(rows, "numero", "cuenta"))


def _unmeasured(context: Context) -> Words:
    """Say of how many services no indicator has an advance."""
    rows = [s for s in context.services if not _any(context, s, lambda v: v.percent is not None)]
    return counted("rojos.sin_avance", cells.amount(rows, "numero", "cuenta"))


def _any(context: Context, service: Servicio, holds: Callable[[Valor], bool]) -> bool:
    return any(holds(value) for _, value in context.of_service(service.codigo))


def _listed(context: Context, key: str, rows: list[Servicio]) -> Words:
    amount = cells.amount(rows, "numero", "cuenta", context.services)
    named = joined(summary.numbers(rows))
    return counted(f"servicios.{key}", amount, lista=named, anio=context.said)
