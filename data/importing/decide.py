"""What a harvest may do to the tables: nothing, new rows, a later cut for an earlier one."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from data.importing import dates
from data.importing.harvest import Harvest, Options, Unit, figure_key
from data.importing.refusal import Refusal, refusal
from data.writing.folder import Cells, Folder

Verdict = Literal["nuevo", "igual", "reemplaza", "aparte"]
_CUT = re.compile(r"fecha_corte (\d\d/\d\d/\d{4})")


@dataclass(frozen=True)
class Change:
    """What happens to one unit, with the figures and the cut-off that the tables had."""

    unit: Unit
    verdict: Verdict
    before: dict[tuple[str, ...], str]
    cut: date | None = None


def plan(file: str, harvest: Harvest, folder: Folder, options: Options) -> list[Change]:
    """Decide on every unit, or raise Refusal for what must not replace what is there."""
    return [_decide(file, unit, folder, options) for unit in harvest.units]


def _decide(file: str, unit: Unit, folder: Folder, options: Options) -> Change:
    old = held(unit, folder)
    before = {figure_of(row, unit): row["valor"] for row in old}
    now = {figure.key: written(figure.valor) for figure in unit.figures}
    cut = _old_cut(unit, folder)
    ends = {(figure.span or unit.span).end.isoformat() for figure in unit.figures}
    same = before == now and {row["periodo_fin"] for row in old} == ends
    if not old:
        return Change(unit, "nuevo" if unit.figures else "igual", before)
    if unit.cut and cut and unit.cut < cut:
        raise _earlier(file, unit, cut)
    if same and cut in (None, unit.cut):
        return Change(unit, "igual", before, cut)
    if not unit.decides and unit.cut == cut and not options.replace:
        return Change(unit, "aparte", before, cut)
    if not (unit.cut and cut and unit.cut > cut) and not options.replace:
        raise _contradiction(file, unit, before, now)
    _no_narrower(file, unit, old, now)
    return Change(unit, "reemplaza", before, cut)


def held(unit: Unit, folder: Folder) -> list[Cells]:
    """Return the rows of `incidencia` of the source and the year of a unit."""
    year = str(unit.span.year)
    return [
        row
        for row in folder.rows("incidencia")
        if row["fuente"] == unit.source.codigo
        and row["periodo_inicio"][:4] == row["periodo_fin"][:4] == year
    ]


def _old_cut(unit: Unit, folder: Folder) -> date | None:
    for row in folder.rows("fuentes"):
        if row["codigo"] == unit.source.codigo and (found := _CUT.search(row["localizador"])):
            return dates.day(found[1])
    return None


def _no_narrower(file: str, unit: Unit, old: list[Cells], now: dict[tuple[str, ...], str]) -> None:
    lost = [row["categoria"] for row in old if row["valor"] and not now.get(figure_of(row, unit))]
    if lost and unit.decides:
        reason = f"no trae {len(lost)} lugares que la tabla ya tiene: {', '.join(lost[:3])}…"
        remedy = "un extracto no reemplaza un archivo entero: use el archivo nacional"
        raise refusal(file, 1, "distrito_fiscal", str(unit.span), reason, remedy)
    last = max(row["periodo_fin"] for row in old)
    if unit.span.end.isoformat() < last:
        reason = f"cubre menos meses que lo que la tabla ya tiene (hasta el {last})"
        remedy = "use el archivo con más meses"
        raise refusal(file, 1, "periodo_denuncia", str(unit.span), reason, remedy)


def _earlier(file: str, unit: Unit, cut: date) -> Refusal:
    shown = dates.spoken(unit.cut) if unit.cut else ""
    reason = f"la tabla ya tiene un corte posterior de {unit.span.year}: {dates.spoken(cut)}"
    return refusal(file, 1, "fecha_corte", shown, reason, "use el archivo más reciente")


def _contradiction(
    file: str, unit: Unit, before: dict[tuple[str, ...], str], now: dict[tuple[str, ...], str]
) -> Refusal:
    keys = sorted(key for key in before.keys() | now.keys() if before.get(key) != now.get(key))
    place = " ".join(filter(None, keys[0][2:])) if keys else "periodo"
    values = [(held.get(keys[0]) or "sin cifra") if keys else "" for held in (before, now)]
    cut = f"el mismo corte ({dates.spoken(unit.cut)})" if unit.cut else "sin fecha de corte"
    reason = (
        f"{cut}, pero {len(keys)} cifras de {unit.span.year} son distintas de las de la tabla; "
        f"la primera es {place}: {values[0]} en la tabla, {values[1]} en el archivo"
    )
    remedy = "compruebe cuál es el archivo bueno; para quedarse con este, --reemplazar --motivo «…»"
    return refusal(file, 1, unit.source.codigo, values[1], reason, remedy)


def figure_of(row: Cells, unit: Unit) -> tuple[str, ...]:
    """Return the key that a row of `incidencia` has among the figures of a unit."""
    names = ("indicador", "desagregacion", "categoria", "codigo_territorio")
    months = row["periodo_inicio"] if unit.monthly else ""
    return (*figure_key(*(row[name] for name in names)), months)


def written(value: int | None) -> str:
    """Write a value as its cell: an absence is empty."""
    return "" if value is None else str(value)
