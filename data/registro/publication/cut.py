"""A cut: everything that a period makes public."""

from dataclasses import dataclass
from datetime import date, timedelta, timezone
from decimal import Decimal
from typing import Any

from data.model.years import Reported

LIMA = timezone(timedelta(hours=-5))
SETTLED: tuple[Reported, ...] = ("publicado", "sin-reporte", "anulado")


@dataclass(frozen=True, slots=True)
class Declared:
    """Something that is said in words; `pregunta`: what a check asked to explain, or ''."""

    apartado: str
    pregunta: str
    texto: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A file that backs a report, of which it is said that it exists; it stays where it is."""

    titulo: str
    tipo: str
    dia: date
    sha256: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A target that a norm changed; `dia` where the trail knows it."""

    antes: Decimal
    despues: Decimal
    motivo: str
    norma: str
    dia: date | None


@dataclass(frozen=True, slots=True)
class Line:
    """One report of the period as the public sees it; `sale`: its figures are in this cut."""

    id: int
    version: int
    codigo: str
    entidad: str
    serie: int
    estado: Reported
    meta: Decimal
    sale: bool
    enviado: date | None = None
    a_tiempo: bool | None = None
    n: int = 0
    dato: str = ""
    numerador: Decimal | None = None
    denominador: Decimal | None = None
    valor: Decimal | None = None
    motivo: str = ""
    misma_institucion: bool = False
    declarado: tuple[Declared, ...] = ()
    evidencias: tuple[Shown, ...] = ()
    metas: tuple[Changed, ...] = ()

    @property
    def has_parts(self) -> bool:
        """Say whether it gives a numerator and a denominator."""
        return self.numerador is not None and self.denominador is not None


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of an agreement: the keys of its rows, what else it said, why it was written."""

    claves: tuple[tuple[str, ...], ...]
    plazo: str
    indicador: str
    motivo: str


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement as the public sees it: a row for each entity, the keys of rows that it was and
    is no more; its wordings, the last first, and why its session is told as it is now.
    """

    rows: tuple[dict[str, str], ...]
    gone: tuple[tuple[str, ...], ...] = ()
    dichos: tuple[Wording, ...] = ()
    sesion: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """A period, the day of its publication, all its reports; and the agreements, of every year."""

    periodo: Any
    dia: date
    lines: tuple[Line, ...]
    acuerdos: tuple[Agreed, ...] = ()

    @property
    def chosen(self) -> tuple[Line, ...]:
        """Return the reports whose figures are in this cut."""
        return tuple(line for line in self.lines if line.sale)

    @property
    def yearly(self) -> bool:
        """Say whether the period is a whole year: only those reach the results of the policy."""
        return bool(self.periodo.id == str(self.periodo.anio))

    @property
    def estado(self) -> str:
        """Return where the period stands once the cut is public."""
        states = {line.estado for line in self.lines}
        if "publicado" in states and states <= set(SETTLED):
            return "publicado"
        return "cerrado" if self.dia > self.periodo.cierra else "abierto"
