"""Published figures of the crime: who says so, of when, of where, and what is not said."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from data.codes import State
from data.model.row import MaybeDate, MaybeNumber, MaybeText, Row, Stated, Text

Breakdown = Literal[
    "nacional",
    "departamento",
    "distrito_fiscal",
    "sexo",
    "edad",
    "nacionalidad",
    "captacion",
    "explotacion",
]
Unit = Annotated[Literal["n", "%"], Field(description="Número (n) o porcentaje (%).")]
Complete = Literal["si", "no", "dudoso"]
Counted = Annotated[
    str,
    Field(
        pattern=r"^[a-z]+(_[a-z]+)*$",
        examples=["denuncias"],
        description="Qué se cuenta; cada unidad de cuenta va aparte y no se suma con otra.",
    ),
]
FIGURE = ("indicador", "desagregacion", "categoria", "codigo_territorio", "periodo", "fuente")


class Incidencia(Stated):
    """One figure that an institution, a plan or the press has published."""

    about = "Cifras publicadas de casos, denuncias, víctimas e imputados, cada una con su fuente."
    key = FIGURE
    figure = "valor"
    filtered = ("periodo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo_territorio": ("territorios",),
        "periodo": ("periodos",),
        "fuente": ("fuentes",),
    }

    indicador: Counted
    desagregacion: Breakdown = Field(description="Según qué se desagrega la cifra.")
    categoria: Text = Field(description="Categoría, con las palabras de la fuente.")
    codigo_territorio: Text = Field(description="Clave de la tabla territorios.")
    periodo: Text = Field(description="Clave de la tabla periodos.")
    periodo_inicio: MaybeDate = Field(description="Primer día del periodo; vacío si no consta.")
    periodo_fin: MaybeDate = Field(description="Último día del periodo; vacío si no consta.")
    valor: MaybeNumber = Field(description="Cifra publicada; vacía: véase estado.")
    unidad: Unit
    estado: State = Field(description="Qué es el valor: dato, cero o una de tres ausencias.")
    confianza: Literal["alta", "media", "baja"] = Field(
        description="Alta: documento oficial leído; media y baja: citas de terceros."
    )
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class NotaIncidencia(Row):
    """What a reader must know about one published figure."""

    about = "Notas sobre cifras de la tabla incidencia: qué incluyen y con qué no se comparan."
    key = FIGURE
    filtered = ("periodo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}
    joins: ClassVar[dict[str, tuple[str, ...]]] = {"incidencia": FIGURE}

    indicador: Counted
    desagregacion: Breakdown = Field(description="Según qué se desagrega la cifra.")
    categoria: Text = Field(description="Categoría de la cifra.")
    codigo_territorio: Text = Field(description="Clave de la tabla territorios.")
    periodo: Text = Field(description="Clave de la tabla periodos.")
    nota: Text = Field(description="Nota del tablero.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Periodo(Row):
    """One period for which somebody has published a figure."""

    about = "Periodos de las cifras publicadas; se superponen y no se suman."
    key = ("codigo",)

    codigo: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["2009-2014"], description="Clave."
    )
    inicio: MaybeDate = Field(description="Primer día; vacío si la fuente no lo da.")
    fin: MaybeDate = Field(description="Último día; vacío si la fuente no lo da.")
    completo: Complete = Field(description="Si son años enteros; dudoso: la fuente no lo aclara.")
    nota: MaybeText = Field(description="De dónde salen las fechas y qué falta.")


class Territorio(Row):
    """One territory that a figure speaks of."""

    about = "El país, los 25 departamentos y los 34 distritos fiscales, con su código."
    key = ("codigo",)

    codigo: str = Field(
        pattern=r"^(PE|\d\d|[a-z]+(-[a-z]+)*)$",
        examples=["madre-de-dios"],
        description="PE, código de departamento o clave del distrito fiscal.",
    )
    nombre: Text = Field(description="Nombre de hoy.")
    nivel: Literal["pais", "departamento", "distrito_fiscal"] = Field(description="Nivel.")
    otros_nombres: MaybeText = Field(description="Otros nombres en las fuentes, separados por ;.")
    nota: MaybeText = Field(description="Desde cuándo figura o qué equivalencia se hizo.")
