"""What may be done with the published figures: fill a map, join a line, close a profile."""

from typing import ClassVar, Literal

from pydantic import Field

from data.model.incidence import FIGURE, Breakdown, Complete, Counted, Unit
from data.model.row import Count, MaybeInt, MaybeNumber, MaybeText, Number, Order, Row, Text


class Cobertura(Row):
    """How much of a map one source fills in one period."""

    about = "Qué parte del mapa da cada fuente en cada periodo: unidades, suma, total y resto."
    key = ("periodo", "indicador", "desagregacion", "unidad", "fuente")
    filtered = ("periodo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "periodo": ("periodos",),
        "fuente": ("fuentes",),
    }

    periodo: Text = Field(description="Clave de la tabla periodos.")
    indicador: Counted
    desagregacion: Literal["departamento", "distrito_fiscal"] = Field(description="Unidad.")
    unidad: Unit
    con_dato: Count = Field(description="Territorios con cifra publicada.")
    unidades: MaybeInt = Field(description="Territorios que existían; vacío si no procede.")
    suma: MaybeNumber = Field(description="Suma de las cifras publicadas (calculado).")
    total_publicado: MaybeNumber = Field(description="Total nacional de la misma fuente.")
    resto: MaybeNumber = Field(description="Total menos suma: lo no desagregado (calculado).")
    completo: Complete = Field(description="Si cubre todos los territorios.")
    nota: MaybeText = Field(description="Nota del tablero.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class PuntoSerie(Row):
    """One point of a series: a figure that may be compared with its neighbours."""

    about = "Series: qué cifras de la tabla incidencia pueden unirse con una línea y cuáles no."
    key = ("serie", "orden")
    filtered = ("periodo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}
    joins: ClassVar[dict[str, tuple[str, ...]]] = {"incidencia": FIGURE}

    serie: Text = Field(description="Nombre de la serie.")
    orden: Order = Field(description="Lugar en la serie.")
    tramo: MaybeInt = Field(
        description="Solo los puntos del mismo tramo pueden unirse; vacío si no hay cifra."
    )
    institucion: Text = Field(description="Institución que cuenta.")
    que_cuenta: Text = Field(description="Qué cuenta, con las palabras de la fuente.")
    indicador: Counted
    desagregacion: Breakdown = Field(description="Según qué se desagrega la cifra.")
    categoria: Text = Field(description="Categoría de la cifra.")
    codigo_territorio: Text = Field(description="Clave de la tabla territorios.")
    periodo: Text = Field(description="Clave de la tabla periodos.")
    nota: MaybeText = Field(description="Cortes de la serie y por qué.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class BasePerfil(Row):
    """What one group of a profile adds up to, and what it leaves unsaid."""

    about = "Base, suma y resto de cada grupo del perfil de víctimas e imputados."
    key = ("grupo",)
    lists = frozenset({"categorias"})
    filtered = ("periodo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "periodo": ("periodos",),
        "fuente": ("fuentes",),
    }

    grupo: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["victimas-sexo-2014"], description="Clave."
    )
    titulo: Text = Field(description="Título.")
    indicador: Counted
    desagregacion: Breakdown = Field(description="Según qué se desagrega.")
    periodo: Text = Field(description="Clave de la tabla periodos.")
    unidad: Unit
    base: MaybeNumber = Field(description="Sobre cuántos; vacío si no se publica.")
    base_unidad: Text = Field(description="Sobre qué.")
    categorias: Text = Field(description="Categorías que se suman, separadas por ;.")
    suma: Number = Field(description="Suma de las categorías (calculado).")
    resto: Number = Field(description="Lo que falta para el total (calculado).")
    explicacion: Text = Field(description="Por qué no suma, o que cierra.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
