"""The states of a paragraph: one table of steps, as for the reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol, get_args

from data.registro.vocabulary import Role

Written = Literal["por-escribir", "borrador", "propuesto", "revisado", "firmado"]
Act = Literal["escribir", "proponer", "revisar", "observar", "firmar", "devolver", "reabrir"]
WRITTEN: tuple[Written, ...] = get_args(Written)
# All but writing, which has its own form.
ACTS: tuple[Act, ...] = tuple(one for one in get_args(Act) if one != "escribir")


@dataclass(frozen=True, slots=True)
class Step:
    """One row of the table; `ajeno`: by nobody who wrote it, nor signed by who reviewed it."""

    de: Written
    accion: Act
    quien: tuple[Role, ...]
    a: Written
    motivo: bool = False
    ajeno: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A paragraph as the rights see it: where it stands, and who had a hand in it."""

    estado: Written
    autores: frozenset[int] = field(default_factory=frozenset)
    revisores: frozenset[int] = field(default_factory=frozenset)


_WRITERS: tuple[Role, ...] = ("revisor", "aprobador")
_STEPS = (
    Step("por-escribir", "escribir", _WRITERS, "borrador"),
    Step("borrador", "escribir", _WRITERS, "borrador"),
    Step("propuesto", "escribir", _WRITERS, "borrador"),
    Step("borrador", "proponer", _WRITERS, "propuesto"),
    Step("propuesto", "revisar", ("revisor",), "revisado", ajeno=True),
    Step("propuesto", "observar", ("revisor",), "borrador", motivo=True, ajeno=True),
    Step("revisado", "firmar", ("aprobador",), "firmado", ajeno=True),
    Step("revisado", "devolver", ("aprobador",), "borrador", motivo=True),
    Step("firmado", "reabrir", ("aprobador",), "borrador", motivo=True),
)
STEPS: Mapping[tuple[Written, str], Step] = {(one.de, one.accion): one for one in _STEPS}


class _Held(Protocol):
    @property
    def estado(self) -> Written: ...
    @property
    def pasos(self) -> tuple[Any, ...]: ...


def pressed(now: _Held, asked: tuple[int, str, str]) -> bool:
    """Say whether a step (by whom, which, why) is the one taken last: a button pressed twice."""
    made = [(one.a, one.autor, one.accion, one.motivo) for one in now.pasos[-1:]]
    return made == [(now.estado, *asked)]
