"""What a version of the data brought, in words: for its page and for its feed."""

from components.format import count, joined
from components.texts import t
from data.publish.version_changes import Changes, Corrected

_LONGEST, _MOST = 60, 3


def summary(changes: Changes) -> str:
    """Return what a version brought in a line."""
    told = (
        (len(changes.corrected), "correction"),
        (sum(map(len, changes.added.values())), "row"),
        (len(changes.contradictions), "contradiction"),
        (len(changes.tables), "table"),
        (sum(len(names) for _, names in changes.columns), "column"),
        (sum(map(len, changes.left.values())), "left"),
    )
    parts = [count(n, t(f"novedades.{k}"), t(f"novedades.{k}s")) for n, k in told if n]
    return joined(parts)


def corrected(one: Corrected) -> str:
    """Return a correction: which row, from what to what, and why."""
    said = [
        t("corrections.change", column=name, before=_cell(old), after=_cell(new))
        for name, old, new in one.cells[:_MOST]
    ]
    more = len(one.cells) - _MOST
    said += [t("novedades.more", amount=more)] if more > 0 else []
    reason = one.reason or t("novedades.no_reason")
    return t("novedades.corrected", table=one.table, row=_cut(one.row.key_text.replace(",", ", ")),
             cells="; ".join(said), reason=reason)  # fmt: skip


def _cell(value: object) -> str:
    if value in (None, ""):
        return t("corrections.none")
    return f"«{_cut(str(value))}»"


def _cut(said: str) -> str:
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST].rsplit(' ', 1)[0]}…"


def in_order(changes: Changes) -> list[Corrected]:
    """Return the corrections, first those of figures, with their reason; texts of records last."""
    return sorted(changes.corrected, key=lambda one: (one.table == "discrepancias", not one.reason))
