"""The summary: how the policy is built, who answers for it, how many are in each band."""

from collections import Counter
from collections.abc import Iterator, Sequence

from data.compliance_report import cells, free
from data.compliance_report.blocks import Block, Bullets, Heading, Ref, Sentence, Words
from data.compliance_report.context import INDEX, Context
from data.compliance_report.front import count
from data.compliance_report.vocabulary import counted, joined, say
from data.model import Row, Servicio, Valor


def blocks(context: Context) -> list[Block]:
    """Return the structure, who answers, the counters and the index."""
    return [
        Heading(1, say("resumen.encabezado"), "resumen"),
        free.block(context, "contexto"),
        Sentence(_structure(context), "estructura"),
        Bullets(tuple(_aims(context)), "objetivos"),
        *_built(context),
        *_open(context),
        Sentence(bands(context, "iop", "IOP"), "bandas-iop"),
        Sentence(bands(context, "iss", "ISS"), "bandas-iss"),
        Sentence(_index(context), "indice"),
    ]


def _structure(context: Context) -> Words:
    kinds: dict[str, Sequence[Row]] = {
        "objetivos": context.objectives,
        "lineas": context.lines,
        "servicios": context.services,
        "iop": [row for row, _ in context.of_level("IOP")],
        "iss": [row for row, _ in context.of_level("ISS")],
    }
    amounts = {name: together(name, rows) for name, rows in kinds.items()}
    return say("resumen.estructura", anio=context.said, **amounts)


def together(name: str, rows: Sequence[Row]) -> Words:
    """Return an amount of rows with its noun."""
    return counted(f"resumen.{name}", cells.amount(rows, "codigo", "cuenta"))


def _aims(context: Context) -> Iterator[Words]:
    for row in context.objectives:
        yield say("resumen.objetivo", codigo=cells.code(row), texto=cells.quoted(row, "texto"))


def _built(context: Context) -> list[Block]:
    """Say what the counts hide: lines without services, services of two indicators, who answers."""
    served = {row.lineamiento for row in context.services}
    bare = [row for row in context.lines if row.codigo not in served]
    held = Counter(row.servicio for row, _ in context.of_level("ISS"))
    double = [row for row in context.services if held[row.codigo] > 1]
    named = dict.fromkeys(row.responsable for row, _ in context.pairs)
    entities = [row for name in named if (row := context.store.entities.get(name))]
    return [
        _listed("sin_servicio", bare, [cells.code(row) for row in bare], "lineas-sin-servicio"),
        _listed("dobles", double, numbers(double), "servicios-dobles"),
        _listed("responden", entities, [cells.quoted(e, "sigla") for e in entities], "responden"),
    ]


def _listed(key: str, rows: Sequence[Row], refs: Sequence[Ref], name: str) -> Sentence:
    column = rows[0].key[0] if rows else ""
    amount = cells.amount(rows, column, "cuenta")
    return Sentence(counted(f"resumen.{key}", amount, lista=joined(refs)), name)


def numbers(services: Sequence[Servicio]) -> list[Ref]:
    """Return the numbers by which the report calls some services."""
    return [cells.figure(row, "numero", "n") for row in services]


def bands(context: Context, name: str, level: str) -> Words:
    """Return how many indicators of a level are in each band."""
    rows: list[Valor] = [value for _, value in context.of_level(level)]
    if not rows:
        return say("resumen.bandas_de_cero", nombre=_noun(name), anio=context.said)
    return say(
        "resumen.bandas",
        total=together(name, rows),
        rojo=count(rows, "rojo"),
        ambar=count(rows, "ambar"),
        verde=count(rows, "verde"),
        nd=count(rows, "sin-dato"),
    )


def _noun(name: str) -> str:
    words = together(name, ()).parts[-1]
    return words.strip() if isinstance(words, str) else words.text


def _index(context: Context) -> Words:
    row = context.advance(INDEX, context.year)
    if row is None or row.percent is None:
        return say("resumen.sin_indice", anio=context.said)
    return say("resumen.indice", indice=cells.advance(row), anio=context.said)


def _open(context: Context) -> list[Block]:
    """Say how far a year that is not closed has come."""
    if context.closed:
        return []
    rows = [value for _, value in context.pairs]
    given = [row for row in rows if row.valor_obtenido is not None]
    amount = cells.amount(given, "valor_obtenido", "cuenta", rows)
    total = cells.amount(rows, "codigo", "cuenta")
    words = say("resumen.abierto", amount=amount, anio=context.said, total=total)
    return [Sentence(words, "en-curso")]
