"""The annual report to Congress: shorter, from the same cells and with the same sentences."""

from data.compliance_report import (
    advances,
    cells,
    free,
    front,
    reds,
    service_level,
    summary,
    tracking,
)
from data.compliance_report.blocks import Block, Heading, Row, Sentence, Table, Words
from data.compliance_report.context import Context
from data.compliance_report.vocabulary import counted, say
from data.model import AcuerdoSesion, PeriodoReporte

_AGREED = ("sesion", "acuerdo", "entidad", "plazo")
_CALENDAR = ("objetivos", "articulacion", "acciones", "recursos", "informe", "intermedia", "final")


def blocks(context: Context) -> list[Block]:
    """Return activities, advance, silent entities, agreements and measures, and the calendar."""
    return [
        Sentence(say("congreso.mandato", anio=context.said), "mandato"),
        *front.blocks(context),
        Heading(1, say("congreso.actividades"), "actividades"),
        free.block(context, "actividades"),
        *summary.blocks(context),
        *advances.blocks(context),
        *service_level.blocks(context),
        *reds.blocks(context),
        Heading(1, say("congreso.silencio"), "silencio"),
        Sentence(tracking.silent(context), "silencio-entidades"),
        *tracking.missing(context),
        *_agreements(context),
        *_calendar(context),
    ]


def _agreements(context: Context) -> list[Block]:
    rows = [row for row in context.store.rows(AcuerdoSesion) if row.fecha.year == context.year]
    amount = cells.amount(rows, "sesion", "cuenta")
    found: list[Block] = [
        Heading(1, say("congreso.acuerdos"), "acuerdos"),
        Sentence(counted("congreso.acuerdos", amount, anio=context.said), "acuerdos-cuantos"),
    ]
    if rows:
        head = tuple(say(f"congreso.{name}") for name in (*_AGREED, "estado"))
        lines = tuple(Row((*_cells(row), say(f"congreso.{row.estado}"))) for row in rows)
        found.append(Table(say("congreso.cuadro"), head, lines, "cuadro-acuerdos"))
    deed = Sentence(say("congreso.deber"), "deber")
    return [*found, deed, free.block(context, "correctivas")]


def _cells(row: AcuerdoSesion) -> tuple[Words, ...]:
    return tuple(Words((cells.quoted(row, name),)) for name in _AGREED)


def _calendar(context: Context) -> list[Block]:
    periods = context.store.rows(PeriodoReporte)
    amount = cells.amount(periods, "periodo", "cuenta")
    head = (say("congreso.que"), say("congreso.cuando"))
    rows = tuple(
        Row((say(f"congreso.{name}_que"), say(f"congreso.{name}_cuando"))) for name in _CALENDAR
    )
    return [
        Heading(1, say("congreso.calendario"), "calendario"),
        Sentence(say("congreso.calendario_nota"), "calendario-nota"),
        Table(say("congreso.calendario_cuadro"), head, rows, "cuadro-calendario"),
        Sentence(counted("congreso.periodos", amount), "periodos"),
    ]
