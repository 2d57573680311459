"""What is wrong with a table, said so that the person who edits it can mend it."""

from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from data.model import Row

_LONGEST_VALUE = 60
# What to do with a cell that is computed from others.
DERIVED = "ejecute make datos, que la escribe"

_REASONS: dict[str, tuple[str, str]] = {
    "missing": ("falta la celda", "complete la fila con todas las columnas de la cabecera"),
    "extra_forbidden": ("sobra la celda", "quite lo que pasa de la última columna"),
    "int_parsing": ("no es un número entero", "escriba solo cifras"),
    "int_type": ("falta el número", "escriba solo cifras"),
    "int_from_float": ("no es un número entero", "escriba solo cifras"),
    "decimal_parsing": (
        "no es un número",
        "use punto decimal y ningún signo; si no hay dato, deje la celda vacía",
    ),
    "decimal_type": ("falta el número", "escriba la cifra con punto decimal"),
    "finite_number": ("no es un número finito", "escriba la cifra o deje la celda vacía"),
    "string_type": ("falta el texto", "escriba el texto de la fuente"),
    "string_too_short": ("está vacía", "escriba el texto de la fuente"),
    "string_pattern_mismatch": ("no tiene la forma esperada", "escríbalo como {example}"),
    "literal_error": ("no es un valor admitido", "use {expected}"),
    "greater_than_equal": ("es demasiado pequeño", "el mínimo es {ge}"),
    "less_than_equal": ("es demasiado grande", "el máximo es {le}"),
    "date_parsing": ("no es una fecha", "escríbala como 2024-12-31"),
    "date_from_datetime_parsing": ("no es una fecha", "escríbala como 2024-12-31"),
    "subject_missing": (
        "falta en un registro de clase {severity}",
        "diga de qué hablan los dos lados (cosa, unidad, periodo, alcance) o use observacion",
    ),
    "state_disagrees": (
        "no concuerda con {figure}",
        "use dato con cifra, cero con 0, y {absent} con la celda vacía",
    ),
}


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a table: where it is, what stands there, why it is wrong, what to do."""

    file: str
    line: int
    column: str
    value: object
    reason: str
    remedy: str

    def __str__(self) -> str:
        """Write the fault as ``file:line: column=value: reason, what to do``."""
        shown = repr(self.value if isinstance(self.value, str | bytes) else str(self.value))
        if len(shown) > _LONGEST_VALUE:
            shown = shown[:_LONGEST_VALUE] + "…"
        column = self.column if self.column.isprintable() else repr(self.column)[1:-1]
        return f"{self.file}:{self.line}: {column}={shown}: {self.reason}, {self.remedy}"


class TableError(Exception):
    """Every fault of a folder of tables, in the order of files and lines."""

    def __init__(self, faults: list[Fault]) -> None:
        """Keep the faults and join them, one per line."""
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, faults)))


def from_pydantic(file: str, line: int, error: ErrorDetails, model: type[Row]) -> Fault:
    """Translate one pydantic error into a fault in Spanish."""
    context: dict[str, Any] = {key: _spanish(value) for key, value in error.get("ctx", {}).items()}
    reason, remedy = _REASONS.get(
        error["type"], ("no se admite", "compare la celda con el diccionario de la tabla")
    )
    column = str(error["loc"][0]) if error["loc"] else context.get("column", "fila")
    field = model.model_fields.get(column)
    context["example"] = (field.examples or [""])[0] if field else ""
    value = "" if error["type"] == "missing" else context.get("value", error["input"])
    return Fault(file, line, column, value, reason.format(**context), remedy.format(**context))


def _spanish(value: object) -> str:
    return str(value).replace("' or '", "' o '")
