"""Which corrections speak of some rows, and what they changed in them since a version."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.model import TABLES, Correccion, Row
from data.store import Store

# A chart of a long key shows all of it but one column, which is the same for all its rows.
_LONG = 5


@dataclass(frozen=True, slots=True)
class Corrected:
    """A correction with the row that it is of, as it is today."""

    said: Correccion
    row: Row

    def of_indicator(self, code: str) -> bool:
        """Say whether the row is of an indicator."""
        model = type(self.row)
        own = model.key == ("codigo",) and self.said.tabla == "indicadores"
        return (own or "indicadores" in model.refs.get("codigo", ())) and (
            getattr(self.row, "codigo", None) == code
        )

    def changes(self, then: Store) -> list[tuple[str, Any, Any]]:
        """Return column, value then and value now of what differs from an earlier version."""
        before = then.exact(type(self.row)).get(self.row.identity)
        if before is None:
            return []
        names = (name for name in before.columns() if then.holds(self.said.tabla, name))
        pairs = ((name, getattr(before, name), getattr(self.row, name)) for name in names)
        return [(name, old, new) for name, old, new in pairs if old != new]


def corrected(store: Store) -> tuple[Corrected, ...]:
    """Return every correction of a row that there is, the latest first."""
    return store.remember("corrected", lambda: tuple(_found(store)))


def _found(store: Store) -> Iterator[Corrected]:
    rows: dict[str, dict[str, Row]] = {}
    said = sorted(store.rows(Correccion), key=lambda row: row.fecha, reverse=True)
    for correction in said:
        name = correction.tabla
        if name in TABLES and name not in rows:
            rows[name] = {row.key_text: row for row in store.tables[name]}
        if row := rows.get(name, {}).get(correction.clave):
            yield Corrected(correction, row)


def in_frame(found: Iterable[Corrected], frame: pd.DataFrame) -> list[Corrected]:
    """Return the corrections of rows that a chart shows."""
    shown = {model: _shown(frame, model) for model in {type(each.row) for each in found}}
    return [each for each in found if shown[type(each.row)](each.row)]


def _shown(frame: pd.DataFrame, model: type[Row]) -> Callable[[Row], bool]:
    """Return how it is known that a row of a table is among those that a chart shows."""
    key = [name for name in model.key if name in frame.columns]
    others = set(model.columns()) - set(model.key) - {"fuente"}
    missing = len(model.key) - len(key)
    if not key or missing > len(model.key) // _LONG or others.isdisjoint(frame.columns):
        return lambda _row: False
    known = set(zip(*(map(str, frame[name]) for name in key), strict=True))
    return lambda row: tuple(str(getattr(row, name)) for name in key) in known
