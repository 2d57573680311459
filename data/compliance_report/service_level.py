"""How far the services are put in practice: who is below target, who is in red."""

from data.compliance_report import cells, free, ratings, summary
from data.compliance_report.blocks import Block, Chart, Heading, Sentence, Words
from data.compliance_report.context import Context, below
from data.compliance_report.vocabulary import counted, joined, say
from data.model import Servicio


def blocks(context: Context) -> list[Block]:
    """Return the counters, the services below target and, apart, those in red."""
    short = [s for s in context.services if any(below(v) for _, v in context.of_service(s.codigo))]
    red = [s for s in context.services if _red(context, s)]
    return [
        Heading(1, say("servicios.encabezado"), "nivel-servicios"),
        Sentence(summary.bands(context, "iss", "ISS"), "nivel-servicios-bandas"),
        Chart("semaforo", context.year, say("servicios.grafico", anio=context.said)),
        Sentence(_listed(context, "bajo", short), "servicios-bajo-meta"),
        Sentence(_listed(context, "rojo", red), "servicios-rojo"),
        free.block(context, "medidas"),
        *ratings.blocks(context, "servicios"),
        free.block(context, "justificacion-servicios"),
    ]


def _red(context: Context, service: Servicio) -> bool:
    return any(value.semaforo == "rojo" for _, value in context.of_service(service.codigo))


def _listed(context: Context, key: str, rows: list[Servicio]) -> Words:
    amount = cells.amount(rows, "numero", "cuenta", context.services)
    named = joined(summary.numbers(rows))
    return counted(f"servicios.{key}", amount, lista=named, anio=context.said)
