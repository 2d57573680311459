"""The red rows: a sentence for each, and what the sources say of it."""

from collections.abc import Sequence

from data.compliance_report import cells
from data.compliance_report.blocks import Block, Citation, Heading, Part, Sentence, Words
from data.compliance_report.context import Context, Pair, below, met
from data.compliance_report.responsible import responsible
from data.compliance_report.vocabulary import counted, joined, say, text
from data.model import Avance, Servicio, Valor

# The warnings that are of what was obtained, not of the target that somebody set.
_OF_THE_RESULT = ("porcentaje-imposible", "salto")


def blocks(context: Context) -> list[Block]:
    """Return the objectives and the indicators in red, each with its target."""
    pairs = list(context.in_band(context.pairs, "rojo"))
    amount = cells.amount([v for _, v in pairs], "semaforo", "cuenta-banda", _all(context))
    head: list[Block] = [
        Heading(1, say("rojos.encabezado"), "rojos"),
        Sentence(_objectives(context), "rojos-objetivos"),
        Sentence(
            Words(
                (
                    *counted("rojos.indicadores", amount, anio=context.said).parts,
                    *unknown(_all(context)).parts,
                )
            ),
            "rojos-cuantos",
        ),
    ]
    for pair in pairs:
        head.append(Sentence(red(context, pair), f"rojo-{pair[0].codigo}"))
        head += told(context, pair)
    return head


def _all(context: Context) -> list[Valor]:
    return [value for _, value in context.pairs]


def _objectives(context: Context) -> Words:
    rows = [context.advance(row.codigo, context.year) for row in context.objectives]
    held = [row for row in rows if row]
    reds = [row for row in held if row.semaforo == "rojo"]
    amount = cells.amount(reds, "semaforo", "cuenta-banda", held)
    listed = joined(
        Words((cells.quoted(r, "codigo"), " (", cells.advance(r, inside=True), ")")) for r in reds
    )
    told = counted("rojos.objetivos", amount, anio=context.said, lista=listed)
    return Words((*told.parts, *unknown(held).parts))


def unknown(rows: Sequence[Valor | Avance]) -> Words:
    """Say of how many rows no advance is known, so that none in red is not read as none bad."""
    absent = [row for row in rows if row.percent is None]
    return counted("rojos.sin_avance", cells.amount(absent, "semaforo", "cuenta", rows))


def red(context: Context, pair: Pair) -> Words:
    """Return the sentence of a red indicator: who answers, its advance, its target."""
    row, value = pair
    service = context.store.keyed(Servicio).get(row.servicio)
    given: dict[str, Part | Words] = {
        "codigo": cells.code(row, f"/indicadores/{row.codigo}"),
        "quien": responsible(context, row),
        "avance": cells.advance(value),
        "meta": target(context, pair),
    }
    if service is None:
        return say("rojos.objetivo", **given)
    return say("rojos.servicio", numero=number(service), **given)


def number(service: Servicio) -> Part:
    """Return the number by which the report calls a service."""
    return cells.figure(service, "numero", "n")


def target(context: Context, pair: Pair) -> Words:
    """Say whether a target was reached, or that nobody can say."""
    row, value = pair
    key = "no_cumple" if below(value) else "cumple" if met(value) else "sin_meta"
    return say(
        f"rojos.{key}",
        anio=context.said,
        valor=cells.obtained(value, row.unidad),
        logro=cells.target(value, row.unidad),
    )


def verdict(context: Context, pair: Pair) -> Words:
    """Say in short whether a target was reached, and what makes its result doubtful."""
    said = say(f"rojos.corto_{'no_cumple' if below(pair[1]) else 'cumple'}", anio=context.said)
    names = [
        name
        for name in context.store.warnings(pair[0].codigo, context.year)
        if name in _OF_THE_RESULT
    ]
    if not names:
        return said
    told = "; ".join(text(f"advertencias.{name}") for name in names)
    return Words((*said.parts, " ", *say("rojos.aviso", lista=told).parts))


def told(context: Context, pair: Pair) -> list[Block]:
    """Give what the sources say of a result, and what helps to read it."""
    code = pair[0].codigo
    said = [(row.clase, cells.quoted(row, "texto")) for row in context.explained(code)]
    missing = [cells.quoted(row, "motivo") for row in context.missing if row.codigo == code]
    items = [
        # The context is what helps to read a figure, in our words; all else is the report's.
        *(
            say(f"rojos.{'contexto' if kind == 'contexto' else 'dice'}", texto=ref)
            for kind, ref in said
        ),
        *(say("rojos.falta", texto=ref) for ref in missing),
    ]
    return [Citation(words) for words in items]
