"""Part II: each service, with what its indicators reached, in the order of the policy."""

from collections.abc import Iterator

from data.compliance_report import cells
from data.compliance_report.blocks import Block, Heading, Sentence, Words
from data.compliance_report.context import Context
from data.compliance_report.part_one import described, since
from data.compliance_report.reds import told
from data.compliance_report.source_figures import figures
from data.compliance_report.vocabulary import joined, say
from data.model import Objetivo, Servicio, Valor


def blocks(context: Context) -> list[Block]:
    """Return the services of each objective: their order by advance, then each of them."""
    found: list[Block] = [Heading(1, say("dos.encabezado"), "parte-dos")]
    for aim in context.objectives:
        named = say("uno.titulo", codigo=cells.code(aim), texto=cells.quoted(aim, "texto"))
        found.append(Heading(2, named, f"dos-{aim.codigo}"))
        found.append(Sentence(_order(context, aim), f"orden-{aim.codigo}"))
        for service in (row for row in context.services if row.objetivo == aim.codigo):
            found += _service(context, service)
    return found


def ordered(context: Context, aim: Objetivo) -> list[tuple[Servicio, Valor]]:
    """Return the services of an objective with their highest advance, the highest first."""
    best: dict[str | None, Valor] = {}
    for row, value in context.ranked(context.of_objective(aim.codigo, "ISS")):
        best.setdefault(row.servicio, value)
    held = {row.codigo: row for row in context.services}
    return [(held[code], value) for code, value in best.items() if code in held]


def _order(context: Context, aim: Objetivo) -> Words:
    places = [
        say(
            "dos.lugar",
            numero=cells.figure(service, "numero", "n"),
            avance=cells.advance(value, inside=True),
        )
        for service, value in ordered(context, aim)
    ]
    if not places:
        return say("dos.sin_orden", codigo=cells.code(aim), anio=context.said)
    return say("dos.orden", anio=context.said, lista=joined(places))


def _service(context: Context, service: Servicio) -> Iterator[Block]:
    number = cells.figure(service, "numero", "n")
    named = say("dos.titulo", numero=number, nombre=cells.quoted(service, "nombre"))
    yield Heading(3, named, f"servicio-{service.codigo}")
    pairs = context.of_service(service.codigo)
    if not pairs:
        said = say("dos.sin_indicador", anio=context.said)
        yield Sentence(said, f"servicio-{service.codigo}-vacio")
    for pair in pairs:
        yield Sentence(described(context, pair), f"dos-{pair[0].codigo}")
        yield from since(context, pair, f"dos-{pair[0].codigo}-primero")
        # What is said of the red ones stands with them.
        if pair[1].semaforo != "rojo":
            yield from told(context, pair)
    codes = (service.codigo, *(row.codigo for row, _ in pairs))
    yield from figures(context, service.codigo, codes)
