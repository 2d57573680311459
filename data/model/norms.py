"""What binds the State: agreements with neighbours, legal norms, regional plans."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from data.model.row import MaybeInt, MaybeText, Row, Text

_Date = Annotated[
    Annotated[str, Field(pattern=r"^\d{4}-\d\d(-\d\d)?$")] | None,
    BeforeValidator(lambda value: value or None),
    Field(examples=["2014-07-25"], description="Fecha impresa, AAAA-MM-DD o AAAA-MM."),
]


class Acuerdo(Row):
    """One instrument with another State, signed or not."""

    about = (
        "Acuerdos con otros Estados contra la trata: suscritos, en negociación o en fase germinal."
    )
    key = ("pais", "instrumento")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}
    searched = ("pais", "instrumento")

    pais: Text = Field(description="País o bloque.")
    instrumento: Text = Field(description="Nombre del instrumento, como lo da la fuente.")
    estado: Literal[
        "suscrito",
        "en-negociacion",
        "germinal",
        "inicial",
        "iniciativa",
        "promocion-de-suscripcion",
    ] = Field(
        description="Situación que da la fuente; inicial es germinal en versiones anteriores."
    )
    fecha: _Date
    anio: MaybeInt = Field(description="Año; vacío si la fuente no lo da.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Norma(Row):
    """One legal norm that the documents cite against trafficking."""

    about = "Normas que los documentos citan contra la trata o para atender a sus víctimas."
    key = ("codigo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}
    searched = ("nombre", "que_hace")

    codigo: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["ley-28950"], description="Clave."
    )
    nombre: Text = Field(description="Nombre, con las palabras de la fuente.")
    tipo: Text = Field(description="Tipo de norma.")
    fecha: _Date
    anio: MaybeInt = Field(description="Año; vacío si la fuente no lo da.")
    ambito: Literal["nacional", "internacional"] = Field(description="Ámbito.")
    que_hace: MaybeText = Field(description="Qué dice la fuente de ella.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class PlanRegional(Row):
    """One regional plan against trafficking that the national plan counts."""

    about = "Regiones con plan regional contra la trata según el Plan 2017-2021."
    key = ("region",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    region: Text = Field(description="Región.")
    estado: Text = Field(description="Situación que da la fuente.")
    inversion_publica: MaybeText = Field(description="Proyecto de inversión, si la fuente lo dice.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
