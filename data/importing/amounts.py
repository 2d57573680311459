"""Counts as they stand in a cell: whole numbers from zero up, and nothing else."""

from data.importing.file_rows import Table

MOST_DIGITS = 9


def amount(table: Table, line: int, column: str, text: str) -> int:
    """Return the count of a cell, or raise Refusal saying what it is instead."""
    text = text.strip()
    whole = text.isascii() and text.isdigit()
    if whole and len(text) <= MOST_DIGITS:
        return int(text)
    if whole:
        reason = f"es un número de {len(text):,} cifras: ningún recuento es tan grande"
    elif not text:
        reason = "falta el número"
    elif text.startswith("-") and text[1:].replace(".", "").isdigit():
        reason = "es un número negativo"
    else:
        reason = "no es un número entero"
    remedy = "escriba un entero sin signo ni separadores, o descargue el archivo de nuevo"
    raise table.refusal(line, column, text, reason, remedy)


def amount_or_none(text: str) -> int | None:
    """Return the count of a cell that is only told, not used; None if it is no count."""
    text = text.strip()
    fits = text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS
    return int(text) if fits else None
