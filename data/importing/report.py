"""What the operator reads: what was read, what was left out, what to compare, what changes."""

from pathlib import Path

from data.importing import coverage, dates
from data.importing.decide import Change
from data.importing.harvest import Harvest, Unit
from data.writing.folder import Folder
from geo.spelling import plain

_ABSENT = {"no-publicado": "s. d.", "no-existia": "no ex.", "nd": "ND"}
_VERBS = {
    "nuevo": "nuevo",
    "igual": "ya estaba igual: no cambia",
    "reemplaza": "reemplaza lo anterior",
    "aparte": "ya estaba, con otras cifras y el mismo corte: no cambia",
}


def reading(path: Path, harvest: Harvest) -> list[str]:
    """Say what the file is, what was used and what was left out, with counts."""
    used = harvest.used
    lines = [
        f"Archivo: {path.name} ({path.stat().st_size:,} bytes)",
        f"Formato: {harvest.format}",
        *_spans(harvest),
        f"Filas leídas: {harvest.rows:,}",
        f"Usadas: {used.rows:,} filas o cifras, que suman {used.amount:,}",
    ]
    if harvest.left_out:
        lines.append("Fuera:")
        lines += [
            f"  {tally.rows:>11,} filas, {tally.amount:>11,} · {reason}"
            for reason, tally in sorted(harvest.left_out.items(), key=lambda item: -item[1].rows)
        ]
    return lines + [f"Nota: {remark}" for remark in harvest.remarks]


def comparison(changes: list[Change]) -> list[str]:
    """Write the totals by territory: one year against the table, or several years side by side."""
    mapped = [change for change in changes if "coberturas" in change.unit.attached]
    if len(mapped) == 1:
        return ["", *_against(mapped[0])]
    return ["", *_side_by_side([change.unit for change in mapped])] if mapped else []


def verdicts(changes: list[Change]) -> list[str]:
    """Say what happens to each source, and to which earlier cut."""
    lines = [""]
    for change in changes:
        if not change.unit.figures and change.verdict == "igual":
            continue
        verb = _VERBS[change.verdict]
        if change.verdict == "reemplaza" and change.cut and change.unit.cut:
            old, new = dates.spoken(change.cut), dates.spoken(change.unit.cut)
            verb = f"el corte {new} reemplaza el corte {old}"
        count = f"{len(change.unit.figures)} filas"
        lines.append(f"{change.unit.source.codigo} ({change.unit.span}, {count}): {verb}")
    return lines


def neighbours(changes: list[Change], folder: Folder) -> list[str]:
    """Name the other sources of the same figures, which stay as they are."""
    lines = []
    for unit in (change.unit for change in changes if "coberturas" in change.unit.attached):
        kind = {(figure.indicador, figure.desagregacion) for figure in unit.figures}
        days = unit.span.start.isoformat(), unit.span.end.isoformat()
        others = {
            row["fuente"]
            for row in folder.rows("incidencia")
            if (row["indicador"], row["desagregacion"]) in kind
            and (row["periodo_inicio"], row["periodo_fin"]) == days
            and row["fuente"] != unit.source.codigo
        }
        if others:
            names = ", ".join(sorted(others))
            lines.append(f"De {unit.span} hay además cifras de {names}: no se tocan ni se suman.")
    return lines


def _spans(harvest: Harvest) -> list[str]:
    spans = dict.fromkeys((unit.span, unit.cut) for unit in harvest.units)
    return [
        f"Periodo: {span}" + (f"; corte {dates.spoken(cut)}" if cut else "") for span, cut in spans
    ]


def _against(change: Change) -> list[str]:
    figures = change.unit.figures
    width = max(len(figure.categoria) for figure in figures)
    lines = [f"{'':{width}}  {'archivo':>9}  {'tabla':>9}  {'diferencia':>10}"]
    for figure in sorted(figures, key=lambda figure: plain(figure.categoria)):
        old = change.before.get(figure.key, "")
        shown = _ABSENT.get(figure.estado, f"{figure.valor or 0:,}")
        gap = f"{figure.valor - int(old):+,}" if old and figure.valor is not None else ""
        lines.append(
            f"{figure.categoria:{width}}  {shown:>9}  {old or '—':>9}  {gap:>10}  {figure.nota}"
        )
    known = [int(value) for value in change.before.values() if value]
    total = sum(figure.valor or 0 for figure in figures)
    lines.append(f"{'Suma':{width}}  {total:>9,}  {sum(known) if known else '—':>9}")
    if absent := coverage.missing(figures):
        lines.append(f"Sin dato en el archivo, y por eso no cero: {', '.join(absent)}")
        lines.append("No se escribe total nacional.")
    return lines


def _side_by_side(units: list[Unit]) -> list[str]:
    names = {figure.territorio: figure.categoria for unit in units for figure in unit.figures}
    width = max(map(len, names.values()))
    cells = {
        (unit.span.year, figure.territorio): _ABSENT.get(figure.estado, f"{figure.valor or 0:,}")
        for unit in units
        for figure in unit.figures
    }
    years = [unit.span.year for unit in units]
    lines = [f"{'':{width}}" + "".join(f"{year:>8}" for year in years)]
    for code, name in sorted(names.items(), key=lambda item: plain(item[1])):
        lines.append(f"{name:{width}}" + "".join(f"{cells[year, code]:>8}" for year in years))
    sums = [sum(figure.valor or 0 for figure in unit.figures) for unit in units]
    return [*lines, f"{'Suma':{width}}" + "".join(f"{total:>8,}" for total in sums)]
