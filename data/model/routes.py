"""The known circuit of the crime as the plan states it: pairs, sentences, places."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from data.model.row import MaybeText, Number, Order, Row, Text

_Degrees = Annotated[Number, Field(ge=-180, le=180)]


class Ruta(Row):
    """One origin-destination pair that the source states, and no other."""

    about = "Rutas que el plan menciona, de origen a destino; una ruta no es un camino."
    key = ("tipo", "origen_lugar", "destino_lugar")
    filtered = ("tipo",)
    searched = ("origen_lugar", "origen_region", "destino_lugar", "destino_region", "zona")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "origen_lugar": ("lugares",),
        "destino_lugar": ("lugares",),
        "fuente": ("fuentes",),
    }

    tipo: Literal["internacional", "interna"] = Field(description="Internacional o interna.")
    origen_lugar: Text = Field(description="Lugar de origen, como lo nombra el plan.")
    origen_region: MaybeText = Field(description="Región del origen; vacía fuera del Perú.")
    destino_lugar: MaybeText = Field(description="Lugar de destino; vacío: el plan no lo nombra.")
    destino_region: MaybeText = Field(description="Región del destino; vacía si no se sabe.")
    zona: MaybeText = Field(description="Encabezado bajo el que el plan dice la ruta.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class FraseRuta(Row):
    """One sentence of the plan and the pairs that it states."""

    about = "Frases del plan de las que sale cada ruta; una puede estar en dos frases."
    key = ("numero",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}
    searched = ("frase",)

    numero: Order = Field(description="Orden de la frase en el texto.")
    frase: Text = Field(description="La frase, con las palabras del plan.")
    pares: MaybeText = Field(description="Rutas que menciona, origen → destino, separadas por ;.")
    zona: MaybeText = Field(description="Encabezado de la frase.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Lugar(Row):
    """One place of a route or of an agreement, with a coordinate no finer than its city."""

    about = "Lugares de rutas y acuerdos, con coordenadas esquemáticas de un decimal."
    key = ("lugar",)

    lugar: Text = Field(description="Nombre.")
    region: MaybeText = Field(description="Región del Perú; vacía si no procede.")
    pais: Text = Field(description="País.")
    tipo: Literal["ciudad", "region", "zona", "pais"] = Field(description="Qué clase de lugar es.")
    lon: _Degrees = Field(description="Longitud esquemática, en grados.")
    lat: _Degrees = Field(description="Latitud esquemática, en grados.")
    nota: Text = Field(description="Qué señala la coordenada.")


class DestinoLima(Row):
    """One district of Lima that the plan names as destination, without an origin."""

    about = "Distritos de Lima que el plan nombra como destino; no da su origen."
    key = ("lugar",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    lugar: Text = Field(description="Distrito.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
