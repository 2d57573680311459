"""The years of the policy: which are closed, who answered in each, what was changed in them."""

from typing import Annotated, ClassVar, Literal

from pydantic import BeforeValidator, Field

from data.codes import YearState
from data.model.row import (
    MaybeDate,
    MaybeNumber,
    MaybeText,
    MaybeYear,
    Number,
    Order,
    Row,
    Text,
    Year,
)

PERIOD = r"^20(19|2\d|30)(-S[12])?$"
_INDICATOR: dict[str, tuple[str, ...]] = {"codigo": ("indicadores",), "fuente": ("fuentes",)}
Reported = Literal[
    "pendiente", "borrador", "enviado", "en-revision", "observado", "recomendado", "aprobado",
    "publicado", "sin-reporte", "anulado",
]  # fmt: skip
Punctual = Annotated[Literal["si", "no"] | None, BeforeValidator(lambda value: value or None)]


class Ejercicio(Row):
    """One year of the policy, and whether somebody says that it is closed."""

    about = (
        "Años de la política y si están cerrados: el último cerrado es el de partida de cada "
        "vista y el corte de los datos."
    )
    key = ("anio",)
    filtered = ("anio",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    anio: Year = Field(description="Año de la política.")
    estado: YearState = Field(
        description="cerrado: su reporte se publicó; abierto: en curso o sin reporte publicado; "
        "futuro: no ha empezado."
    )
    cierre: MaybeDate = Field(description="Día en que se cerró; vacío si ninguna fuente lo da.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Vigencia(Row):
    """One span of years in which an indicator is in force, with who answers for it."""

    about = "Desde cuándo y hasta cuándo rige cada indicador, y quién responde por él entonces."
    key = ("codigo", "desde")
    refs: ClassVar[dict[str, tuple[str, ...]]] = _INDICATOR | {"entidad": ("entidades",)}

    codigo: Text = Field(description="Código del indicador.")
    desde: Year = Field(description="Primer año en que rige.")
    hasta: MaybeYear = Field(description="Último año en que rige; vacío: rige todavía.")
    entidad: Text = Field(description="Sigla de quien responde en ese lapso.")
    unidad: MaybeText = Field(description="Unidad dentro de la entidad; vacía si no se da.")
    motivo: MaybeText = Field(description="Por qué empieza o termina; vacío si no se da.")
    norma: MaybeText = Field(description="Norma que lo dispone; vacía si no se da.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")

    def holds(self, year: int) -> bool:
        """Say whether the span takes in a year."""
        return self.desde <= year and (self.hasta is None or year <= self.hasta)


class MetaAjustada(Row):
    """One target that was changed: `valores` has the new one, this row the one before."""

    about = "Metas que se cambiaron después de fijarse: la de antes, la nueva, cuándo y por qué."
    key = ("codigo", "anio", "valor_anterior")
    filtered = ("anio",)
    empty_says = "no se conoce ninguna meta cambiada"
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}
    joins: ClassVar[dict[str, tuple[str, ...]]] = {"valores": ("codigo", "anio")}

    codigo: Text = Field(description="Código del indicador.")
    anio: Year = Field(description="Año de la meta.")
    fecha: MaybeDate = Field(description="Día del cambio; vacío si no se da.")
    valor_anterior: Number = Field(description="Meta que regía.")
    valor_nuevo: Number = Field(description="Meta que rige desde entonces.")
    motivo: Text = Field(description="Por qué se cambió.")
    norma: MaybeText = Field(description="Norma o acto que la cambia; vacía si no se da.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Componente(Row):
    """The numerator and the denominator of an indicator in a period."""

    about = "Numerador y denominador de un indicador en un año o un semestre."
    key = ("codigo", "periodo")
    empty_says = "ninguna fuente da las dos partes"
    refs: ClassVar[dict[str, tuple[str, ...]]] = _INDICATOR

    codigo: Text = Field(description="Código del indicador.")
    periodo: str = Field(
        pattern=PERIOD, examples=["2025-S1"], description="Año, o año y semestre: 2025, 2025-S1."
    )
    numerador: Number = Field(description="Lo contado.")
    denominador: Number = Field(description="El total sobre el que se cuenta.")
    valor: MaybeNumber = Field(description="Valor que la fuente da del periodo; vacío si no lo da.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class PeriodoReporte(Row):
    """One period of reporting, with its dates."""

    about = "Periodos de reporte: qué abarcan, cuándo se abren, vencen, se cierran y se publican."
    key = ("periodo",)
    empty_says = "ninguna fuente da las fechas de un periodo de reporte"
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    periodo: str = Field(
        pattern=PERIOD, examples=["2025-S1"], description="Año, o año y semestre: 2025, 2025-S1."
    )
    inicio: MaybeDate = Field(description="Primer día que abarca.")
    fin: MaybeDate = Field(description="Último día que abarca.")
    abre: MaybeDate = Field(description="Día en que se abre el reporte; vacío si no se da.")
    vence: MaybeDate = Field(description="Día en que vence el plazo; vacío si no se da.")
    cierra: MaybeDate = Field(description="Día en que deja de recibirse; vacío si no se da.")
    publica: MaybeDate = Field(description="Día en que se publica; vacío si no se da.")
    estado: Literal["abierto", "cerrado", "publicado"] = Field(description="Situación.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Reporte(Row):
    """The report of one indicator in a period: who sent it, when, in which state it is."""

    about = "Reporte de cada indicador en cada periodo: quién lo envió, cuándo y si a tiempo."
    key = ("codigo", "periodo", "serie")
    empty_says = "ninguna fuente da cuándo envió cada entidad su reporte"
    refs: ClassVar[dict[str, tuple[str, ...]]] = _INDICATOR | {
        "periodo": ("periodos_reporte",),
        "entidad": ("entidades",),
    }

    codigo: Text = Field(description="Código del indicador.")
    periodo: Text = Field(description="Clave de la tabla periodos_reporte.")
    entidad: Text = Field(description="Sigla de quien reporta.")
    estado: Reported = Field(description="Situación del reporte.")
    enviado: MaybeDate = Field(description="Día del primer envío válido; vacío si no se envió.")
    a_tiempo: Punctual = Field(description="si: antes de vencer el plazo; vacío si no se sabe.")
    serie: Order = Field(description="1 el primero; cada corrección publicada, uno más.")
    motivo: MaybeText = Field(
        description="Por qué no se reportó o se corrigió, o qué norma lo anuló; puede faltar."
    )
    fuente: Text = Field(description="Clave de la tabla fuentes.")
