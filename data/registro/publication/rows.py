"""The rows of the public tables that a cut writes: nothing is read here, and nothing written."""

from collections.abc import Iterator
from decimal import Decimal

from data.registro.publication.cut import Cut, Line
from data.registro.publication.review_mark import WORDS

Cells = dict[str, str]
Named = tuple[str, Cells]
_DOCUMENT = "Registro contra la Trata: reporte de {codigo}, {periodo}"
_CALENDAR = "Registro contra la Trata: calendario de reporte, {periodo}"
_TARGETS = "Registro contra la Trata: metas de {anio}"
# What is written anew whole with each series of a report: a line that is gone is no longer said.
DECLARED = ("declaraciones", "evidencias")


def source(cut: Cut, code: str = "") -> str:
    """Return the key of the source of a report, or of the period."""
    named = f"registro-{cut.periodo.id}-{code}" if code else f"registro-{cut.periodo.id}"
    return named.lower().replace(".", "-")


def of_period(cut: Cut, institution: str) -> Iterator[Named]:
    """Give the source of the calendar, its period, and where each report of it stands."""
    span = cut.periodo
    yield "fuentes", _source(source(cut), _CALENDAR.format(periodo=span.id), institution,
                             cut, "Periodos y envíos")  # fmt: skip
    days = {name: _day(getattr(span, name)) for name in ("inicio", "fin", "abre", "vence",
                                                         "cierra", "publica")}  # fmt: skip
    yield "periodos_reporte", {"periodo": span.id, **days, "estado": cut.estado,
                               "fuente": source(cut)}  # fmt: skip
    for line in cut.lines:
        yield "reportes", _report(cut, line)


def of_report(cut: Cut, line: Line, institution: str) -> Iterator[Named]:
    """Give the source and the figures of a report that is in the cut."""
    words = f"Serie {line.serie}, versión {line.n}"
    place = f"{words}; {WORDS}" if line.misma_institucion else words
    document = _DOCUMENT.format(codigo=line.codigo, periodo=cut.periodo.id)
    key = source(cut, line.codigo)
    yield "fuentes", _source(key, document, institution, cut, place)
    if cut.yearly:
        yield "valores", value(cut, line.codigo, line.meta, line.dato, line.valor, key)
    if line.has_parts:
        yield "componentes", {"codigo": line.codigo, "periodo": cut.periodo.id,
                              "numerador": number(line.numerador),
                              "denominador": number(line.denominador),
                              "valor": number(line.valor), "fuente": key}  # fmt: skip
    yield from _declared(cut, line, key)
    yield from _shown(cut, line, key)


def _declared(cut: Cut, line: Line, key: str) -> Iterator[Named]:
    for one in line.declarado:
        yield "declaraciones", {"codigo": line.codigo, "periodo": cut.periodo.id,
                                "apartado": one.apartado, "entidad": line.entidad,
                                "fecha": _day(line.enviado), "pregunta": one.pregunta,
                                "texto": one.texto, "fuente": key}  # fmt: skip


def _shown(cut: Cut, line: Line, key: str) -> Iterator[Named]:
    for place, one in enumerate(line.evidencias, 1):
        yield "evidencias", {"codigo": line.codigo, "periodo": cut.periodo.id,
                             "numero": str(place), "entidad": line.entidad,
                             "titulo": one.titulo, "tipo": one.tipo, "fecha": _day(one.dia),
                             "sha256": one.sha256, "fuente": key}  # fmt: skip


def of_targets(cut: Cut, line: Line, institution: str) -> Iterator[Named]:
    """Give the source of the targets of the year and each one that a norm changed."""
    year = str(cut.periodo.anio)
    key = f"registro-{year}-metas"
    document = _TARGETS.format(anio=year)
    yield "fuentes", _source(key, document, institution, cut, "Metas y sus normas")
    for one in line.metas:
        yield "metas_ajustadas", {"codigo": line.codigo, "anio": year, "fecha": _day(one.dia),
                                  "valor_anterior": number(one.antes),
                                  "valor_nuevo": number(one.despues), "motivo": one.motivo,
                                  "norma": one.norma, "fuente": key}  # fmt: skip


def value(
    cut: Cut, code: str, target: Decimal | None, said: str, found: Decimal | None, key: str
) -> Cells:
    """Return a row of results; what is computed from it is left to `data.derived`."""
    state = "nd" if said == "sin-dato-con-motivo" else said
    return {"codigo": code, "anio": str(cut.periodo.anio), "logro_esperado": number(target),
            "valor_obtenido": number(found), "estado": state, "avance_publicado": "",
            "fuente": key}  # fmt: skip


def silence(cut: Cut, line: Line) -> Cells:
    """Return the row of an indicator of which a closed year has no information."""
    key = source(cut, line.codigo) if line.sale else source(cut)
    return {"codigo": line.codigo, "anio": str(cut.periodo.anio), "entidad": line.entidad,
            "motivo": line.motivo, "fuente": key}  # fmt: skip


def number(found: Decimal | None) -> str:
    """Return a figure as the tables write it."""
    return "" if found is None else f"{found:f}"


def _report(cut: Cut, line: Line) -> Cells:
    on_time = "" if line.enviado is None or line.a_tiempo is None else _yes(line.a_tiempo)
    return {"codigo": line.codigo, "periodo": cut.periodo.id, "entidad": line.entidad,
            "estado": line.estado, "enviado": _day(line.enviado), "a_tiempo": on_time,
            "serie": str(line.serie), "motivo": line.motivo, "fuente": source(cut)}  # fmt: skip


def _source(key: str, document: str, institution: str, cut: Cut, place: str) -> Cells:
    return {"codigo": key, "documento": document, "institucion": institution,
            "anio": str(cut.periodo.anio), "localizador": place, "url": ""}  # fmt: skip


def _day(found: object) -> str:
    return "" if found is None else str(found)


def _yes(said: bool) -> str:
    return "si" if said else "no"
