"""The table of the room: what a session agreed, who does it and by when."""

from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from data.model.row import MaybeText, Row, Text

DONE = "cumplido"


class AcuerdoSesion(Row):
    """One agreement of a session of the Comisión Multisectorial."""

    about = "Acuerdos de las sesiones de la Comisión Multisectorial: qué, quién y para cuándo."
    key = ("sesion", "acuerdo", "entidad")
    empty_says = "ninguna sesión ha acordado nada"
    refs: ClassVar[dict[str, tuple[str, ...]]] = {
        "entidad": ("entidades",),
        "indicador": ("indicadores",),
    }
    lists = frozenset({"indicador"})

    sesion: Text = Field(description="Nombre o número de la sesión.")
    fecha: date = Field(description="Fecha de la sesión.")
    acuerdo: Text = Field(description="Qué se acordó, con las palabras del acta.")
    entidad: Text = Field(description="Sigla de la entidad que lo cumple.")
    plazo: date = Field(description="Fecha en que vence.")
    estado: Literal["pendiente", "en-curso", "cumplido"] = Field(description="Situación.")
    indicador: MaybeText = Field(
        description="Código del indicador, o varios con punto y coma; vacío si no es de uno."
    )

    def overdue(self, day: date) -> bool:
        """Say whether it was due before a day and is not done."""
        return self.estado != DONE and self.plazo < day
