"""Recomputes what can be recomputed and holds it against the tables and the report."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from data.faults import DERIVED, Fault
from data.model import Avance, Row, Valor
from data.rules import progress

Numbered = Mapping[str, list[tuple[int, Row]]]
INDEX = "IG"


def faults(numbered: Numbered) -> list[Fault]:
    """Return the computed cells of the tables that do not follow the rules."""
    return [*_values(numbered["valores"]), *_objectives(numbered), *_missing(numbered)]


def _values(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    for line, row in rows:
        if isinstance(row, Valor):
            computed = progress.advance(row.valor_obtenido, row.logro_esperado)
            yield from _compare("valores.csv", line, row, computed)


def _objectives(numbered: Numbered) -> Iterator[Fault]:
    values = [row for _, row in numbered["valores"] if isinstance(row, Valor)]
    for line, row in numbered["avances"]:
        if not isinstance(row, Avance):
            continue
        exact = objective_advance(values, row.codigo, row.anio)
        yield from _compare("avances.csv", line, row, progress.one_decimal(exact))
        if exact is None and row.avance_publicado is not None:
            reason = "a un indicador de objetivo que rige le falta su cifra: no hay promedio"
            remedy = "deje la celda vacía y pase la cifra a otros_avances.csv"
            yield Fault("avances.csv", line, "avance_publicado", row.avance_publicado, reason,
                        remedy)  # fmt: skip


def _missing(numbered: Numbered) -> Iterator[Fault]:
    """Give the advances without a row, in the years that have values."""
    values = [row for _, row in numbered["valores"] if isinstance(row, Valor)]
    present = {row.identity for _, row in numbered["avances"]}
    end = max((line for line, _ in numbered["avances"]), default=1)
    for code, year in averaged(values):
        if (code, year) not in present:
            yield Fault("avances.csv", end, "codigo,anio", f"{code},{year}", "falta la fila",
                        DERIVED)  # fmt: skip


def averaged(values: Iterable[Valor]) -> list[tuple[str, int]]:
    """Return the objectives, and the index, of each year with values: what has an advance."""
    pairs = {(row.codigo[1:6], row.anio) for row in values if row.codigo.startswith("IOP")}
    return sorted(pairs) + sorted({(INDEX, year) for _, year in pairs})


def index_with(values: list[Valor], year: int, instead: Mapping[str, Decimal]) -> Decimal | None:
    """Return the exact index of a year with other advances for some objectives."""
    codes = sorted({row.codigo[1:6] for row in values if row.codigo.startswith("IOP")})
    computed = {code: objective_advance(values, code, year) for code in codes}
    return progress.capped_mean((computed | dict(instead)).values())


def objective_advance(values: list[Valor], code: str, year: int) -> Decimal | None:
    """Return the exact advance of an objective, or of the policy (IG), from its indicators."""
    groups: dict[str, list[Decimal | None]] = {}
    for row in values:
        if row.anio == year and row.codigo.startswith("IOP"):
            exact = progress.quotient(row.valor_obtenido, row.logro_esperado)
            groups.setdefault(row.codigo[1:6], []).append(exact)
    if code != INDEX:
        return progress.capped_mean(groups.get(code, []))
    means = [progress.capped_mean(group) for group in groups.values()]
    return progress.capped_mean(means)


def _compare(file: str, line: int, row: Valor | Avance, computed: Decimal | None) -> list[Fault]:
    found: list[Fault] = []
    if row.avance_calculado != computed:
        result = "no se puede calcular" if computed is None else f"el cálculo da {computed}"
        value = "" if row.avance_calculado is None else row.avance_calculado
        found.append(Fault(file, line, "avance_calculado", value, result, DERIVED))
    percent = computed if row.avance_publicado is None else row.avance_publicado
    if row.semaforo != (band := progress.light(percent)):
        reason = f"la banda del avance es {band}"
        found.append(Fault(file, line, "semaforo", row.semaforo, reason, DERIVED))
    return found


def irreproducible(values: list[Valor]) -> list[Valor]:
    """Return the published advances that valor ÷ logro × 100 does not give."""
    return [
        row
        for row in values
        if row.avance_publicado is not None
        and (exact := progress.quotient(row.valor_obtenido, row.logro_esperado)) is not None
        and not progress.reproduces(row.avance_publicado, exact)
    ]


def irreproducible_averages(rows: Iterable[Avance], values: Iterable[Valor]) -> list[Avance]:
    """Return the published averages that the mean of their indicators does not give."""
    known = list(values)
    return [
        row
        for row in rows
        if row.avance_publicado is not None
        and (exact := objective_advance(known, row.codigo, row.anio)) is not None
        and not progress.reproduces(row.avance_publicado, exact)
    ]


def counters(values: list[Valor], year: int) -> Counter[tuple[str, str]]:
    """Count the indicators of a year by level (IOP, ISS) and traffic light."""
    return Counter((row.codigo[:3], row.semaforo) for row in values if row.anio == year)
