"""Measures the board over 10 and 100 times its tables, and writes Markdown with the ratios.

Usage: python -m tests.bench.growth [--rounds 5]. The sizes are alternated round by round; times
are those of the processor, which a busy machine does not stretch.
"""

import argparse
import contextlib
import statistics
import tempfile
import urllib.request
from pathlib import Path

from tests.bench.grow import SIZES, grow
from tests.bench.sites import memory, serve, workers

APP = "tests.bench.grown:server"
# What is shown is the same in every size, or grows by what a reader sees: years and indicators.
SHOWN = {
    "/": "/",
    "/indicadores": "/indicadores?anio=2023",
    "/mapa": "/mapa",
    "/perfil": "/perfil",
    "una ficha": "/indicadores/IOP.02.02",
    "/metodologia": "/metodologia",
    "panorama, otro año": "/vistas/panorama.json?anio=2023",
    "panorama, un sector": "/vistas/panorama.json?sector=mujer",
    "indicadores, un sector": "/vistas/indicadores.json?sector=mujer",
    "mapa, otro periodo": "/vistas/mapa.json?periodo=2014",
    "incidencia.csv de un periodo": "/datos/incidencia.csv?periodo=2015",
    "valores.csv de un año y sector": "/datos/valores.csv?anio=2024&sector=mujer",
    "buscar en los planes": "/planes?buscar=ni%C3%B1as",
}
START, MEMORY, ROWS, INCIDENCE = (
    "arranque, s de procesador", "memoria por proceso, MB (PSS)", "filas", "filas de incidencia"
)  # fmt: skip
WARM = 3
Figures = dict[str, dict[int, float]]


def measure(rounds: int) -> Figures:
    """Serve every size at once and ask each in turn; return medians by figure and size."""
    found: dict[tuple[str, int], list[float]] = {}
    figures: Figures = {ROWS: {}, INCIDENCE: {}, START: {}, MEMORY: {}}
    with contextlib.ExitStack() as stack:
        home = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        served = {}
        for times in SIZES:
            amounts = grow(home / str(times), times)
            figures[ROWS][times] = sum(amounts.values())
            figures[INCIDENCE][times] = amounts["incidencia"]
            settings = {"TABLERO_DATOS": str(home / str(times)), "TABLERO_REVISAR": "0",
                        "TABLERO_HOSTS": ",".join(map(_name, range(rounds + WARM)))}  # fmt: skip
            served[times] = stack.enter_context(serve(APP, **settings))
            figures[START][times] = _spent([str(served[times][1])])
        for turn in range(rounds + WARM):
            for name, path in SHOWN.items():
                for times, (base, pid, _) in served.items():
                    spent = _asked(base, pid, path, turn)
                    # The first answers of each process make its indexes.
                    if turn >= WARM:
                        found.setdefault((name, times), []).append(spent)
        for times, (_, pid, _) in served.items():
            figures[MEMORY][times] = memory(pid)
    for (name, times), spent in found.items():
        figures.setdefault(f"{name}, ms de procesador", {})[times] = statistics.median(spent) * 1000
    return figures


def _asked(base: str, pid: int, path: str, turn: int) -> float:
    """Return the seconds of an answer that nothing remembers: no other one named that host."""
    request = urllib.request.Request(f"{base}{path}", headers={"Host": _name(turn)})
    before = _spent(workers(pid))
    with urllib.request.urlopen(request, timeout=120) as answer:
        answer.read()
    return _spent(workers(pid)) - before


def _name(turn: int) -> str:
    return f"vuelta-{turn}.prueba"


def _spent(processes: list[str]) -> float:
    """Return the processor seconds of all threads of some processes, to the microsecond."""
    threads = [thread for one in processes for thread in Path(f"/proc/{one}/task").iterdir()]
    return sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads) / 1e9


def report(figures: Figures, rounds: int) -> str:
    """Write each figure in every size, with how many times the first the others are."""
    sizes = list(SIZES)
    lines = [
        f"Crecimiento: medianas de {rounds} respuestas sin memoria, tamaños alternados.",
        "",
        f"| medida | {' | '.join(f'{size}×' for size in sizes)} | razones |",
        f"| --- | {' | '.join('---:' for _ in sizes)} | ---: |",
    ]
    for name, values in figures.items():
        shown = " | ".join(f"{values[size]:,.1f}".removesuffix(".0") for size in sizes)
        ratios = " : ".join(f"{values[size] / values[1]:.1f}" for size in sizes)
        lines.append(f"| {name} | {shown} | {ratios} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args().rounds
    print(report(measure(chosen), chosen))
