"""What an officer reports of one indicator and period, and what is known when it is checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal, get_args

DataState = Literal["dato", "cero", "nd", "sin-dato-con-motivo"]
Kind = Literal["parte-de-un-todo", "ejecutado-programado", "variacion", "cuenta", "indice"]
Accumulation = Literal["suma", "cociente-de-sumas", "ultimo"]
Part = Literal["numerador", "denominador", "valor"]
DATA_STATES: tuple[DataState, ...] = get_args(DataState)
KINDS: tuple[Kind, ...] = get_args(Kind)
ACCUMULATIONS: tuple[Accumulation, ...] = get_args(Accumulation)
# The kinds whose value is computed from two parts: nobody types it.
OF_PARTS: frozenset[Kind] = frozenset(KINDS[:3])


@dataclass(frozen=True, slots=True)
class Sheet:
    """The technical sheet (*ficha*) of an indicator: what it counts and how it is computed."""

    codigo: str
    nombre: str
    clase: Kind
    unidad: str
    calificador: str = ""
    universo: str = ""
    universo_n: Decimal | None = None
    acumulacion: Accumulation = "suma"
    agregacion: str = ""
    sentido: str = "ascendente"
    decimales: int = 1
    evidencia: tuple[str, ...] = ()
    cuenta_hechos: bool = False

    @property
    def has_parts(self) -> bool:
        """Say whether its value is computed from a numerator and a denominator."""
        return self.clase in OF_PARTS


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact behind a count: an operation, a training, a campaign. It names no person."""

    fecha: date
    tipo: str
    lugar: str
    cantidad: Decimal


@dataclass(frozen=True, slots=True)
class Entry:
    """A version of a report, as it was typed; a field that nobody filled is None or empty."""

    estado_dato: DataState | None = None
    numerador: Decimal | None = None
    denominador: Decimal | None = None
    valor: Decimal | None = None
    avance: Decimal | None = None
    texto: str = ""
    limitaciones: str = ""
    motivo: str = ""
    entidad: str = ""
    unidad: str = ""
    cero_confirmado: bool = False
    evidencia: tuple[str, ...] = ()
    sin_evidencia: str = ""
    desagregado: Mapping[str, Mapping[str, Decimal]] = field(default_factory=dict)
    hechos: tuple[Fact, ...] = ()
    explicaciones: Mapping[str, str] = field(default_factory=dict)
    sueltos: str = ""

    @property
    def words(self) -> str:
        """Return everything that was written in sentences."""
        said = (self.texto, self.limitaciones, self.motivo, self.sin_evidencia)
        return "\n".join([*(part for part in said if part), *self.explicaciones.values()])


@dataclass(frozen=True, slots=True)
class Answerable:
    """Who answers for an indicator in a span: an entity and, where it is known, its unit."""

    entidad: str
    unidad: str = ""


@dataclass(frozen=True, slots=True)
class Counterpart:
    """The figure of another report that should agree with a figure of this one."""

    codigo: str
    dato: str
    que: Part
    cifra: Decimal | None


@dataclass(frozen=True, slots=True)
class Half:
    """What was approved of one half of the year."""

    numerador: Decimal | None
    denominador: Decimal | None
    valor: Decimal | None


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the indicator and the period: nothing here was typed in the report."""

    sheet: Sheet
    anio: int
    inicio: date
    fin: date
    base: Decimal | None = None
    metas: Mapping[int, Decimal] = field(default_factory=dict)
    valores: Mapping[int, Decimal] = field(default_factory=dict)
    denominadores: Mapping[int, Decimal] = field(default_factory=dict)
    responsables: tuple[Answerable, ...] = ()
    contrapartes: tuple[Counterpart, ...] = ()
    mismo_universo: Mapping[str, Decimal] = field(default_factory=dict)
    semestres: tuple[Half, ...] = ()
    lugares: frozenset[str] = frozenset()
    unidades: frozenset[str] = frozenset()

    @property
    def meta(self) -> Decimal | None:
        """Return the target of the year."""
        return self.metas.get(self.anio)

    def before(self, series: Mapping[int, Decimal]) -> Decimal | None:
        """Return the last figure of a series before this year."""
        earlier = [year for year in series if year < self.anio]
        return series[max(earlier)] if earlier else None
