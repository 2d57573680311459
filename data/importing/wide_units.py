"""The columns of the wide workbook as units: the country and its distritos fiscales, by year."""

from collections.abc import Mapping

from data.importing import coverage
from data.importing.dates import Span
from data.importing.harvest import NATION, Figure, Source, Unit, stated

_ADDRESS = (
    "https://www.datosabiertos.gob.pe/dataset/casos-intervenidos-por-el-delito-de-trata-de-"
    "personas-según-distrito-fiscal"
)
_NOTE = "Año entero"


def units(
    years: list[int],
    span: Span,
    values: Mapping[str, tuple[str, int | None, str]],
    whole: int | None,
) -> list[Unit]:
    """Return the units of one year; `values` are by code, `whole` is the row `Nacional`."""
    districts = coverage.figures("casos", "distrito_fiscal", values, span)
    national = (Figure("casos", "nacional", "Total", NATION, *stated(whole)),)
    attached = {"coberturas": coverage.row(districts, whole, "")}
    parts = _source(years, "distritos-anual", "Filas de distrito fiscal")
    return [
        Unit(_source(years, "anual", "Fila Nacional"), span, national, _NOTE),
        Unit(parts, span, districts, _NOTE, attached=attached),
    ]


def _source(years: list[int], part: str, place: str) -> Source:
    first, last = years[0], years[-1]
    return Source(
        codigo=f"mp-cuadro-2-7-{part}",
        documento=(
            "Casos intervenidos por el delito de trata de personas según distrito fiscal, "
            f"{first}-{last} (cuadro 2.7)"
        ),
        institucion="Ministerio Público (datos abiertos)",
        anio="",
        localizador=f"{place}, columnas de {first} a {last}",
        url=_ADDRESS,
    )
