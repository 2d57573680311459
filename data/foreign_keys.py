"""Follows every reference of every table: a code, each code of a list, or a whole key."""

from collections.abc import Collection, Iterator, Mapping
from operator import attrgetter

from data.faults import Fault
from data.model import TABLES, BasePerfil, Incidencia, Row

Numbered = list[tuple[int, Row]]


def faults(numbered: Mapping[str, Numbered], faulty: Collection[str]) -> list[Fault]:
    """Return what points nowhere, but not into a table that has faults of its own."""
    sound = {name for name in TABLES if f"{name}.csv" not in faulty}
    found = [_codes(numbered, sound), _keys(numbered, sound)]
    return [fault for some in [*found, _categories(numbered, sound)] for fault in some]


def _categories(numbered: Mapping[str, Numbered], sound: set[str]) -> Iterator[Fault]:
    """Give the categories of a breakdown that have no figure."""
    if "incidencia" not in sound:
        return
    columns = ("indicador", "desagregacion", "periodo", "unidad", "fuente")
    key = attrgetter(*columns)
    known = {
        (*key(row), row.categoria)
        for _, row in numbered["incidencia"]
        if isinstance(row, Incidencia)
    }
    remedy = f"copie la categoría de la fila de incidencia.csv con la misma {', '.join(columns)}"
    for line, row in numbered["bases_perfil"]:
        for name in row.values("categorias"):
            if isinstance(row, BasePerfil) and (*key(row), name) not in known:
                yield Fault("bases_perfil.csv", line, "categorias", name,
                            "no está en incidencia", remedy)  # fmt: skip


def _codes(numbered: Mapping[str, Numbered], sound: set[str]) -> Iterator[Fault]:
    known = {name: {row.identity[0] for _, row in rows} for name, rows in numbered.items()}
    for name, model in TABLES.items():
        for column, targets in model.refs.items():
            if not sound.issuperset(targets):
                continue
            reason = f"no está en {' ni en '.join(targets)}"
            remedy = f"corrija el código o añádalo a {targets[0]}.csv"
            codes = known[targets[0]].union(*(known[target] for target in targets[1:]))
            for line, row in numbered[name]:
                for value in row.values(column):
                    if value not in codes:
                        yield Fault(f"{name}.csv", line, column, value, reason, remedy)


def _keys(numbered: Mapping[str, Numbered], sound: set[str]) -> Iterator[Fault]:
    for name, model in TABLES.items():
        for target, columns in model.joins.items():
            if target not in sound:
                continue
            known = {row.identity for _, row in numbered[target]}
            remedy = f"copie esas columnas de la fila de {target}.csv"
            for line, row in numbered[name]:
                key = tuple([getattr(row, column) for column in columns])
                if key not in known:
                    shown = ",".join(map(str, key))
                    reason = f"no está en {target}"
                    yield Fault(f"{name}.csv", line, ",".join(columns), shown, reason, remedy)
