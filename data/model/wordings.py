"""How the other papers of the plan 2017-2021 put the same promises."""

from typing import ClassVar, Literal

from pydantic import Field

from data.model.plans import Action
from data.model.row import Order, Row, Text


class AccionCiudadana(Row):
    """One action in the words of the citizen version."""

    about = "Acciones del Plan 2017-2021 con las palabras de su versión ciudadana."
    key = ("accion",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "accion": ("acciones_2017_2021",),
        "responsables": ("entidades",),
        "fuente": ("fuentes",),
    }
    lists = frozenset({"responsables"})
    searched = ("accion", "texto")

    accion: Action
    texto: Text = Field(description="Texto de la versión ciudadana.")
    responsables: Text = Field(description="Siglas que da la versión ciudadana, separadas por ;.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class MetaCiudadana(Row):
    """One target to 2021 in the words of the citizen version."""

    about = "Metas al 2021 del Plan 2017-2021 con las palabras de su versión ciudadana."
    key = ("accion", "orden")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "accion": ("acciones_2017_2021",),
        "fuente": ("fuentes",),
    }
    searched = ("accion", "texto")

    accion: Action
    orden: Order = Field(description="Orden dentro de la acción.")
    texto: Text = Field(description="Texto de la versión ciudadana.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class TextoCiudadano(Row):
    """One objective in the words of the citizen version or of the summary."""

    about = "Objetivos del Plan 2017-2021 con las palabras de su versión ciudadana y su resumen."
    key = ("objetivo", "version")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "objetivo": ("objetivos",),
        "fuente": ("fuentes",),
    }
    searched = ("objetivo", "texto")

    objetivo: Text = Field(description="Objetivo estratégico o inmediato.")
    version: Literal["ciudadana", "resumen"] = Field(description="Documento.")
    texto: Text = Field(description="Texto de ese documento.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class IndicadorResumen(Row):
    """One indicator in the words of the summary, beside the indicator of the plan."""

    about = "Indicadores del resumen del Plan 2017-2021 junto al IVO que les corresponde."
    key = ("objetivo", "orden")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "objetivo": ("objetivos",),
        "ivo": ("ivo_2017_2021",),
        "fuente": ("fuentes",),
    }
    searched = ("objetivo", "texto")

    objetivo: Text = Field(description="Objetivo inmediato.")
    orden: Order = Field(description="Orden dentro del objetivo.")
    ivo: Text = Field(description="Indicador verificable del plan.")
    texto: Text = Field(description="Texto del resumen.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class ObjetivoApartado62(Row):
    """One objective as section 6.2 of the plan puts and numbers it."""

    about = "Objetivos del Plan 2017-2021 como los escribe y numera su apartado 6.2."
    key = ("codigo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo": ("objetivos",),
        "fuente": ("fuentes",),
    }
    searched = ("codigo", "texto")

    codigo: Text = Field(description="Código en la tabla objetivos.")
    codigo_impreso: Text = Field(description="Numeración impresa en el apartado 6.2.")
    texto: Text = Field(description="Texto del apartado 6.2.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
