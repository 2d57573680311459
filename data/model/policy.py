"""What the Política Nacional al 2030 sets out: objectives, services and their indicators."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from data.codes import Axis, Sector
from data.model.row import MaybeInt, MaybeNumber, MaybeText, Row, Text

Kind = Annotated[
    Literal["calidad", "cobertura"] | None, BeforeValidator(lambda value: value or None)
]


class Indicador(Row):
    """One indicator of the policy: six of objective (IOP), 44 of service (ISS)."""

    about = "Indicadores de la Política Nacional al 2030: uno por fila."
    key = ("codigo",)
    searched = ("codigo", "nombre", "responsable", "nombre_corto")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "objetivo": ("objetivos",),
        "lineamiento": ("lineamientos",),
        "servicio": ("servicios",),
        "responsable": ("entidades",),
        "fuente": ("fuentes",),
    }

    codigo: str = Field(
        pattern=r"^(IOP\.\d\d\.\d\d|ISS(\.\d\d){4})$",
        examples=["IOP.01.01"],
        description="Código del indicador.",
    )
    nombre: Text = Field(description="Nombre, con las palabras del reporte.")
    nivel: Literal["IOP", "ISS"] = Field(
        description="IOP: indicador de objetivo prioritario; ISS: de servicio."
    )
    objetivo: Text = Field(description="Objetivo prioritario al que pertenece.")
    lineamiento: MaybeText = Field(description="Lineamiento; vacío en los IOP.")
    servicio: MaybeText = Field(description="Servicio; vacío en los IOP.")
    servicio_numero: MaybeInt = Field(description="Número del servicio, del 1 al 42.")
    responsable: Text = Field(description="Sigla de la entidad responsable.")
    sector: Sector = Field(description="Sector de la entidad responsable.")
    eje: Axis = Field(description="Eje: prevención, persecución o protección.")
    tipo: Kind = Field(description="Estándar de cumplimiento; vacío en los IOP.")
    sentido: Literal["ascendente", "descendente"] = Field(
        description="Si debe subir (ascendente) o bajar."
    )
    agregacion: Text = Field(description="Tipo de agregación que declara el reporte.")
    unidad: Literal["%", "n"] = Field(description="Porcentaje (%) o número (n).")
    linea_base_anio: Annotated[int, Field(ge=2000, le=2030)] = Field(
        description="Año de la línea base."
    )
    linea_base_valor: MaybeNumber = Field(description="Línea base; vacío: el reporte pone ND.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
    nombre_corto: MaybeText = Field(
        description="Nombre corto, de este tablero y no del reporte; vacío: se usa el del reporte."
    )

    @property
    def short(self) -> str:
        """Return the short name, which is ours, or that of the report where there is none."""
        return self.nombre_corto or self.nombre


class Objetivo(Row):
    """One objective of a plan."""

    about = "Objetivos de los planes: prioritarios (OP), estratégicos (OE), inmediatos (OI)."
    key = ("codigo", "plan")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "padre": ("objetivos",),
        "fuente": ("fuentes",),
    }
    searched = ("codigo", "texto")

    codigo: Text = Field(description="Código del objetivo.")
    plan: Literal["plan-2007-2013", "plan-2017-2021", "politica-2030"] = Field(
        description="Plan o política."
    )
    nivel: Literal["OP", "OE", "OI"] = Field(description="Prioritario, estratégico o inmediato.")
    padre: MaybeText = Field(description="Objetivo del que depende; vacío si es de primer nivel.")
    eje: Axis = Field(description="Eje.")
    texto: Text = Field(description="Texto del objetivo.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Lineamiento(Row):
    """One lineamiento of an objective of the policy."""

    about = "Lineamientos de la Política Nacional al 2030."
    key = ("codigo",)
    searched = ("codigo", "nombre")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "objetivo": ("objetivos",),
        "fuente": ("fuentes",),
    }

    codigo: str = Field(
        pattern=r"^LN\.\d\d\.\d\d$", examples=["LN.01.01"], description="Código del lineamiento."
    )
    objetivo: Text = Field(description="Objetivo prioritario.")
    nombre: Text = Field(description="Texto del lineamiento.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Servicio(Row):
    """One service of the policy."""

    about = "Servicios de la Política Nacional al 2030, numerados del 1 al 42."
    key = ("codigo",)
    searched = ("codigo", "nombre")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "objetivo": ("objetivos",),
        "lineamiento": ("lineamientos",),
        "fuente": ("fuentes",),
    }

    codigo: str = Field(
        pattern=r"^SS(\.\d\d){3}$", examples=["SS.01.01.01"], description="Código del servicio."
    )
    numero: Annotated[int, Field(ge=1)] = Field(description="Número con que lo cita el reporte.")
    objetivo: Text = Field(description="Objetivo prioritario.")
    lineamiento: Text = Field(description="Lineamiento.")
    nombre: Text = Field(description="Nombre del servicio.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
