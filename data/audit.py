"""Recomputes what can be recomputed and holds it against the tables and the report."""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from data.faults import Fault
from data.model import Avance, Row, Valor
from data.rules import progress

Numbered = Mapping[str, list[tuple[int, Row]]]


def faults(numbered: Numbered) -> list[Fault]:
    """Return the computed cells of the tables that do not follow the rules."""
    return _values(numbered["valores"]) + _objectives(numbered)


def _values(rows: list[tuple[int, Row]]) -> list[Fault]:
    found: list[Fault] = []
    for line, row in rows:
        if not isinstance(row, Valor):
            continue
        computed = progress.advance(row.valor_obtenido, row.logro_esperado)
        found += _compare("valores.csv", line, row, computed)
    return found


def _objectives(numbered: Numbered) -> list[Fault]:
    found: list[Fault] = []
    values = [row for _, row in numbered["valores"] if isinstance(row, Valor)]
    for line, row in numbered["avances"]:
        if isinstance(row, Avance):
            computed = progress.one_decimal(objective_advance(values, row.codigo, row.anio))
            found += _compare("avances.csv", line, row, computed)
    return found


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
    if code != "IG":
        return progress.capped_mean(groups.get(code, []))
    means = [progress.capped_mean(group) for group in groups.values()]
    return progress.capped_mean(means)


def _compare(file: str, line: int, row: Valor | Avance, computed: Decimal | None) -> list[Fault]:
    found: list[Fault] = []
    if row.avance_calculado != computed:
        wanted = "deje la celda vacía" if computed is None else f"escriba {computed}"
        value = row.avance_calculado
        found.append(Fault(file, line, "avance_calculado", value, "no es el cálculo", wanted))
    percent = computed if row.avance_publicado is None else row.avance_publicado
    if row.semaforo != (band := progress.light(percent)):
        reason = "no es la banda del avance"
        found.append(Fault(file, line, "semaforo", row.semaforo, reason, f"escriba {band}"))
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


def counters(values: list[Valor], year: int) -> Counter[tuple[str, str]]:
    """Count the indicators of a year by level (IOP, ISS) and traffic light."""
    return Counter((row.codigo[:3], row.semaforo) for row in values if row.anio == year)
