"""Counts as they stand in a cell: whole numbers from zero up, and nothing else."""

from data.importing.file_rows import Table


def amount(table: Table, line: int, column: str, text: str) -> int:
    """Return the count of a cell, or raise Refusal saying what it is instead."""
    text = text.strip()
    if text.isascii() and text.isdigit():
        return int(text)
    if not text:
        reason = "falta el número"
    elif text.startswith("-") and text[1:].replace(".", "").isdigit():
        reason = "es un número negativo"
    else:
        reason = "no es un número entero"
    remedy = "escriba un entero sin signo ni separadores, o descargue el archivo de nuevo"
    raise table.refusal(line, column, text, reason, remedy)
