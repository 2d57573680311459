"""The whole documents: their sections in order, the free text checked, the draft mark decided."""

from data.compliance_report import (
    advances,
    closing,
    congress,
    corrected,
    front,
    lint,
    matrix,
    part_one,
    part_two,
    pending,
    reds,
    results,
    service_level,
    summary,
    tracking,
)
from data.compliance_report.blocks import Block, Free, Report
from data.compliance_report.context import Context
from data.compliance_report.free_text import FreeTexts, load
from data.compliance_report.vocabulary import say
from data.model import Ejercicio, Objetivo
from data.store import Store

REPORT, CONGRESS = "reporte", "congreso"
KINDS = (REPORT, CONGRESS)


def years(store: Store) -> tuple[int, ...]:
    """Return the years of which a report can be written: those with values that have begun."""
    return tuple(year for year in store.years if store.state(year) != "futuro")


def reason(store: Store, year: int) -> str:
    """Say why no report of a year can be written: it has not begun, has no rows, is unknown."""
    said = {row.anio: row.estado for row in store.rows(Ejercicio)}.get(year)
    return {"futuro": "future", None: "unknown"}.get(said, "empty")


def report(store: Store, year: int, texts: FreeTexts | None = None) -> Report:
    """Return the Reporte de Cumplimiento of a year."""
    context = Context(store, year, load(year) if texts is None else texts)
    blocks: list[Block] = []
    for section in (
        front, matrix, reds, summary, advances, service_level, tracking, results, pending,
        part_one, part_two,
    ):  # fmt: skip
        blocks += section.blocks(context)
    blocks += [*closing.alternatives(context), *closing.signatures(), *closing.rules()]
    return _whole(context, REPORT, blocks)


def to_congress(store: Store, year: int, texts: FreeTexts | None = None) -> Report:
    """Return the annual report to Congress of a year."""
    context = Context(store, year, load(year) if texts is None else texts)
    blocks = [*congress.blocks(context), *closing.signatures(), *closing.rules()]
    return _whole(context, CONGRESS, blocks)


def _whole(context: Context, kind: str, blocks: list[Block]) -> Report:
    checked = lint.Checked(context, tuple(blocks))
    found = tuple(checked.resolved(block) for block in blocks)
    pending_sections = tuple(b.section for b in found if isinstance(b, Free) and not b.written)
    return Report(
        context.year,
        kind,
        say(f"titulo.{kind}", anio=context.said),
        context.store.version,
        (*found, *corrected.section(context.store, found), *closing.cited(context, found)),
        not context.closed,
        pending_sections,
        tuple(map(str, (*context.texts.faults, *checked.doubts))),
    )


WRITE = {REPORT: report, CONGRESS: to_congress}


def objectives(store: Store) -> tuple[Objetivo, ...]:
    """Return the objectives of the policy, each of which has its place for a free paragraph."""
    return Context(store, store.latest, FreeTexts("", {})).objectives
