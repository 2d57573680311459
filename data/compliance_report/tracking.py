"""The system of follow-up: who has a figure, who has a base line, what is missing and why."""

from collections.abc import Iterator

from data.compliance_report import cells
from data.compliance_report.blocks import Block, Bullets, Heading, Sentence, Words
from data.compliance_report.context import Context
from data.compliance_report.vocabulary import counted, joined, say
from data.model import Componente, Entidad, SinReporte


def blocks(context: Context) -> list[Block]:
    """Return completeness, base lines, what is missing, silent entities, what can be redone."""
    return [
        Heading(1, say("seguimiento.encabezado"), "seguimiento"),
        Sentence(_complete(context), "completitud"),
        Sentence(_bases(context), "lineas-base"),
        *missing(context),
        Sentence(silent(context), "entidades-sin-dato"),
        *_parts(context),
    ]


def _complete(context: Context) -> Words:
    rows = [value for _, value in context.pairs]
    given = [row for row in rows if row.valor_obtenido is not None]
    amount = cells.amount(given, "valor_obtenido", "cuenta", rows)
    total = cells.amount(rows, "codigo", "cuenta")
    return say("seguimiento.completo", amount=amount, total=total, anio=context.said)


def _bases(context: Context) -> Words:
    rows = [row for row, _ in context.of_level("IOP")]
    based = [row for row in rows if row.linea_base_valor is not None]
    amount = cells.amount(based, "linea_base_valor", "cuenta", rows)
    total = cells.amount(rows, "codigo", "cuenta")
    return say("seguimiento.base", amount=amount, total=total)


def missing(context: Context) -> list[Block]:
    """Return what a source says is missing, each with its reason and what the matrix prints."""
    amount = cells.amount(context.missing, "codigo", "cuenta")
    words = counted("seguimiento.faltan", amount, anio=context.said)
    found: list[Block] = [Sentence(words, "datos-faltantes")]
    items = tuple(_missing(context, row) for row in context.missing)
    return [*found, Bullets(items, "datos-faltantes-lista")] if items else found


def _missing(context: Context, row: SinReporte) -> Words:
    value = context.value(row.codigo, context.year)
    unit = (
        context.store.indicators[row.codigo].unidad
        if row.codigo in context.store.indicators
        else "n"
    )
    return say(
        "seguimiento.falta",
        codigo=cells.quoted(row, "codigo"),
        quien=cells.quoted(row, "entidad"),
        motivo=cells.quoted(row, "motivo", row.motivo.rstrip(". ")),
        valor=cells.obtained(value, unit) if value else say("ausencias.fila"),
    )


def silent(context: Context) -> Words:
    """Say which entities have no result at all for the indicators that they answer for."""
    absent = all(value.valor_obtenido is None for _, value in context.pairs)
    if context.pairs and absent and not context.missing:
        return say("seguimiento.callados_todos", anio=context.said)
    heard = {row.responsable for row, value in context.pairs if value.valor_obtenido is not None}
    named = dict.fromkeys(
        row.responsable for row, _ in context.pairs if row.responsable not in heard
    )
    rows = [entity for name in named if (entity := context.store.entities.get(name))]
    amount = cells.amount(rows, "sigla", "cuenta", context.store.rows(Entidad)[:1])
    listed = joined(cells.quoted(row, "sigla") for row in rows)
    return counted("seguimiento.callados", amount, lista=listed, anio=context.said)


def _parts(context: Context) -> Iterator[Block]:
    """Say of how many percentages the two parts are known, and give them."""
    shares = [row for row, _ in context.pairs if row.unidad == "%"]
    if not shares:
        yield Sentence(say("seguimiento.partes_cero"), "componentes")
        return
    held = context.store.exact(Componente)
    keys = [(row.codigo, str(context.year)) for row in shares]
    rows = [held[key] for key in keys if key in held]
    total = cells.amount(shares, "unidad", "cuenta")
    amount = cells.amount(rows, "codigo", "cuenta", shares)
    words = say("seguimiento.partes", total=total, amount=amount, anio=context.said)
    yield Sentence(words, "componentes")
    if rows:
        yield Bullets(tuple(map(_part, rows)), "componentes-lista")


def _part(row: Componente) -> Words:
    return say(
        "seguimiento.parte",
        codigo=cells.quoted(row, "codigo"),
        numerador=cells.figure(row, "numerador", "n"),
        denominador=cells.figure(row, "denominador", "n"),
    )
