"""The checks of a report (V01 to V20): one table, each a pure function of what was typed."""

from collections.abc import Iterable

from data.registro.checks import (
    answerable,
    facts,
    halves,
    parts,
    reconciliation,
    state,
    targets,
    trend,
    units,
    victims,
    wording,
)
from data.registro.checks.findings import Check, Finding
from data.registro.entry import Entry, Known

RULES: dict[str, tuple[Check, ...]] = {
    "V01": (parts.whole,),
    "V02": (parts.executed,),
    "V03": (parts.arithmetic, parts.complete),
    "V04": (state.state,),
    "V05": (trend.jump,),
    "V06": (trend.accumulated,),
    "V07": (targets.target,),
    "V08": (trend.overshoot,),
    "V09": (units.unit,),
    "V10": (parts.universe,),
    "V11": (reconciliation.reconciled,),
    "V12": (wording.unknown_figures,),
    "V13": (facts.listed,),
    "V14": (facts.repeated,),
    "V15": (answerable.in_force,),
    "V16": (answerable.evidence,),
    "V17": (victims.private,),
    "V18": (facts.broken_down,),
    "V19": (wording.claims,),
    "V20": (halves.year,),
}


def check(entry: Entry, known: Known) -> tuple[Finding, ...]:
    """Return every finding of a report, in the order of the rules."""
    checks = [one for rule in RULES.values() for one in rule]
    return tuple(finding for one in checks for finding in one(entry, known))


def obstacles(found: Iterable[Finding], entry: Entry) -> tuple[Finding, ...]:
    """Return what keeps a report from being sent: what blocks, and what nobody explained."""
    return tuple(
        one
        for one in found
        if one.severidad == "bloquea"
        or (one.severidad == "explica" and not entry.explicaciones.get(one.regla, "").strip())
    )
