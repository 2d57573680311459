"""Addresses that are all different, with long queries: what a worker remembers has an end.

python -m tests.load.memory [NUMBER]     (100,000; reports every 5,000)
"""

import random
import sys
from collections.abc import Iterator

from flask import Flask

from callbacks.board import create_app
from components.charts.registry import CHARTS
from data.loader import load
from data.publish.versions import Archive
from data.store import Store
from tests.load.fuzz import memory, send
from tests.load.garbage import Asked
from tests.load.told import numbers

STEP = 5_000
GROWTH = 1.10


def addresses(store: Store, number: int, seed: int = 7) -> Iterator[Asked]:
    """Return addresses of which no two are the same: followed, searched, wrong, chosen."""
    dice, sectors = random.Random(seed), sorted(store.vocabulary.sector)
    charts = list(CHARTS)
    for index in range(number):
        word = "".join(dice.choice("abcdefghijklmnop") for _ in range(40))
        long = f"{index}{word * 150}"
        chosen = "~".join(sorted(dice.sample(sectors, dice.randint(1, len(sectors)))))
        slug = dice.choice(charts)
        yield (
            Asked("/mapa", f"fbclid={long}"),
            Asked("/", f"nada={long}"),
            Asked("/datos/sectores.csv", f"buscar={index}{word * 100}"),
            Asked(f"/{word}/{index}", f"x={long}"),
            Asked("/datos/entidades.csv", f"sector={chosen}&anio={dice.choice(store.years)}"),
            Asked(f"/graficos/{slug}.json", f"sector={chosen}&x={long}"),
            Asked("/indicadores", f"buscar={word}{index}"),
            Asked(f"/indicadores/{word}", f"anio={long}"),
        )[index % 8]


def grown(server: Flask, store: Store, number: int) -> list[float]:
    """Return the memory after each step, in MB."""
    found = []
    for index, asked in enumerate(addresses(store, number), 1):
        send(server, asked)
        if index % STEP == 0:
            found.append(memory())
            print(f"{index:,}: {found[-1]:.0f} MB", file=sys.stderr, flush=True)
    return found


def main(arguments: list[str]) -> int:
    """Ask and report; fail where it grows by more than a tenth after the first step."""
    store = load(kept=Archive())
    found = grown(create_app(store).server, store, *numbers(arguments, 100_000))
    print(f"{found[0]:.0f} MB a las {STEP:,}, {max(found):.0f} MB como máximo")
    return 1 if max(found) > found[0] * GROWTH else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
