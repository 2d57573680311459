"""What the years ask of the tables: a state for each, a row for each indicator in force."""

from collections.abc import Iterator, Mapping
from typing import get_args

from data.codes import YearState
from data.faults import Fault
from data.model import TABLES, Ejercicio, Row, SinReporte, Valor, Vigencia
from data.rules import spans

Numbered = Mapping[str, list[tuple[int, Row]]]
_ORDER = get_args(YearState)


def faults(numbered: Numbered) -> list[Fault]:
    """Return the years without a state, the rows that miss or exceed, the states out of time."""
    states = {row.anio: row for _, row in numbered["ejercicios"] if isinstance(row, Ejercicio)}
    return [
        *_unstated(numbered, states),
        *_order(numbered["ejercicios"]),
        *_rectangle(numbered, states),
        *_untimely(numbered["valores"], states),
        *_silent_too_early(numbered["sin_reporte"], states),
    ]


def _unstated(numbered: Numbered, states: Mapping[int, Ejercicio]) -> Iterator[Fault]:
    told: set[int] = set(states)
    for name in (name for name, model in TABLES.items() if "anio" in model.filtered):
        for line, row in numbered[name]:
            year: int = getattr(row, "anio")  # noqa: B009
            if year not in told:
                told.add(year)
                remedy = f"añada a ejercicios.csv la fila de {year}: cerrado, abierto o futuro"
                yield Fault(f"{name}.csv", line, "anio", year, "no está en ejercicios", remedy)


def _order(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    """Give the years that are ahead of an earlier one: closed after open, open after future."""
    stated = [(row.anio, line, row) for line, row in rows if isinstance(row, Ejercicio)]
    last = -1
    for year, line, row in sorted(stated, key=lambda one: one[0]):
        place = _ORDER.index(row.estado)
        if place < last:
            reason = f"un año anterior a {year} está {_ORDER[last]}"
            remedy = "ponga los cerrados antes que los abiertos, y estos antes que los futuros"
            yield Fault("ejercicios.csv", line, "estado", row.estado, reason, remedy)
        last = max(last, place)
    if stated and all(row.estado != "cerrado" for _, _, row in stated):
        reason, remedy = "ningún año está cerrado", "diga cuál es el último con reporte publicado"
        yield Fault("ejercicios.csv", stated[0][1], "estado", "", reason, remedy)


def _rectangle(numbered: Numbered, states: Mapping[int, Ejercicio]) -> Iterator[Fault]:
    held = spans.by_code(row for _, row in numbered["vigencias"] if isinstance(row, Vigencia))
    rows = [(line, row) for line, row in numbered["valores"] if isinstance(row, Valor)]
    present = {row.identity for _, row in rows}
    years = {row.anio for _, row in rows} | {y for y, s in states.items() if s.estado == "cerrado"}
    last = {row.codigo: line for line, row in rows}
    end = max(last.values(), default=1)
    for year in sorted(years):
        for code in sorted(spans.in_force(held, year)):
            if (code, year) not in present:
                remedy = (
                    f"añada después de la línea {last.get(code, end)} la fila de {code} y {year}; "
                    f"si el indicador ya no rige, escriba su último año en vigencias.csv"
                )
                yield Fault("valores.csv", last.get(code, end), "codigo,anio", f"{code},{year}",
                            "falta la fila de un indicador que rige", remedy)  # fmt: skip
    for line, row in rows:
        if row.codigo not in spans.in_force(held, row.anio):
            remedy = "quite la fila, o amplíe en vigencias.csv los años en que rige"
            yield Fault("valores.csv", line, "codigo,anio", f"{row.codigo},{row.anio}",
                        "el indicador no rige ese año", remedy)  # fmt: skip


def _untimely(rows: list[tuple[int, Row]], states: Mapping[int, Ejercicio]) -> Iterator[Fault]:
    for line, row in rows:
        if not isinstance(row, Valor) or row.anio not in states:
            continue
        state = states[row.anio].estado
        if state == "cerrado" and row.estado == "por-vencer":
            remedy = "escriba el resultado, o nd o no-publicado si el reporte no lo da"
            yield Fault("valores.csv", line, "estado", row.estado, f"{row.anio} está cerrado",
                        remedy)  # fmt: skip
        if state == "futuro" and row.estado != "por-vencer":
            remedy = "escriba por-vencer y deje vacío valor_obtenido, o abra el año en ejercicios"
            yield Fault("valores.csv", line, "estado", row.estado, f"{row.anio} es futuro", remedy)


def _silent_too_early(
    rows: list[tuple[int, Row]], states: Mapping[int, Ejercicio]
) -> Iterator[Fault]:
    """Give what is called missing in a year that has not closed: it may still come."""
    for line, row in rows:
        if not isinstance(row, SinReporte) or row.anio not in states:
            continue
        if states[row.anio].estado != "cerrado":
            remedy = "espere al reporte que lo diga y cierre el año en ejercicios.csv"
            yield Fault("sin_reporte.csv", line, "anio", row.anio, "el año no está cerrado", remedy)
