"""What an indicator asks of its own rows: spans, formula, targets that changed, parts."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from data.faults import Fault
from data.model import Componente, Indicador, MetaAjustada, Row, Valor, Vigencia

Numbered = Mapping[str, list[tuple[int, Row]]]
SENSE, AGGREGATION = "ascendente", "no acumulado"


def faults(numbered: Numbered) -> list[Fault]:
    """Return the spans that do not fit, and what has no formula or disagrees with `valores`."""
    return [
        *_unruled(numbered["indicadores"]),
        *_spans(numbered),
        *_adjusted(numbered),
        *_parts(numbered),
    ]


def _unruled(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    """Give the indicators for which the rules have no formula with a source."""
    remedy = "la fórmula tiene que entrar antes, con su fuente, en data/rules/progress.py"
    for line, row in rows:
        if not isinstance(row, Indicador):
            continue
        for column, ruled in (("sentido", SENSE), ("agregacion", AGGREGATION)):
            if (said := getattr(row, column)) != ruled:
                reason = f"no hay fórmula para otra cosa que «{ruled}»"
                yield Fault("indicadores.csv", line, column, said, reason, remedy)


def _spans(numbered: Numbered) -> Iterator[Fault]:
    held: dict[str, list[tuple[int, Vigencia]]] = {}
    for line, row in numbered["vigencias"]:
        if isinstance(row, Vigencia):
            held.setdefault(row.codigo, []).append((line, row))
    for line, row in numbered["indicadores"]:
        if isinstance(row, Indicador) and row.codigo not in held:
            remedy = "añada a vigencias.csv desde qué año rige y quién responde"
            yield Fault("indicadores.csv", line, "codigo", row.codigo, "no está en vigencias",
                        remedy)  # fmt: skip
    last = {row.codigo: row.responsable for _, row in numbered["indicadores"]
            if isinstance(row, Indicador)}  # fmt: skip
    for code, found in held.items():
        yield from _of_one(sorted(found, key=lambda one: one[1].desde), last[code])


def _of_one(found: list[tuple[int, Vigencia]], responsible: str) -> Iterator[Fault]:
    for line, row in found:
        if row.hasta is not None and row.hasta < row.desde:
            yield Fault("vigencias.csv", line, "hasta", row.hasta, f"es antes de {row.desde}",
                        "escriba el último año en que rige, o nada si rige todavía")  # fmt: skip
    for (_, before), (line, after) in pairwise(found):
        if before.hasta is None or before.hasta >= after.desde:
            yield Fault("vigencias.csv", line, "desde", after.desde,
                        f"se cruza con el lapso que empieza en {before.desde}",
                        f"cierre ese lapso con hasta={after.desde - 1}")  # fmt: skip
    line, row = found[-1]
    if row.entidad != responsible:
        reason = f"indicadores dice que responde {responsible}"
        remedy = "el último lapso y la columna responsable de indicadores dicen lo mismo"
        yield Fault("vigencias.csv", line, "entidad", row.entidad, reason, remedy)


def _adjusted(numbered: Numbered) -> Iterator[Fault]:
    """Give the targets that changed to something else than what `valores` has."""
    rows = [(line, row) for line, row in numbered["metas_ajustadas"]
            if isinstance(row, MetaAjustada)]  # fmt: skip
    targets = {row.identity: row.logro_esperado for _, row in numbered["valores"]
               if isinstance(row, Valor)}  # fmt: skip
    reached = {(row.codigo, row.anio, row.valor_nuevo) for _, row in rows}
    for line, row in rows:
        target = targets.get((row.codigo, row.anio))
        if target is None or (row.codigo, row.anio, target) not in reached:
            yield Fault("metas_ajustadas.csv", line, "valor_nuevo", row.valor_nuevo,
                        f"la meta de valores es {'ninguna' if target is None else target}",
                        "escriba en valores.csv la meta nueva")  # fmt: skip


def _parts(numbered: Numbered) -> Iterator[Fault]:
    """Give the parts that cannot be, and the yearly ones whose value is not that of the year."""
    obtained = {(row.codigo, str(row.anio)): row.valor_obtenido for _, row in numbered["valores"]
                if isinstance(row, Valor)}  # fmt: skip
    for line, row in numbered["componentes"]:
        if not isinstance(row, Componente):
            continue
        if row.denominador <= 0:
            remedy = "escriba el total sobre el que se cuenta"
            yield Fault("componentes.csv", line, "denominador", row.denominador,
                        "no se puede dividir", remedy)  # fmt: skip
        yearly = obtained.get((row.codigo, row.periodo), row.valor)
        if row.valor is not None and yearly != row.valor:
            yield Fault("componentes.csv", line, "valor", row.valor,
                        f"el valor obtenido de valores es {yearly}",
                        "escriba la misma cifra, o deje vacía la celda")  # fmt: skip
