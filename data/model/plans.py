"""The plans before the policy: 2007-2013 and 2017-2021 (contract, section 3)."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from data.codes import Axis
from data.model.row import MaybeNumber, MaybeText, Order, Row, Text

Period = Literal["2017-2018", "2019-2020", "2021"]
Action = Annotated[
    str,
    Field(pattern=r"^\d\.\d\.\d$", examples=["2.3.1"], description="Código de la acción."),
]


class Meta2007(Row):
    """One target of the plan 2007-2013 with the result that its matrix declares."""

    about = "Metas del Plan 2007-2013 con el resultado que declara su matriz."
    key = ("numero",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "objetivo": ("objetivos",),
        "agentes": ("entidades",),
        "fuente": ("fuentes",),
    }
    lists = frozenset({"agentes"})
    searched = ("meta", "resultado", "observacion")

    numero: Order = Field(description="Número de la meta.")
    eje: Axis = Field(description="Eje.")
    objetivo: Text = Field(description="Objetivo estratégico.")
    meta: Text = Field(description="Texto de la meta.")
    resultado: Text = Field(description="Resultado, con las palabras de la matriz.")
    cumplimiento_pct: MaybeNumber = Field(
        description="Porcentaje declarado; vacío donde la matriz dice «No se ha cumplido la meta» "
        "sin dar un porcentaje."
    )
    agentes: MaybeText = Field(description="Siglas de los agentes, separadas por ;.")
    observacion: MaybeText = Field(description="Observación impresa junto al resultado.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Actividad2007(Row):
    """One activity, reported action or indicator of a target of the plan 2007-2013."""

    about = "Actividades, acciones e indicadores de cada meta del Plan 2007-2013."
    key = ("meta", "orden")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "meta": ("metas_2007_2013",),
        "fuente": ("fuentes",),
    }
    searched = ("texto", "unidad")

    meta: Order = Field(description="Número de la meta.")
    orden: Order = Field(description="Orden dentro de la meta.")
    actividad: MaybeText = Field(description="Actividad bajo la que está impresa la fila.")
    clase: Literal["actividad", "accion", "cualitativo", "cuantitativo"] = Field(
        description="Lo planeado, lo informado, o la clase de indicador."
    )
    texto: Text = Field(description="Texto de la matriz.")
    valor: MaybeNumber = Field(description="Cifra del texto; vacía si la matriz no da ninguna.")
    unidad: MaybeText = Field(description="Qué cuenta la cifra.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Accion2017(Row):
    """One action of the plan 2017-2021."""

    about = "Acciones del Plan 2017-2021 con sus entidades responsables."
    key = ("codigo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "objetivo_inmediato": ("objetivos",),
        "objetivo_estrategico": ("objetivos",),
        "responsables": ("entidades",),
        "fuente": ("fuentes",),
    }
    lists = frozenset({"responsables"})
    searched = ("codigo", "texto")

    codigo: Action
    objetivo_inmediato: Text = Field(description="Objetivo inmediato.")
    objetivo_estrategico: Text = Field(description="Objetivo estratégico.")
    eje: Axis = Field(description="Eje.")
    texto: Text = Field(description="Texto de la acción.")
    responsables: Text = Field(description="Siglas de las entidades, separadas por ;.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class Meta2017(Row):
    """One target of an action in one period; nobody reports its result."""

    about = "Metas de cada acción del Plan 2017-2021 por periodo; no hay resultados publicados."
    key = ("accion", "periodo", "orden")
    filtered = ("periodo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "accion": ("acciones_2017_2021",),
        "fuente": ("fuentes",),
    }
    searched = ("accion", "texto", "unidad")

    accion: Action
    periodo: Period = Field(description="Periodo de la meta.")
    orden: Order = Field(description="Orden dentro de la celda.")
    texto: Text = Field(description="Texto de la meta.")
    cantidad: MaybeNumber = Field(description="Cantidad; vacía si la meta no fija ninguna.")
    unidad: MaybeText = Field(description="Qué cuenta la cantidad; % si es porcentaje.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")


class SerieMeta(Row):
    """The place of a target in the ramp of the same promise over the periods."""

    about = "Qué metas del Plan 2017-2021 son la misma promesa en periodos seguidos."
    key = ("accion", "periodo", "orden")
    filtered = ("periodo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"accion": ("acciones_2017_2021",)}
    joins: ClassVar[dict[str, tuple[str, ...]]] = {
        "metas_2017_2021": ("accion", "periodo", "orden")
    }

    serie: str = Field(
        pattern=r"^\d\.\d\.\d-\d+$", examples=["1.1.1-2"], description="Clave de la serie."
    )
    accion: Action
    periodo: Period = Field(description="Periodo de la meta.")
    orden: Order = Field(description="Orden de la meta dentro de la celda.")


class Ivo2017(Row):
    """One objectively verifiable indicator of the plan 2017-2021."""

    about = "Indicadores verificables objetivamente (IVO) del Plan 2017-2021."
    key = ("codigo",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "objetivo": ("objetivos",),
        "fuente": ("fuentes",),
    }
    searched = ("codigo", "texto")

    codigo: str = Field(
        pattern=r"^IVO\d\d(\.\d){1,2}$", examples=["IVO01.1.2"], description="Código."
    )
    objetivo: Text = Field(description="Objetivo estratégico o inmediato.")
    texto: Text = Field(description="Texto del indicador.")
    fuente: Text = Field(description="Clave de la tabla fuentes.")
