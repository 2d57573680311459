"""The other figures that the same report prints, on which the verdict does not stand."""

from decimal import Decimal

from components.band_counts import BEST_FIRST, in_band
from components.format import joined, number, percent
from components.texts import t
from data import audit
from data.codes import Light
from data.model import Conteo, OtroAvance, Valor, Valoracion
from data.rules.progress import one_decimal
from data.store import Store

INDEX = "IG"


def others(store: Store, code: str, year: int) -> tuple[OtroAvance, ...]:
    """Return the other advances that the report prints for an objective, each value once."""
    rows = store.by(OtroAvance, "codigo", "anio").get((code, year), ())
    return tuple({row.avance_publicado: row for row in rows}.values())


def advance(store: Store, code: str, year: int) -> str:
    """Say which other figure the report prints and which one the verdict follows; '' if none."""
    used = store.advances.get((code, year))
    values = [percent(row.avance_publicado) for row in others(store, code, year)]
    if not values or used is None:
        return ""
    place = store.sources[used.fuente].localizador
    return t("explained.other", code=code, values=joined(values), used=percent(used.percent),
             place=place)  # fmt: skip


def value(store: Store, code: str, year: int) -> Decimal | None:
    """Return the other advance of an objective; for the index, what it would be with those."""
    if code != INDEX:
        rows = others(store, code, year)
        return rows[0].avance_publicado if rows else None
    found = _instead(store, year)
    if not found:
        return None
    return one_decimal(audit.index_with(list(store.rows(Valor)), year, found))


def index(store: Store, year: int) -> str:
    """Say what the index would be with the other figures of the report (computed); '' if none."""
    reached = value(store, INDEX, year)
    if reached is None:
        return ""
    found = _instead(store, year)
    values = joined([f"{percent(value)} de {code}" for code, value in found.items()])
    return t("explained.other_index", values=values, index=percent(reached))


def _instead(store: Store, year: int) -> dict[str, Decimal]:
    rows = [row for row in store.rows(OtroAvance) if row.anio == year and row.codigo != INDEX]
    return {row.codigo: row.avance_publicado for row in rows}


def beside_index(store: Store, year: int) -> list[str]:
    """Return what stands beside the index: the grade of the report, and the other figure."""
    grade = store.exact(Valoracion).get((year, "politica"))
    said = t("explained.grade", level=grade.nivel, points=number(grade.puntos)) if grade else ""
    return [text for text in (said, index(store, year)) if text]


def counts(store: Store, level: str, year: int) -> str:
    """Say how the report counts the bands in a place that disagrees with its own figures."""
    ours = audit.counters(list(store.rows(Valor)), year)
    places: dict[str, dict[Light, int]] = {}
    for row in store.rows(Conteo):
        if (row.anio, row.nivel) == (year, level) and row.semaforo != "total":
            places.setdefault(row.fuente, {})[row.semaforo] = row.cantidad
    found = [
        t("explained.counted", place=store.sources[source].localizador,
          parts=joined([in_band(n, counts[n]) for n in BEST_FIRST if n in counts]))
        for source, counts in places.items()
        if any(ours[level, light] != amount for light, amount in counts.items())
    ]  # fmt: skip
    return " ".join(found)
