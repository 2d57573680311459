"""What a move needs besides the right to make it: each said in words when it does not hold."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from data.registro.checks.findings import Finding
from data.registro.states import Need


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known when a move is asked for."""

    hoy: date
    cierra: date
    motivo: str = ""
    obstaculos: tuple[Finding, ...] = ()
    sin_respuesta: int = 0
    observaciones: int = 0
    por_aceptar: int = 0
    segunda_persona: bool = False
    en_corte: bool = False
    nuevo_vence: date | None = None


def _obstacles(facts: Facts) -> Iterator[str]:
    for one in facts.obstaculos:
        yield f"{one.regla}: {one.mensaje}"


def _answered(facts: Facts) -> Iterator[str]:
    if facts.sin_respuesta:
        yield "Responda todas las observaciones antes de enviar."


def _observed(facts: Facts) -> Iterator[str]:
    if not facts.observaciones:
        yield "Escriba al menos una observación, con su campo."


def _accepted(facts: Facts) -> Iterator[str]:
    if facts.por_aceptar:
        yield "Acepte las explicaciones de cada hallazgo, u observe el reporte."


def _reasoned(facts: Facts) -> Iterator[str]:
    if not facts.motivo.strip():
        yield "Escriba el motivo: queda en la historia del reporte."


def _normed(facts: Facts) -> Iterator[str]:
    if not facts.motivo.strip():
        yield "Falta la norma que retira el indicador."


def _uncut(facts: Facts) -> Iterator[str]:
    if facts.en_corte:
        yield "El reporte ya está en un corte: corríjalo cuando se publique."


def _two(facts: Facts) -> Iterator[str]:
    if not facts.segunda_persona:
        yield "Lo anulan dos personas: falta el pedido de otra, de la administración."


def _closing(facts: Facts) -> Iterator[str]:
    if facts.hoy <= facts.cierra:
        yield f"El periodo se cierra después del {facts.cierra:%d/%m/%Y}."


NEEDS: Mapping[Need, Callable[[Facts], Iterator[str]]] = {
    "sin-obstaculos": _obstacles,
    "observaciones-respondidas": _answered,
    "con-observaciones": _observed,
    "hallazgos-aceptados": _accepted,
    "motivo": _reasoned,
    "norma": _normed,
    "fuera-de-corte": _uncut,
    "dos-personas": _two,
    "cierre": _closing,
}


def unmet(needs: tuple[Need, ...], facts: Facts) -> tuple[str, ...]:
    """Return what still lacks for a move, in words."""
    return tuple(words for need in needs for words in NEEDS[need](facts))
