"""Follows every reference of every table: a code, each code of a list, or a whole key."""

from collections.abc import Collection, Iterator, Mapping

from data.faults import Fault
from data.model import TABLES, Row

Numbered = list[tuple[int, Row]]


def faults(numbered: Mapping[str, Numbered], faulty: Collection[str]) -> list[Fault]:
    """Return what points nowhere, but not into a table that has faults of its own."""
    sound = {name for name in TABLES if f"{name}.csv" not in faulty}
    return [*_codes(numbered, sound), *_keys(numbered, sound)]


def _codes(numbered: Mapping[str, Numbered], sound: set[str]) -> Iterator[Fault]:
    known = {name: {row.identity[0] for _, row in rows} for name, rows in numbered.items()}
    for name, model in TABLES.items():
        for column, targets in model.refs.items():
            if not sound.issuperset(targets):
                continue
            reason = f"no está en {' ni en '.join(targets)}"
            remedy = f"corrija el código o añádalo a {targets[0]}.csv"
            for line, row in numbered[name]:
                for value in row.values(column):
                    if not any(value in known[target] for target in targets):
                        yield Fault(f"{name}.csv", line, column, value, reason, remedy)


def _keys(numbered: Mapping[str, Numbered], sound: set[str]) -> Iterator[Fault]:
    for name, model in TABLES.items():
        for target, columns in model.joins.items():
            if target not in sound:
                continue
            known = {row.identity for _, row in numbered[target]}
            remedy = f"copie esas columnas de la fila de {target}.csv"
            for line, row in numbered[name]:
                key = tuple(getattr(row, column) for column in columns)
                if key not in known:
                    shown = ",".join(map(str, key))
                    reason = f"no está en {target}"
                    yield Fault(f"{name}.csv", line, ",".join(columns), shown, reason, remedy)
