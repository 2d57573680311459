"""What the template is made of: its sheets, its columns, and the version that it carries inside."""

from dataclasses import dataclass
from typing import Literal

from data.registro.entry import DATA_STATES
from data.registro.listed import DIMENSIONS
from data.registro.typed import BREAKDOWN, EXPLANATION

# Raised whenever a column changes: a template of another version is refused by its name.
FORMAT = 1
MARK = "plantilla-del-registro"
REPORT, HISTORY, INSIDE = "Reporte", "Historia", "registro"
HEADING_ROW, FIRST_ROW = 2, 3
Kind = Literal["estado", "cifra", "si", "texto"]
YES = "sí"
STATE_WORDS = dict(zip(DATA_STATES, (
    "Hay dato", "Cero medido", "ND: no disponible", "Sin dato, con motivo",
), strict=True))  # fmt: skip
# The rules that may ask for an explanation, each in a column of its own.
EXPLAINED = ("V02", "V05", "V07", "V09", "V10", "V11", "V14")


@dataclass(frozen=True, slots=True)
class Column:
    """A column that is typed in: the field of the form that it is, its heading, what it takes."""

    field: str
    heading: str
    kind: Kind


# What is only read: who it is about, what is counted, how the value is made.
GIVEN = ("Código", "Indicador", "Unidad", "Clase", "Meta")
COLUMNS: tuple[Column, ...] = (
    Column("estado_dato", "Qué se reporta", "estado"),
    Column("numerador", "Numerador", "cifra"),
    Column("denominador", "Denominador", "cifra"),
    Column("valor", "Valor", "cifra"),
    Column("cero_confirmado", "Confirmo que es un cero real", "si"),
    Column("unidad", "Unidad que informa", "texto"),
    *(Column(f"{BREAKDOWN}{dimension}_{key}", f"Por {dimension}: {words}", "cifra")
      for dimension, categories in DIMENSIONS.items() for key, words in categories.items()),
    Column("motivo", "Motivo de que no haya dato", "texto"),
    Column("texto", "Qué se hizo", "texto"),
    Column("limitaciones", "Limitaciones", "texto"),
    Column("sin_evidencia", "Si no hay evidencia, por qué", "texto"),
    *(Column(f"{EXPLANATION}{rule}", f"Explicación que pide {rule}", "texto")
      for rule in EXPLAINED),
)  # fmt: skip
HEADINGS = (*GIVEN, *(one.heading for one in COLUMNS))
