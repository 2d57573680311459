"""Which indicators are in force in a year, and who answers for them then."""

from collections.abc import Iterable, Mapping

from data.model import Vigencia

Spans = Mapping[str, tuple[Vigencia, ...]]


def by_code(rows: Iterable[Vigencia]) -> Spans:
    """Return the spans of each indicator, the earliest first."""
    found: dict[str, list[Vigencia]] = {}
    for row in sorted(rows, key=lambda row: row.desde):
        found.setdefault(row.codigo, []).append(row)
    return {code: tuple(spans) for code, spans in found.items()}


def in_force(spans: Spans, year: int) -> frozenset[str]:
    """Return the codes that are in force in a year."""
    return frozenset(code for code, held in spans.items() if any(s.holds(year) for s in held))


def responsible(spans: Spans, code: str, year: int) -> str:
    """Return who answers in a year; out of force, who did last before or first after."""
    held = spans.get(code, ())
    begun = [span for span in held if span.desde <= year] or list(held[:1])
    return begun[-1].entidad if begun else ""
