"""The counts of the police base as units: the country and its departments, year by year."""

from collections.abc import Mapping

from data.importing import coverage
from data.importing.dates import Span
from data.importing.harvest import NATION, Figure, Source, Unit, stated

_ADDRESS = "https://observatorio.mininter.gob.pe/proyectos/base-de-datos-trata-de-personas"
_INSTITUTION = "PNP (base difundida por el Ministerio del Interior)"


def units(
    file: str, span: Span, values: Mapping[str, int], names: Mapping[str, str], choice: str
) -> list[Unit]:
    """Return the units of one year; `values` and `names` are by code of department."""
    held = {code: (names[code], number, "") for code, number in values.items()}
    departments = coverage.figures("denuncias", "departamento", held, span)
    whole = coverage.total(departments)
    note = "Año entero" if span.whole else f"{str(span).capitalize()}: meses con filas en la base"
    attached = {"coberturas": coverage.row(departments, whole, "")}
    source = _source(file, span, "departamentos", choice)
    made = [Unit(source, span, departments, note, attached=attached)]
    if whole is not None:
        national = (Figure("denuncias", "nacional", "Total PNP", NATION, *stated(whole)),)
        made.insert(0, Unit(_source(file, span, "total", choice), span, national, note))
    return made


def _source(file: str, span: Span, part: str, choice: str) -> Source:
    return Source(
        codigo=f"pnp-base-{span.year}-{part}",
        documento=f"Base de datos: Trata de personas, PNP ({file})",
        institucion=_INSTITUTION,
        anio="",
        localizador=(
            f"FINALIDAD DEL TIPO DE DELITO, columna Valor sumada, {span}; sin las filas de total"
            + (f"; {choice}" if choice else "")
        ),
        url=_ADDRESS,
    )
