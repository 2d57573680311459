"""The states of a report: one table of transitions. What is not in it cannot happen."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from data.model.years import Reported
from data.registro.vocabulary import STATES, Role

Action = Literal[
    "guardar", "enviar", "retirar", "tomar", "observar", "recomendar", "visar", "aprobar",
    "devolver", "reabrir", "publicar", "corregir", "cerrar", "anular",
]  # fmt: skip
# What must hold besides: said here, judged in `conditions.py`.
Need = Literal[
    "sin-obstaculos", "observaciones-respondidas", "con-observaciones", "hallazgos-aceptados",
    "motivo", "norma", "fuera-de-corte", "dos-personas", "cierre",
]  # fmt: skip
ACTIONS: tuple[Action, ...] = get_args(Action)
SYSTEM_ROLE: Literal["sistema"] = "sistema"


@dataclass(frozen=True, slots=True)
class Move:
    """One row of the table: from a state, by an action, by whom, on what condition, to a state.

    new_series: the report stays as it is, and another of a new series is born in that state.
    """

    de: Reported
    accion: Action
    quien: tuple[Role | Literal["sistema"], ...]
    a: Reported
    pide: tuple[Need, ...] = ()
    new_series: bool = False


_SENDING: tuple[Need, ...] = ("sin-obstaculos", "observaciones-respondidas")
# What somebody has still to do something about.
LIVE: tuple[Reported, ...] = tuple(one for one in STATES if one not in ("publicado", "anulado"))
MOVES: tuple[Move, ...] = (
    Move("pendiente", "guardar", ("registrador",), "borrador"),
    Move("borrador", "guardar", ("registrador",), "borrador"),
    Move("observado", "guardar", ("registrador",), "observado"),
    # Who is late can still write and send: the report is late, not lost.
    Move("sin-reporte", "guardar", ("registrador",), "sin-reporte"),
    Move("borrador", "enviar", ("responsable",), "enviado", _SENDING),
    Move("observado", "enviar", ("responsable",), "enviado", _SENDING),
    Move("sin-reporte", "enviar", ("responsable",), "enviado", _SENDING),
    Move("enviado", "retirar", ("responsable",), "borrador"),
    Move("enviado", "tomar", ("revisor",), "en-revision"),
    Move("en-revision", "observar", ("revisor",), "observado", ("con-observaciones",)),
    Move("en-revision", "recomendar", ("revisor",), "recomendado", ("hallazgos-aceptados",)),
    # A second reviewer, of another institution, where the first was of the report's own.
    Move("recomendado", "visar", ("revisor",), "recomendado"),
    Move("recomendado", "aprobar", ("aprobador",), "aprobado"),
    Move("recomendado", "devolver", ("aprobador",), "en-revision", ("motivo",)),
    Move("aprobado", "reabrir", ("aprobador",), "observado", ("motivo", "fuera-de-corte")),
    Move("aprobado", "publicar", ("aprobador",), "publicado"),
    Move("publicado", "corregir", ("responsable", "aprobador"), "borrador", ("motivo",), True),
    Move("pendiente", "cerrar", (SYSTEM_ROLE,), "sin-reporte", ("cierre",)),
    Move("borrador", "cerrar", (SYSTEM_ROLE,), "sin-reporte", ("cierre",)),
    Move("observado", "cerrar", (SYSTEM_ROLE,), "sin-reporte", ("cierre",)),
    *(Move(state, "anular", ("aprobador",), "anulado", ("norma", "dos-personas", "fuera-de-corte"))
      for state in LIVE),
)  # fmt: skip
WRITTEN: tuple[Reported, ...] = tuple(
    dict.fromkeys(move.de for move in MOVES if move.accion == "guardar")
)
# Closed without an answer, an observed report may still be sent, and its observations answered.
ANSWERED_IN: tuple[Reported, ...] = ("observado", "sin-reporte")
TABLE: Mapping[tuple[Reported, Action], Move] = {(move.de, move.accion): move for move in MOVES}


def actions_from(state: Reported) -> tuple[Move, ...]:
    """Return every move that a state allows."""
    return tuple(move for move in MOVES if move.de == state)


def followers(state: Reported) -> tuple[str, ...]:
    """Return the roles whose turn it is: closing, retiring and a second opinion are not a turn."""
    aside = ("cerrar", "anular", "visar")
    going_on = (move for move in actions_from(state) if move.accion not in aside)
    return tuple(dict.fromkeys(role for move in going_on for role in move.quien))


def openers(state: Reported) -> tuple[str, ...]:
    """Return the roles that can move a report on from a state: who can open a lock."""
    moving = (move for move in actions_from(state) if move.accion != "visar")
    return tuple(dict.fromkeys(role for move in moving for role in move.quien))
