"""What stands beside a figure so that it is read fairly: reasons, other figures, assessments."""

from typing import ClassVar, Literal

from pydantic import Field

from data.model.row import Count, MaybeText, Number, Row, Text, Year

Explained = Literal["razon", "comentario", "traslado", "contexto"]


class Explicacion(Row):
    """One thing that a source says of a result: its reason, who took it over, its context."""

    about = (
        "Lo que las fuentes dicen junto a un resultado: la razón que dan, a quién pasó la "
        "responsabilidad o qué hay que saber para leerlo."
    )
    key = ("codigo", "anio", "clase", "fuente")
    empty_says = "las fuentes no explican ningún resultado"
    filtered = ("anio",)
    searched = ("codigo", "texto")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo": ("indicadores",),
        "entidad": ("entidades",),
        "fuente": ("fuentes",),
    }

    codigo: Text = Field(description="Código del indicador.")
    anio: Year = Field(description="Año del resultado.")
    clase: Explained = Field(
        description="razon: la que da la fuente; comentario: lo que dice del resultado sin dar "
        "una razón; traslado: a quién pasó la responsabilidad; contexto: otra cifra o fuente."
    )
    entidad: MaybeText = Field(
        description="Sigla de quien la recibió, si es un traslado; vacía en lo demás."
    )
    texto: Text = Field(description="Palabras de la fuente; entre «» donde son literales.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class OtroAvance(Row):
    """Another advance that the same report prints, on which the verdict does not stand."""

    about = (
        "Otra cifra que el mismo reporte publica para el avance de un objetivo y que no es la "
        "que sigue el estado."
    )
    key = ("codigo", "anio", "fuente")
    empty_says = "ningún reporte imprime otro avance"
    filtered = ("anio",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "discrepancia": ("discrepancias",),
        "fuente": ("fuentes",),
    }
    joins: ClassVar[dict[str, tuple[str, ...]]] = {"avances": ("codigo", "anio")}

    codigo: Text = Field(description="Objetivo, o IG: índice de gestión.")
    anio: Year = Field(description="Año.")
    avance_publicado: Number = Field(description="Avance que imprime este lugar del reporte, %.")
    discrepancia: MaybeText = Field(description="Registro de discrepancias que lo explica.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Valoracion(Row):
    """One assessment that a report prints in words."""

    about = "Valoraciones que el reporte da con palabras y puntos, tal como las imprime."
    key = ("anio", "ambito")
    empty_says = "ningún reporte imprime una valoración"
    filtered = ("anio",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    anio: Year = Field(description="Año valorado.")
    ambito: Literal["politica", "objetivos", "servicios"] = Field(description="Qué se valora.")
    nivel: Text = Field(description="Nivel, con la palabra del reporte.")
    puntos: Number = Field(description="Puntos que imprime el reporte.")
    texto: Text = Field(description="Frase del reporte que lo explica.")
    origen: Literal["publicada"] = Field(
        description="publicada: la imprime el reporte y su regla no se conoce."
    )
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Mencion(Row):
    """How often the whole text of a document names an institution."""

    about = (
        "Cuántas veces el texto completo de cada plan anterior nombra a cada institución, por su "
        "nombre o por su sigla (calculado)."
    )
    key = ("sigla", "documento")
    filtered = ("documento",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "sigla": ("entidades",),
        "documento": ("fuentes",),
    }

    sigla: Text = Field(description="Sigla de la institución.")
    documento: Text = Field(description="Documento leído: clave de la tabla fuentes.")
    veces: Count = Field(description="Veces que la nombra (calculado).")
