"""What does not fit: contradictions of the sources, and what of them is in no table."""

import re
from datetime import date
from typing import Annotated, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from data.codes import COUNTED, Severity
from data.model.row import MaybeDate, MaybeText, Row, Text

Reviews = Annotated[
    Annotated[int, Field(ge=1)] | None, BeforeValidator(lambda value: value or None)
]

_CODE = re.compile(r"\b(?:IOP\.\d\d\.\d\d|ISS(?:\.\d\d){4})\b")
_ACTION = re.compile(r"[Aa]cción (\d\.\d\.\d)\b")
_METAS = re.compile(r"\bM(?:ETA|eta)s?S? ([\d, y]+)")


class Discrepancia(Row):
    """One contradiction or observation found in the sources; both sides are kept."""

    about = (
        "Contradicciones y observaciones encontradas en las fuentes; se conservan las dos "
        "versiones. Cuentan como contradicción: contradiccion, aritmetica y valor-imposible."
    )
    key = ("id",)
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"documento": ("fuentes",)}
    lists = frozenset({"documento"})
    filtered = ("documento", "severidad")
    searched = ("id", "donde_a", "dice_a", "donde_b", "dice_b", "comentario")

    id: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        examples=["r2024-001"],
        description="Identificador.",
    )
    severidad: Severity = Field(
        description="Clase: contradiccion, aritmetica y valor-imposible son contradicciones; "
        "nomenclatura y observacion no lo son."
    )
    donde_a: Text = Field(description="Primer lugar.")
    dice_a: Text = Field(description="Lo que dice el primer lugar.")
    donde_b: MaybeText = Field(description="Segundo lugar; vacío si el dato se contradice solo.")
    dice_b: MaybeText = Field(description="Lo que dice el segundo lugar.")
    recalculo: MaybeText = Field(description="Lo que resulta al recalcular (calculado).")
    comentario: Text = Field(description="Comentario del tablero.")
    asunto: MaybeText = Field(
        default=None,
        description="De qué hablan los dos lados: la misma cosa, unidad, periodo y alcance.",
    )
    revisiones: Reviews = Field(
        default=None, description="Cuántos lectores que no la escribieron la juzgaron."
    )
    fecha_revision: MaybeDate = Field(default=None, description="Día de la última revisión.")
    documento: Text = Field(
        description="Documentos que el registro enfrenta, o el que se contradice solo: clave de "
        "la tabla fuentes; varias, separadas por punto y coma."
    )

    @model_validator(mode="after")
    def _a_contradiction_says_of_what(self) -> Self:
        if self.counts and self.revisiones is not None and self.asunto is None:
            context = {"column": "asunto", "value": "", "severity": self.severidad}
            raise PydanticCustomError("subject_missing", "falta el asunto", context)
        return self

    @property
    def counts(self) -> bool:
        """Say whether it is a contradiction; what is not one is kept apart and not counted."""
        return self.severidad in COUNTED

    @property
    def named(self) -> frozenset[str]:
        """Return what the record is about: codes of indicators, «accion 1.2.3», «meta 16»."""
        places = f"{self.donde_a} {self.donde_b or ''}"
        codes = _CODE.findall(f"{places} {self.dice_a} {self.dice_b or ''}")
        actions = [f"accion {code}" for code in _ACTION.findall(places)]
        numbers = re.findall(r"\d+", " ".join(_METAS.findall(places)))
        metas = [f"meta {number}" for number in numbers]
        return frozenset([*codes, *actions, *metas])


class Retirada(Row):
    """One record of the contradictions that was withdrawn: it was wrong, or said nothing."""

    about = "Registros de discrepancias que se retiraron al revisarlos, con el motivo."
    key = ("id",)
    empty_says = "no se ha retirado ningún registro"
    searched = ("id", "motivo")

    id: str = Field(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        examples=["r2024-086"],
        description="Identificador que tenía en discrepancias.",
    )
    severidad: Severity = Field(description="Clase que tenía.")
    fecha: date = Field(description="Día en que se retiró.")
    revisiones: Annotated[int, Field(ge=1)] = Field(
        description="Cuántos lectores que no la escribieron la juzgaron."
    )
    motivo: Text = Field(description="Por qué se retiró.")


class Omitido(Row):
    """One thing of the documents that is in no table, and why."""

    about = "Lo que los documentos dicen y no está como valor en ninguna tabla, con el motivo."
    key = ("documento", "lugar", "que")
    refs: ClassVar[dict[str, tuple[str, ...]]] = {"documento": ("fuentes",)}
    empty_says = "no quedó nada fuera"
    filtered = ("documento",)
    searched = ("lugar", "que", "motivo")

    documento: Text = Field(description="Documento: clave de la tabla fuentes.")
    lugar: Text = Field(description="Sitio del documento.")
    que: Text = Field(description="Qué quedó fuera.")
    motivo: Text = Field(description="Por qué, y dónde queda en su lugar, si queda.")
