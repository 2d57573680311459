"""What changed from one version of the data to the next: tables, columns, rows, corrections."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from data.model import TABLES, Correccion, Discrepancia, Row
from data.publish import published
from data.store import Store

# What tells of changes is no change itself, and what a search reads is no figure.
_BESIDE = frozenset({"correcciones", "fuentes"})
Cells = tuple[tuple[str, Any, Any], ...]


@dataclass(frozen=True, slots=True)
class Corrected:
    """A row that says something else than before, with the reason where one was given."""

    table: str
    row: Row
    cells: Cells
    reason: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Changes:
    """What a version brought; `added` and `left` are rows by the name of their table."""

    version: str
    before: str
    tables: tuple[str, ...] = ()
    columns: tuple[tuple[str, tuple[str, ...]], ...] = ()
    corrected: tuple[Corrected, ...] = ()
    added: dict[str, tuple[Row, ...]] = field(default_factory=dict)
    left: dict[str, tuple[Row, ...]] = field(default_factory=dict)

    @property
    def contradictions(self) -> tuple[Discrepancia, ...]:
        """Return the contradictions that were added, observations left out."""
        rows = self.added.get("discrepancias", ())
        return tuple(row for row in rows if isinstance(row, Discrepancia) and row.counts)

    @property
    def nothing(self) -> bool:
        """Say whether nothing changed that can be told."""
        return not (self.tables or self.columns or self.corrected or self.added or self.left)


def between(before: Store, now: Store) -> Changes:
    """Return what changed from some data to the next, over what both of them hold."""
    held = [name for name in TABLES if published.called(now, name)]
    kept = [name for name in held if published.called(before, name)]
    compared = [name for name in kept if name not in _BESIDE]
    return Changes(
        now.version, before.version,
        tables=tuple(name for name in held if name not in kept),
        columns=tuple(_columns(before, now, kept)),
        corrected=tuple(one for name in compared for one in _corrected(before, now, name)),
        added=_others(now, before, compared),
        left=_others(before, now, compared),
    )  # fmt: skip


def _names(store: Store, table: str) -> list[str]:
    resource = published.resource(store, published.called(store, table))
    return [name for name, _, _ in published.columns(resource)]


def _columns(before: Store, now: Store, tables: list[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for table in tables:
        had = set(_names(before, table))
        new = tuple(name for name in _names(now, table) if name not in had)
        if new:
            yield table, new


def _others(one: Store, other: Store, tables: list[str]) -> dict[str, tuple[Row, ...]]:
    """Return the rows that some data have and other data have not, by their whole key."""
    found = {}
    for table in tables:
        known = other.exact(TABLES[table])
        rows = tuple(r for key, r in one.exact(TABLES[table]).items() if key not in known)
        if rows:
            found[table] = rows
    return found


def _corrected(before: Store, now: Store, table: str) -> Iterator[Corrected]:
    model = TABLES[table]
    both = set(_names(before, table)) & set(_names(now, table)) - set(model.derived)
    then, reasons = before.exact(model), _reasons(now, table)
    for key, row in now.exact(model).items():
        old = then.get(key)
        if old is None or old == row:
            continue
        cells = tuple(
            (name, getattr(old, name), getattr(row, name))
            for name in model.columns()
            if name in both and getattr(old, name) != getattr(row, name)
        )
        if cells:
            why = reasons.get(row.key_text)
            yield Corrected(
                table, row, cells, why.motivo if why else "", (why and why.url) or ""
            )  # fmt: skip


def _reasons(now: Store, table: str) -> dict[str, Correccion]:
    """Return the last reason that was given for each row of a table."""
    found = now.by(Correccion, "tabla").get((table,), ())
    return {row.clave: row for row in sorted(found, key=lambda one: one.fecha)}
