"""The page of a report: its form with what is known beside it, or who can move it on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from callbacks.registro.pages import page
from components.registro.texts import word
from data.registro import asked as asked_for
from data.registro import computed, evidences, fichas, known
from data.registro.checks import check, obstacles
from data.registro.checks.findings import Finding
from data.registro.entry import DATA_STATES, Known
from data.registro.listed import DIMENSIONS, EVIDENCE_KINDS, MOST_FACTS, rows_of
from data.registro.publication.review_mark import same_institution
from data.registro.reports import Report
from data.registro.rights import Person, puede
from data.registro.schema.review import observacion
from data.registro.states import ANSWERED_IN, followers
from data.registro.typed import Typed, read

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
    notice = notice or Notice()
    said = _observations(connection, report)
    title = word("reporte.titulo", codigo=report.codigo, periodo=report.periodo)
    return page("report.html", titulo=title, base=address(report), reporte=report, crudo=raw,
                ficha=facts.sheet, evidencias=shown, aviso=notice.words,
                definicion=fichas.asked(connection, report.periodo, report.codigo),
                observaciones=said, por_responder=sum(not one.respuesta for one in said),
                responden=ANSWERED_IN,
                misma=_same_hands(connection, report), conflicto=_conflict(raw, notice),
                **_annulment(connection, person, report),
                **_rights(person, report), **_judged(found, typed),
                **_beside(facts, typed, raw))  # fmt: skip


def _annulment(connection: Connection, person: Person, report: Report) -> dict[str, Any]:
    """Return what was asked of annulling it, and whether the person may answer."""
    asked = asked_for.waiting(connection, person, report)
    other = asked is not None and asked.persona != person.id
    norm = asked_for.norm_of(connection, report.id) if report.estado == "anulado" else ""
    return {"pedido": asked, "norma": norm,
            "anula": other and puede(person, "anular", report.subject),
            "rechaza": other and puede(person, "responder-anulaciones")}  # fmt: skip


def _observations(connection: Connection, report: Report) -> Sequence[Any]:
    said = select(observacion).where(observacion.c.reporte == report.id)
    return connection.execute(said.order_by(observacion.c.id)).all()


def _rights(person: Person, report: Report) -> dict[str, Any]:
    """Return what the person may do with the report, and whose turn it is."""
    may = [name for name in (*_PLAIN, *_REASONED) if puede(person, name, report.subject)]
    return {"observa": puede(person, "observar", report.subject),
            "escribe": puede(person, "guardar", report.subject),
            "abren": ", ".join(followers(report.estado)),
            "sencillas": [name for name in may if name in _PLAIN],
            "razonadas": [name for name in may if name in _REASONED]}  # fmt: skip


def _judged(found: tuple[Finding, ...], typed: Typed) -> dict[str, Any]:
    """Return what the checks say of what was typed."""
    stops = obstacles(found, typed.entry)
    return {"hallazgos": stops, "obstaculos": stops, "ancla": _anchor,
            "notas": [one for one in found if one.severidad == "anota"],
            "explican": sorted({one.regla for one in found if one.severidad == "explica"}),
            "desagrega": bool(typed.entry.desagregado)}  # fmt: skip


def _beside(facts: Known, typed: Typed, raw: Mapping[str, str]) -> dict[str, Any]:
    """Return what the form is filled from, and what is known beside it."""
    kinds = dict.fromkeys((*facts.sheet.evidencia, *EVIDENCE_KINDS))
    units = sorted({one.unidad for one in facts.responsables if one.unidad})
    return {"estados_dato": DATA_STATES, "dimensiones": DIMENSIONS, "hechos": _rows(raw),
            "valor": computed.value(facts.sheet, typed.entry),
            "avance": computed.progress(facts, typed.entry), "meta": facts.meta,
            "linea_base": facts.base, "historia": _history(facts),
            "clases_evidencia": tuple(kinds), "unidades": units}  # fmt: skip


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
