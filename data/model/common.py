"""Tables that serve every plan: institutions, silence, counters, sources."""

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from data.codes import Light, Sector
from data.model.row import ONE_REPORT, MaybeInt, MaybeText, Row, Text, Year
from data.model.web_address import MaybeAddress


class Entidad(Row):
    """One institution with a part in the policy or in an older plan."""

    about = "Instituciones que los planes y la política nombran como responsables o agentes."
    key = ("sigla",)
    searched = ("sigla", "nombre")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    sigla: str = Field(pattern=r"^[A-Z][A-Z0-9-]*$", examples=["MIMP"], description="Sigla.")
    nombre: Text = Field(description="Nombre completo.")
    sector: Sector = Field(description="Sector con que se filtra.")
    tipo: Text = Field(description="Tipo de institución.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class SinReporte(Row):
    """One indicator for which the report says that information is missing."""

    about = "Indicadores sobre los que el propio reporte dice que falta información."
    empty_says = "ningún reporte dice que falte información"
    key = ("codigo", "anio")
    filtered = ("anio",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "codigo": ("indicadores",),
        "entidad": ("entidades",),
        "fuente": ("fuentes",),
    }

    codigo: Text = Field(description="Código del indicador.")
    anio: Year = Field(description="Año sin información.")
    entidad: Text = Field(description="Sigla de la entidad responsable.")
    motivo: Text = Field(description="Motivo, con las palabras del reporte.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Espacio(Row):
    """One space of coordination against trafficking."""

    about = "Espacios de coordinación contra la trata: nacionales, regionales y locales."
    key = ("nombre", "fuente")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    nombre: Text = Field(description="Nombre.")
    nivel: Literal["nacional", "regional", "provincial", "distrital"] = Field(description="Nivel.")
    departamento: MaybeText = Field(description="Departamento; vacío en los nacionales.")
    provincia: MaybeText = Field(description="Provincia; vacía en los regionales y nacionales.")
    distrito: MaybeText = Field(description="Distrito; vacío si no es distrital.")
    anio: MaybeInt = Field(description="Año de conformación; vacío si no se publica.")
    estado: Text = Field(description="Situación que da la fuente.")
    confianza: Literal["alta", "media", "baja"] = Field(
        description="Alta: documento leído; media: extracto o prensa; baja: dudoso."
    )
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Conteo(Row):
    """One counter by band that the report prints, wherever it prints it."""

    about = "Contadores por banda que imprime el reporte, en cada lugar en que los imprime."
    key = ("anio", "fuente", "nivel", "semaforo")
    filtered = ("anio", "semaforo")
    empty_says = "ningún reporte imprime contadores"
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"fuente": ("fuentes",)}

    anio: Year = Field(default=ONE_REPORT, description="Año contado.")
    nivel: Literal["OP", "IOP", "ISS"] = Field(description="Objetivos o indicadores contados.")
    semaforo: Light | Literal["total"] = Field(description="Banda, o total.")
    cantidad: Annotated[int, Field(ge=0)] = Field(description="Cuántos.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Correccion(Row):
    """One correction of a published figure: what changed and why."""

    about = (
        "Correcciones de cifras ya publicadas por el tablero: qué cambió, por qué y desde cuándo."
    )
    key = ("fecha", "tabla", "clave")
    empty_says = "no se ha corregido nada"

    fecha: date = Field(description="Día en que se publicó la corrección.")
    tabla: Text = Field(description="Tabla corregida.")
    clave: Text = Field(
        description="Clave entera de la fila corregida, con comas entre sus columnas, o «todas» si "
        "alcanza a la tabla entera."
    )
    motivo: Text = Field(description="Qué decía, qué dice y por qué.")
    url: MaybeAddress = Field(description="Dirección donde se explica; vacía si basta el motivo.")


class Fuente(Row):
    """One cited place of a document."""

    about = "Lugares citados: documento y sitio del documento donde se encuentra la cifra."
    key = ("codigo",)

    codigo: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", examples=["reporte-2024-matriz"], description="Clave."
    )
    documento: Text = Field(description="Título del documento.")
    institucion: Text = Field(description="Institución que lo publica.")
    anio: MaybeInt = Field(description="Año del documento; vacío si no consta.")
    localizador: Text = Field(description="Cuadro, sección o artículo donde está la cifra.")
    url: MaybeAddress = Field(description="Dirección, si la fuente la da.")
