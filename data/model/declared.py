"""What an entity declares beside its figures, in its own words, and what it shows of them."""

from datetime import date
from typing import ClassVar

from pydantic import Field

from data.model.row import MaybeText, Order, Row, Text
from data.model.years import PERIOD

# What a declaration speaks of: a part of the report, or the check that asked to explain.
PART = r"^(texto|limitaciones|sin-evidencia|V\d\d)$"
_OF_REPORT: dict[str, tuple[str, ...]] = {
    "codigo": ("indicadores",),
    "periodo": ("periodos_reporte",),
    "entidad": ("entidades",),
    "fuente": ("fuentes",),
}


class Declaracion(Row):
    """One thing that an entity says in a report that was approved."""

    about = (
        "Lo que cada entidad declara en su reporte, con sus palabras: qué hizo, qué limita el "
        "dato y la explicación que una comprobación le pidió."
    )
    key = ("codigo", "periodo", "apartado")
    empty_says = "ninguna entidad ha declarado nada en un reporte publicado"
    searched = ("codigo", "texto")
    refs: ClassVar[dict[str, tuple[str, ...]]] = _OF_REPORT

    codigo: Text = Field(description="Código del indicador.")
    periodo: str = Field(
        pattern=PERIOD, examples=["2025-S1"], description="Clave de la tabla periodos_reporte."
    )
    apartado: str = Field(
        pattern=PART,
        examples=["texto"],
        description="texto: qué se hizo; limitaciones: qué limita el dato; sin-evidencia: por qué "
        "no la hay; V01 a V20: la explicación que pidió esa comprobación.",
    )
    entidad: Text = Field(description="Sigla de quien lo declara.")
    fecha: date = Field(description="Día en que envió el reporte.")
    pregunta: MaybeText = Field(description="Qué observó la comprobación; vacía en lo demás.")
    texto: Text = Field(description="Palabras de la entidad, en un solo párrafo.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Evidencia(Row):
    """One file that backs a report and of which the entity lets it be said that it exists."""

    about = (
        "Archivos que respaldan un reporte y que la entidad permite nombrar: qué muestran y la "
        "suma con que se comprueba una copia. El archivo no se publica."
    )
    key = ("codigo", "periodo", "numero")
    empty_says = "ninguna entidad ha nombrado en público un archivo que respalde su reporte"
    searched = ("codigo", "titulo")
    refs: ClassVar[dict[str, tuple[str, ...]]] = _OF_REPORT

    codigo: Text = Field(description="Código del indicador.")
    periodo: str = Field(
        pattern=PERIOD, examples=["2025-S1"], description="Clave de la tabla periodos_reporte."
    )
    numero: Order = Field(description="1, 2…: el orden en que se adjuntaron.")
    entidad: Text = Field(description="Sigla de quien lo adjunta.")
    titulo: Text = Field(description="Qué muestra, con las palabras de la entidad.")
    tipo: Text = Field(description="Clase de evidencia: acta, informe, resolución…")
    fecha: date = Field(description="Día en que el Registro recibió el archivo.")
    sha256: str = Field(
        pattern=r"^[0-9a-f]{64}$", examples=["0" * 64], description="Suma SHA-256 del archivo."
    )
    fuente: Text = Field(description="Clave de la tabla fuentes.")
