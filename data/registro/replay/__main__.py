"""``make registro-prueba-2024``: the report of 2024 through the checks, said in Spanish."""

import sys
from collections.abc import Iterator

from data.loader import load
from data.registro.checks.findings import about
from data.registro.replay.outcome import Outcome

MOST_FALSE = 0.10


def said(outcome: Outcome) -> Iterator[str]:
    """Return the lines of the result: contradictions, cells, and what was hindered wrongly."""
    for one in outcome.met:
        how = one.como or "SIN DETENER"
        yield f"{one.id}  {one.codigo} {one.anio}  {one.regla}  {how}: {about(one.regla)}"
    total, unmet, cells = len(outcome.contradictions), len(outcome.unmet), len(outcome.findings)
    yield ""
    yield f"Contradicciones que el formulario encuentra: {total - unmet} de {total}"
    yield f"Celdas con la regla que las detiene: {len(outcome.blocked)} de {cells}"
    yield f"Celdas con algo que explicar: {len(outcome.asked('explica'))} de {cells}"
    yield f"Celdas con una nota: {len(outcome.asked('anota'))} de {cells}"
    false = outcome.falsely_blocked
    yield f"Celdas detenidas sin contradicción conocida: {len(false)} de {cells}"
    for cell in false:
        messages = (one.mensaje for one in outcome.findings[cell] if one.severidad == "bloquea")
        yield f"  {cell[0]} {cell[1]}: {' '.join(messages)}"


def main() -> int:
    """Print the result; 1 if a contradiction passes or too many cells are blocked wrongly."""
    outcome = Outcome(load())
    sys.stdout.write("".join(f"{line}\n" for line in said(outcome)))
    most = MOST_FALSE * len(outcome.findings)
    return int(bool(outcome.unmet) or len(outcome.falsely_blocked) > most)


if __name__ == "__main__":
    sys.exit(main())
