"""Who reported what of each period: on time, late or not at all; what is known before that.

The list of what was expected is that of the rows of `reportes`: an indicator counts once in its
period, however often its report was corrected, so that no share goes over the whole. What a norm
retired stays in the list as annulled, and is neither sent nor silence: no share counts it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from data.model import Meta2017, PeriodoReporte, Reporte, SinReporte
from data.rules.ramps import PERIODS
from data.store import Store

ACTION, UNIT = "1.2.1", "%"
ON_TIME, LATE, UNDATED, SILENT = "a-tiempo", "tarde", "sin-fecha", "silencio"
ANNULLED = "anulado"
VALUE, ND = "con-valor", "nd"
PROMISE = "meta"
_TENTH = Decimal("0.1")
SENT = frozenset({ON_TIME, LATE, UNDATED, VALUE})
_ARRIVED = frozenset({"enviado", "en-revision", "observado", "recomendado", "aprobado",
                      "publicado"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Expected:
    """One report that was expected of an entity, and what came of it."""

    periodo: str
    codigo: str
    entidad: str
    situacion: str
    enviado: str
    motivo: str
    fuente: str


def published(store: Store) -> list[str]:
    """Return the periods of reporting that are published, in order."""
    rows = store.rows(PeriodoReporte)
    return sorted(row.periodo for row in rows if row.estado == "publicado")


def expected(store: Store) -> list[Expected]:
    """Return the reports of the published periods; without any, what closed years are known by."""
    periods = published(store)
    found = _reports(store, set(periods)) if periods else _known(store)
    return sorted(found, key=lambda one: (one.periodo, one.entidad, one.codigo))


def _reports(store: Store, periods: set[str]) -> Iterator[Expected]:
    held: dict[tuple[str, str], list[Reporte]] = {}
    for row in sorted(store.rows(Reporte), key=lambda row: row.serie):
        if row.periodo in periods:
            held.setdefault((row.periodo, row.codigo), []).append(row)
    for rows in held.values():
        # The first that stands: what is corrected later does not make it late.
        live = next((row for row in rows if row.estado != ANNULLED), rows[0])
        yield Expected(live.periodo, live.codigo, live.entidad, _came(live),
                       live.enviado.isoformat() if live.enviado else "", live.motivo or "",
                       live.fuente)  # fmt: skip


def _came(row: Reporte) -> str:
    if row.estado == ANNULLED:
        return ANNULLED
    if row.estado not in _ARRIVED:
        return SILENT
    return {"si": ON_TIME, "no": LATE}.get(row.a_tiempo or "", UNDATED)


def _known(store: Store) -> Iterator[Expected]:
    """Give each indicator in force in a closed year, under who answered for it then."""
    silent = {(row.codigo, row.anio): row for row in store.rows(SinReporte)}
    for year in store.years:
        for code in store.in_force(year) if store.state(year) == "cerrado" else ():
            value, said = store.value(code, year), silent.get((code, year))
            if value is None:
                continue
            # A 0 printed for an indicator that the report says nothing was sent of is no value.
            has = value.valor_obtenido is not None and not (said and value.estado == "cero")
            state = VALUE if has else SILENT if said or value.estado != "nd" else ND
            motive = said.motivo if said and not has else ""
            yield Expected(str(year), code, store.then(code, year).responsable, state, "", motive,
                           value.fuente)  # fmt: skip


def promised(store: Store) -> dict[str, Meta2017]:
    """Return the share of entities that the Plan 2017-2021 promised, by its periods."""
    return {row.periodo: row for row in store.rows(Meta2017)
            if row.accion == ACTION and row.unidad == UNIT}  # fmt: skip


def promise(store: Store, period: str) -> Meta2017 | None:
    """Return what was promised for the year of a period; after the plan, what it promised last."""
    held, year = promised(store), int(period[:4])
    begun = [held[name] for name in PERIODS if name in held and int(name[:4]) <= year]
    return begun[-1] if begun else None


def due(rows: Sequence[Expected]) -> list[Expected]:
    """Return the expected reports that no norm annulled: of what the shares are counted."""
    return [row for row in rows if row.situacion != ANNULLED]


def share(rows: Sequence[Expected], states: frozenset[str]) -> Decimal | None:
    """Return the share of the reports that are due which are in some states.

    None of nothing, and of a year of which the source prints ND for all: that is no zero.
    """
    held = due(rows)
    if all(row.situacion == ND for row in held):
        return None
    amount = sum(row.situacion in states for row in held)
    return (Decimal(100 * amount) / len(held)).quantize(_TENTH, ROUND_HALF_UP)


def punctual(rows: Sequence[Expected]) -> Decimal | None:
    """Return the share of entities of which every report that is due came on time."""
    held = due(rows)
    late = {row.entidad for row in held if row.situacion != ON_TIME}
    all_ = {row.entidad for row in held}
    return (
        (Decimal(100 * len(all_ - late)) / len(all_)).quantize(_TENTH, ROUND_HALF_UP)
        if all_
        else None
    )
