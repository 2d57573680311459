"""What the reports say of the Política Nacional al 2030 year by year: results and advances."""

from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from data.codes import Light, ResultState
from data.model.row import ONE_REPORT, MaybeNumber, Number, Row, Stated, Text, Year


class Valor(Stated):
    """Target, result and advance of one indicator in one year."""

    about = "Logro esperado, valor obtenido y avance de cada indicador en cada año."
    key = ("codigo", "anio")
    figure = "valor_obtenido"
    filtered = ("anio", "semaforo")
    derived = ("avance_calculado", "semaforo")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo": ("indicadores",),
        "fuente": ("fuentes",),
    }

    codigo: Text = Field(description="Código del indicador.")
    anio: Year = Field(description="Año.")
    logro_esperado: MaybeNumber = Field(description="Meta del año; vacío: el reporte pone ND.")
    valor_obtenido: MaybeNumber = Field(description="Resultado del año; vacío: véase estado.")
    estado: ResultState = Field(
        description="Qué es el valor obtenido: dato, cero o ausencia; por-vencer: su año no cerró."
    )
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
    derived = ("avance_calculado", "semaforo")
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


class Cifra(Row):
    """One absolute figure of the prose of a report."""

    about = "Cifras absolutas que el texto de un reporte da detrás de un servicio o indicador."
    key = ("codigo", "anio", "concepto", "fuente")
    filtered = ("anio",)
    empty_says = "ningún texto da cifras absolutas"
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo": ("indicadores", "servicios", "objetivos"),
        "fuente": ("fuentes",),
    }

    codigo: Text = Field(description="Indicador, servicio u objetivo.")
    anio: Year = Field(default=ONE_REPORT, description="Año de la cifra.")
    concepto: Text = Field(description="Qué se cuenta.")
    valor: Number = Field(description="Cifra.")
    unidad: Text = Field(description="Unidad de cuenta.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
