"""What is pending: the red, who changed, what warns, what was agreed and is overdue."""

from collections.abc import Iterator

from data.compliance_report import cells, free
from data.compliance_report.blocks import Block, Bullets, Heading, Sentence, Words
from data.compliance_report.context import Context
from data.compliance_report.vocabulary import counted, joined, say, text
from data.model import AcuerdoSesion, Row


def blocks(context: Context) -> list[Block]:
    """Return the red, the changes of who answers, the warnings and the overdue agreements."""
    return [
        Heading(1, say("pendientes.encabezado"), "pendientes"),
        Sentence(_reds(context), "pendientes-rojos"),
        *_listed("traslados", list(_moves(context))),
        *_listed("advertencias", list(_warned(context))),
        *_listed("acuerdos", list(_overdue(context))),
        free.block(context, "temas-pendientes"),
    ]


def _reds(context: Context) -> Words:
    pairs = list(context.in_band(context.pairs, "rojo"))
    amount = cells.amount(
        [v for _, v in pairs], "semaforo", "cuenta", [v for _, v in context.pairs]
    )
    return counted("pendientes.rojos", amount, lista=joined(cells.code(r) for r, _ in pairs))


def _listed(many: str, found: list[tuple[Row, Words]]) -> list[Block]:
    rows = [row for row, _ in found]
    amount = cells.amount(rows, rows[0].key[0] if rows else "", "cuenta")
    head = Sentence(counted(f"pendientes.{many}", amount), f"pendientes-{many}")
    items = tuple(words for _, words in found)
    return [head, Bullets(items, f"pendientes-{many}-lista")] if items else [head]


def _moves(context: Context) -> Iterator[tuple[Row, Words]]:
    for row, _ in context.pairs:
        for told in context.explained(row.codigo):
            if told.clase == "traslado" and told.entidad:
                yield (
                    told,
                    say(
                        "pendientes.traslado",
                        codigo=cells.quoted(told, "codigo"),
                        quien=context.initials(row),
                        nuevo=cells.quoted(told, "entidad"),
                    ),
                )


def _warned(context: Context) -> Iterator[tuple[Row, Words]]:
    for row, value in context.pairs:
        names = context.store.warnings(row.codigo, context.year)
        if names:
            yield (
                value,
                say(
                    "pendientes.advertencia",
                    codigo=cells.code(row),
                    valor=cells.obtained(value, row.unidad),
                    logro=cells.target(value, row.unidad),
                    lista="; ".join(text(f"advertencias.{name}") for name in names),
                ),
            )


def _overdue(context: Context) -> Iterator[tuple[Row, Words]]:
    for row in context.store.rows(AcuerdoSesion):
        if row.fecha.year <= context.year and row.overdue(context.store.cutoff):
            yield (
                row,
                say(
                    "pendientes.acuerdo",
                    acuerdo=cells.quoted(row, "acuerdo"),
                    quien=cells.quoted(row, "entidad"),
                    plazo=cells.quoted(row, "plazo"),
                ),
            )
