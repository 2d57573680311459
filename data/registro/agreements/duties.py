"""Where an entity stands with what it was asked to do: one table of steps, as for the reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from data.registro.vocabulary import Role

Followed = Literal["pendiente", "en-curso", "por-confirmar", "cumplido"]
Step = Literal["seguir", "confirmar", "devolver", "reabrir"]
# What the Secretaría Técnica decides about a follow-up.
DECISIONS: tuple[Step, ...] = ("confirmar", "devolver", "reabrir")


@dataclass(frozen=True, slots=True)
class Turn:
    """One row of the table: in a state, what may be done, by whom; `motivo`: it must say why."""

    de: Followed
    accion: Step
    quien: tuple[Role, ...]
    motivo: bool = False


@dataclass(frozen=True, slots=True)
class Duty:
    """What an entity was asked to do, as the rights see it; autor: of the last follow-up."""

    entidad: str
    estado: Followed
    autor: int | None = None


_OFFICERS: tuple[Role, ...] = ("registrador", "responsable")
TURNS: tuple[Turn, ...] = (
    Turn("pendiente", "seguir", _OFFICERS),
    Turn("en-curso", "seguir", _OFFICERS),
    Turn("por-confirmar", "seguir", _OFFICERS),
    Turn("por-confirmar", "confirmar", ("aprobador",)),
    Turn("por-confirmar", "devolver", ("aprobador",), motivo=True),
    Turn("cumplido", "reabrir", ("aprobador",), motivo=True),
)
DUTIES: Mapping[tuple[Followed, str], Turn] = {(one.de, one.accion): one for one in TURNS}


def stands(declared: bool | None, decided: str) -> Followed:
    """Return the state by the last follow-up (did it say «done»? None: there is none) and by what
    was decided about it last.
    """
    if declared is None:
        return "pendiente"
    if decided:
        return "cumplido" if decided == "confirmar" else "en-curso"
    return "por-confirmar" if declared else "en-curso"
