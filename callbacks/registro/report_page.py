"""The page of a report: its form with what is known beside it, or who can move it on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from callbacks.registro.pages import page
from components.registro.texts import word
from data.registro import computed, evidences, known
from data.registro.checks import check, obstacles
from data.registro.checks.findings import Finding
from data.registro.entry import DATA_STATES, Known
from data.registro.listed import DIMENSIONS, EVIDENCE_KINDS, MOST_FACTS, rows_of
from data.registro.publication.review_mark import same_institution
from data.registro.reports import Report
from data.registro.rights import Person, puede
from data.registro.schema.review import observacion
from data.registro.states import followers
from data.registro.typed import read

_PLAIN = ("enviar", "retirar", "tomar", "recomendar", "visar", "aprobar")
_EMPTY_ROWS = 3
_REASONED = ("devolver", "reabrir", "corregir")


@dataclass(frozen=True, slots=True)
class Notice:
    """What the page says first: words, and two texts side by side if somebody was first."""

    words: str = ""
    name: str = ""
    theirs: Mapping[str, str] | None = None


def address(report: Report) -> str:
    """Return the address of a report."""
    return f"/reportes/{report.periodo}/{report.codigo}"


def write(
    connection: Connection, person: Person, report: Report, raw: Mapping[str, str],
    notice: Notice | None = None,
) -> str:  # fmt: skip
    """Return the page with some typed fields in its form."""
    facts = known.of(connection, report)
    shown = evidences.of(connection, report)
    typed = read(raw, report.entidad, tuple(one.tipo for one in shown))
    found = (*typed.illegible, *check(typed.entry, facts)) if raw else ()
    stops = obstacles(found, typed.entry)
    said = select(observacion).where(observacion.c.reporte == report.id).order_by(observacion.c.id)
    may = [name for name in (*_PLAIN, *_REASONED) if puede(person, name, report.subject)]
    notice = notice or Notice()
    title = word("reporte.titulo", codigo=report.codigo, periodo=report.periodo)
    return page(
        "report.html",
        titulo=title,
        base=address(report),
        reporte=report,
        ficha=facts.sheet,
        crudo=raw,
        hallazgos=stops,
        obstaculos=stops,
        notas=[one for one in found if one.severidad == "anota"],
        explican=sorted({one.regla for one in found if one.severidad == "explica"}),
        ancla=_anchor,
        observaciones=connection.execute(said).all(),
        observa=puede(person, "observar", report.subject),
        escribe=puede(person, "guardar", report.subject),
        abren=", ".join(followers(report.estado)),
        sencillas=[name for name in may if name in _PLAIN],
        razonadas=[name for name in may if name in _REASONED],
        estados_dato=DATA_STATES,
        valor=computed.value(facts.sheet, typed.entry),
        avance=computed.progress(facts, typed.entry),
        meta=facts.meta,
        linea_base=facts.base,
        historia=_history(facts),
        evidencias=shown,
        hechos=_rows(raw),
        dimensiones=DIMENSIONS,
        clases_evidencia=tuple(dict.fromkeys((*facts.sheet.evidencia, *EVIDENCE_KINDS))),
        unidades=sorted({one.unidad for one in facts.responsables if one.unidad}),
        desagrega=bool(typed.entry.desagregado),
        aviso=notice.words,
        misma=_same_hands(connection, report),
        conflicto=_conflict(raw, notice),
    )


def _rows(raw: Mapping[str, str]) -> list[Mapping[str, str]]:
    """Return the facts that were typed, and some empty rows to go on: no script adds them."""
    held = rows_of(raw)
    return [*held, *({} for _ in range(min(_EMPTY_ROWS, MOST_FACTS - len(held))))]


def different(mine: Mapping[str, str], theirs: Mapping[str, str]) -> list[tuple[str, str, str]]:
    """Return the fields that two texts do not have alike, with both."""
    names = sorted({*mine, *theirs})
    rows = ((name, mine.get(name, ""), theirs.get(name, "")) for name in names)
    return [row for row in rows if row[1] != row[2]]


def _same_hands(connection: Connection, report: Report) -> bool:
    reviewed = report.estado in ("recomendado", "aprobado", "publicado")
    return reviewed and same_institution(connection, report.id, report.entidad)


def _conflict(raw: Mapping[str, str], notice: Notice) -> dict[str, Any] | None:
    if notice.theirs is None:
        return None
    return {"nombre": notice.name, "filas": different(raw, notice.theirs)}


def _anchor(finding: Finding) -> str:
    """Return the field that a finding is mended in: that of its explanation, if it asks for one."""
    if finding.severidad == "explica":
        return f"explica_{finding.regla}"
    field = finding.campo.replace("explicaciones.", "explica_")
    return field if field not in ("ficha", "meta", "entidad") else "estado_dato"


def _history(facts: Known) -> list[tuple[int, Any, Any]]:
    years = sorted({*facts.metas, *facts.valores} - {facts.anio}, reverse=True)
    return [(year, facts.metas.get(year), facts.valores.get(year)) for year in years]
