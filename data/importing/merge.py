"""Puts the decided changes into the tables that speak of the figures."""

from dataclasses import asdict

from data.importing.decide import Change, held, written
from data.importing.harvest import Unit
from data.importing.periods import Periods
from data.writing.folder import Cells, Folder

_ATTACHED = ("coberturas", "bases_perfil")


def apply(changes: list[Change], folder: Folder) -> None:
    """Put the decided changes into the rows of the folder; nothing is written yet."""
    made = [change.unit for change in changes if change.verdict in ("nuevo", "reemplaza")]
    if not made:
        return
    periods = Periods(folder, made)
    for unit in made:
        old = {row["periodo"] for row in held(unit, folder)}
        code = periods.place(unit)
        figures = _figures(unit, code, periods)
        _put(folder.rows("incidencia"), unit, old, figures)
        _put(folder.rows("notas_incidencia"), unit, old, _notes(unit, figures))
        for table in _ATTACHED:
            _put(folder.rows(table), unit, old, _attached(unit, code, table))
        _cite(folder.rows("fuentes"), unit)
    periods.drop_unused()


def _put(rows: list[Cells], unit: Unit, old: set[str], new: list[Cells]) -> None:
    """Put the new rows where the old ones of the unit stood, or at the end."""
    mine = [
        index
        for index, row in enumerate(rows)
        if row["fuente"] == unit.source.codigo and row["periodo"] in old
    ]
    place = mine[0] if mine else len(rows)
    gone = set(mine)
    kept = [row for index, row in enumerate(rows) if index not in gone]
    rows[:] = [*kept[:place], *new, *kept[place:]]


def _figures(unit: Unit, code: str, periods: Periods) -> list[Cells]:
    return [
        {
            "indicador": figure.indicador,
            "desagregacion": figure.desagregacion,
            "categoria": figure.categoria,
            "codigo_territorio": figure.territorio,
            "periodo": periods.month(figure.span) if figure.span else code,
            "periodo_inicio": (figure.span or unit.span).start.isoformat(),
            "periodo_fin": (figure.span or unit.span).end.isoformat(),
            "valor": written(figure.valor),
            "unidad": "n",
            "estado": figure.estado,
            "confianza": unit.confidence,
            "fuente": unit.source.codigo,
        }
        for figure in unit.figures
    ]


def _notes(unit: Unit, rows: list[Cells]) -> list[Cells]:
    names = ("indicador", "desagregacion", "categoria", "codigo_territorio", "periodo")
    return [
        {name: row[name] for name in names} | {"nota": figure.nota, "fuente": row["fuente"]}
        for figure, row in zip(unit.figures, rows, strict=True)
        if figure.nota
    ]


def _attached(unit: Unit, code: str, table: str) -> list[Cells]:
    if table not in unit.attached:
        return []
    return [{**unit.attached[table], "periodo": code, "fuente": unit.source.codigo}]


def _cite(rows: list[Cells], unit: Unit) -> None:
    new = [asdict(unit.source)] if unit.figures else []
    codes = [row["codigo"] for row in rows]
    place = codes.index(unit.source.codigo) if unit.source.codigo in codes else len(rows)
    rows[place : place + 1] = new
