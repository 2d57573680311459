"""The tables of a cut, written over a copy of the folder; what was public and changes says why."""

from decimal import Decimal, InvalidOperation

from data.registro.publication import agreed, rows
from data.registro.publication.corrections import say
from data.registro.publication.cut import Cut, Line
from data.registro.publication.rows import Cells
from data.registro.publication.tables import Tables

_FIGURES = {
    "valores": ("logro_esperado", "valor_obtenido"),
    "componentes": ("numerador", "denominador", "valor"),
}
_ABSENT = ("nd", "sin-dato-con-motivo")
_NO_REASON = "Lo reemplaza el reporte del Registro."
_RETIRED = "Se retiró: el reporte dice ahora que no hay dato. "
REGISTRAR = "MININTER"


def write(tables: Tables, cut: Cut) -> None:
    """Write every row of a cut."""
    for table, cells in rows.of_period(cut, _institution(tables, REGISTRAR)):
        tables.put(table, cells)
    for line in cut.chosen:
        for table in rows.DECLARED:
            tables.clear(table, (line.codigo, cut.periodo.id))
        for table, cells in rows.of_report(cut, line, _institution(tables, line.entidad)):
            _corrected(tables, cut, line, table, cells)
            tables.put(table, cells)
        if not line.has_parts:
            _without_parts(tables, cut, line)
    if cut.yearly:
        _year(tables, cut)
    agreed.write(tables, cut)


def _institution(tables: Tables, entity: str) -> str:
    found = tables.find("entidades", (entity,))
    return found["nombre"] if found else entity


def _corrected(tables: Tables, cut: Cut, line: Line, table: str, cells: Cells) -> None:
    """Say of a figure that was public what it said, what it says and why."""
    if table not in _FIGURES:
        return
    key = (cells["codigo"], cells["anio" if table == "valores" else "periodo"])
    before = tables.find(table, key) or {}
    said = [
        f"{name}: decía {before[name]}, dice {cells[name] or 'sin dato'}."
        for name in _FIGURES[table]
        if before.get(name) and not _same(before[name], cells[name])
    ]
    if said:
        say(tables, cut.dia, table, key, f"{' '.join(said)} {_why(line, table, before, cells)}")


def _why(line: Line, table: str, before: Cells, cells: Cells) -> str:
    """Return why what was public is another thing: the norm of its target, the report's motive."""
    moved = table == "valores" and not _same(before["logro_esperado"], cells["logro_esperado"])
    target = line.metas[-1] if moved and line.metas else None
    norm = f" ({target.norma})" if target and target.norma else ""
    named = f"{target.motivo}{norm}" if target else ""
    return " ".join(words for words in (named, line.motivo) if words) or _NO_REASON


def _without_parts(tables: Tables, cut: Cut, line: Line) -> None:
    key = (line.codigo, cut.periodo.id)
    if tables.drop("componentes", key):
        say(tables, cut.dia, "componentes", key, f"{_RETIRED}{line.motivo or _NO_REASON}")


def _year(tables: Tables, cut: Cut) -> None:
    """Write a row for every indicator of the year, and who has no information once it closed."""
    year = str(cut.periodo.anio)
    stated = tables.find("ejercicios", (year,))
    closed = stated is not None and stated["estado"] == "cerrado"
    for line in _last(cut):
        if not line.sale and line.estado != "publicado":
            _unpublished(tables, cut, line, "no-publicado" if closed else "por-vencer")
        silent = line.estado == "sin-reporte" or (line.sale and line.dato in _ABSENT)
        if silent and closed:
            tables.put("sin_reporte", rows.silence(cut, line))
        elif line.sale:
            tables.drop("sin_reporte", (line.codigo, year))
        _targets(tables, cut, line)


def _targets(tables: Tables, cut: Cut, line: Line) -> None:
    """Write the targets that a norm changed, where the results have the last of them."""
    held = tables.find("valores", (line.codigo, str(cut.periodo.anio)))
    if line.metas and held and _same(held["logro_esperado"], rows.number(line.metas[-1].despues)):
        for table, cells in rows.of_targets(cut, line, _institution(tables, REGISTRAR)):
            tables.put(table, cells)


def _unpublished(tables: Tables, cut: Cut, line: Line, state: str) -> None:
    key = (line.codigo, str(cut.periodo.anio))
    before = tables.find("valores", key)
    if before is None:
        cells = rows.value(cut, line.codigo, line.meta, state, None, rows.source(cut))
        tables.put("valores", cells)
    elif before["estado"] == "por-vencer":
        target = rows.number(line.meta) if line.metas else before["logro_esperado"]
        cells = {"codigo": key[0], "anio": key[1], "estado": state,
                 "logro_esperado": target, "valor_obtenido": ""}  # fmt: skip
        _corrected(tables, cut, line, "valores", cells)
        tables.put("valores", cells)


def _last(cut: Cut) -> list[Line]:
    """Return the report of each indicator that counts: what is public before what is in work."""
    kept: dict[str, Line] = {}
    for line in cut.lines:
        held = kept.get(line.codigo)
        if line.estado == "anulado" or (held and held.estado == "publicado" and not line.sale):
            continue
        kept[line.codigo] = line
    return list(kept.values())


def _same(one: str, other: str) -> bool:
    try:
        return one == other or Decimal(one) == Decimal(other)
    except InvalidOperation:
        return False
