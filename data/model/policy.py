"""Tables of the Política Nacional al 2030 (contract, section 3)."""

from decimal import Decimal
from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from data.codes import Axis, Light, Sector, State
from data.model.row import MaybeInt, MaybeNumber, MaybeText, Number, Row, Stated, Text, Year

Kind = Annotated[
    Literal["calidad", "cobertura"] | None, BeforeValidator(lambda value: value or None)
]


class Indicador(Row):
    """One indicator of the policy: six of objective (IOP), 44 of service (ISS)."""

    about = "Indicadores de la Política Nacional al 2030: uno por fila."
    key = ("codigo",)
    searched = ("codigo", "nombre", "responsable")
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
    sentido: Literal["ascendente", "descendente"] = Field(description="Sentido esperado.")
    agregacion: Text = Field(description="Tipo de agregación que declara el reporte.")
    unidad: Literal["%", "n"] = Field(description="Porcentaje (%) o número (n).")
    linea_base_anio: Annotated[int, Field(ge=2000, le=2030)] = Field(
        description="Año de la línea base."
    )
    linea_base_valor: MaybeNumber = Field(description="Línea base; vacío: el reporte pone ND.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Valor(Stated):
    """Target, result and advance of one indicator in one year."""

    about = "Logro esperado, valor obtenido y avance de cada indicador en cada año."
    key = ("codigo", "anio")
    figure = "valor_obtenido"
    filtered = ("anio", "semaforo")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo": ("indicadores",),
        "fuente": ("fuentes",),
    }

    codigo: Text = Field(description="Código del indicador.")
    anio: Year = Field(description="Año.")
    logro_esperado: MaybeNumber = Field(description="Meta del año; vacío: el reporte pone ND.")
    valor_obtenido: MaybeNumber = Field(description="Resultado del año; vacío: véase estado.")
    estado: State = Field(description="Qué es el valor obtenido: dato, cero o ausencia.")
    avance_publicado: MaybeNumber = Field(description="Avance tipo 1 que imprime el reporte, %.")
    avance_calculado: MaybeNumber = Field(
        description="Valor obtenido ÷ logro esperado × 100, con un decimal (calculado)."
    )
    semaforo: Light = Field(description="Banda del avance publicado o, si falta, del calculado.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")

    @property
    def percent(self) -> Decimal | None:
        """Return the advance that the traffic light follows: published, else computed."""
        return self.avance_calculado if self.avance_publicado is None else self.avance_publicado

    @property
    def computed(self) -> bool:
        """Say whether the advance shown is ours and not the report's."""
        return self.avance_publicado is None and self.avance_calculado is not None


class Avance(Row):
    """Advance of one objective, or of the whole policy (code IG), in one year."""

    about = "Avance de los objetivos prioritarios y del índice de gestión (IG) por año."
    key = ("codigo", "anio")
    filtered = ("anio", "semaforo")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    codigo: str = Field(
        pattern=r"^(OP\.\d\d|IG)$",
        examples=["OP.01"],
        description="Objetivo, o IG: índice de gestión.",
    )
    anio: Year = Field(description="Año.")
    avance_publicado: MaybeNumber = Field(description="Avance que imprime el reporte, %.")
    avance_calculado: MaybeNumber = Field(
        description="Media de los indicadores de objetivo, cada uno hasta 100 (calculado)."
    )
    semaforo: Light = Field(description="Banda del avance publicado o, si falta, del calculado.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")

    @property
    def percent(self) -> Decimal | None:
        """Return the advance that the traffic light follows: published, else computed."""
        return self.avance_calculado if self.avance_publicado is None else self.avance_publicado

    @property
    def computed(self) -> bool:
        """Say whether the advance shown is ours and not the report's."""
        return self.avance_publicado is None and self.avance_calculado is not None


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


class Cifra(Row):
    """One absolute figure of the prose of the 2024 report."""

    about = "Cifras absolutas que el texto del reporte da detrás de un servicio o indicador."
    key = ("codigo", "concepto", "fuente")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo": ("indicadores", "servicios", "objetivos"),
        "fuente": ("fuentes",),
    }

    codigo: Text = Field(description="Indicador, servicio u objetivo.")
    concepto: Text = Field(description="Qué se cuenta.")
    valor: Number = Field(description="Cifra.")
    unidad: Text = Field(description="Unidad de cuenta.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
