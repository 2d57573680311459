"""Clients that ask without end for what costs most, while one reads: `/mapa` must not wait.

python -m tests.load.flood [CLIENTS] [SECONDS]
"""

import http.client
import random
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable

from components.charts.registry import CHARTS
from tests.load.server import served
from tests.load.told import numbers

READ = "/mapa"
_SECTORS = ("interior", "mujer", "salud", "justicia", "educacion", "trabajo", "transportes",
            "cultura", "energia-minas", "agricultura")  # fmt: skip
Ask = Callable[[random.Random], tuple[str, dict[str, str]]]


def _word(dice: random.Random) -> str:
    return "".join(dice.choice("abcdefghilmnoprstu") for _ in range(dice.randint(3, 9)))


def _search(dice: random.Random) -> tuple[str, dict[str, str]]:
    return f"{dice.choice(('/planes', '/indicadores'))}?buscar={_word(dice)}", {}


def _kit(dice: random.Random) -> tuple[str, dict[str, str]]:
    chosen = "~".join(sorted(dice.sample(_SECTORS, dice.randint(1, 6))))
    return f"/incrustar?sector={chosen}", {"Host": f"{_word(dice)}.example"}


def _picture(dice: random.Random) -> tuple[str, dict[str, str]]:
    chosen = "~".join(sorted(dice.sample(_SECTORS, dice.randint(1, 6))))
    return f"/imagenes/{dice.choice(list(CHARTS))}.png?sector={chosen}&ancho=300", {}


def _wrong(dice: random.Random) -> tuple[str, dict[str, str]]:
    return f"/mapa?periodo={_word(dice)}", {}


KINDS: dict[str, Ask] = {"search": _search, "kit": _kit, "pictures": _picture, "wrong": _wrong}


def flooded(port: int, kind: str, clients: int, seconds: float) -> tuple[list[float], Counter[int]]:
    """Return how long each reading of one reader took meanwhile, and what the others were told."""
    told: Counter[int] = Counter()
    end = time.monotonic() + seconds

    def client(seed: int) -> None:
        dice = random.Random(seed)
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        while time.monotonic() < end:
            path, headers = KINDS[kind](dice)
            told[_ask(line, path, headers)] += 1
        line.close()

    crowd = [threading.Thread(target=client, args=(seed,)) for seed in range(clients)]
    for one in crowd:
        one.start()
    times = []
    while time.monotonic() < end:
        time.sleep(0.05)
        begun = time.monotonic()
        line = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        assert _ask(line, READ, {}) == 200
        line.close()
        times.append(time.monotonic() - begun)
    for one in crowd:
        one.join(90)
    return times, told


def _ask(line: http.client.HTTPConnection, path: str, headers: dict[str, str]) -> int:
    try:
        line.request("GET", path, headers={"Accept-Encoding": "br", **headers})
        answer = line.getresponse()
        answer.read()
    except (OSError, http.client.HTTPException):
        line.close()
        return 0
    return answer.status


def late(times: list[float]) -> float:
    """Return the time within which 95 of 100 were answered."""
    return statistics.quantiles(times, n=20, method="inclusive")[-1]


def _said(kind: str, times: list[float]) -> str:
    p95, most = late(times) * 1000, max(times) * 1000
    return f"{kind}: {READ} p95 {p95:,.0f} ms, máximo {most:,.0f} ms ({len(times)} veces);"


def main(arguments: list[str]) -> int:
    """Flood with each kind and report; fail where a reader waits half a second."""
    clients, seconds = numbers(arguments, 40, 8)
    worst = 0.0
    with served(WEB_CONCURRENCY="2") as server:
        alone, _ = flooded(server.port, "search", 0, seconds)
        print(f"{READ} sin nadie más: p95 {late(alone) * 1000:,.0f} ms")
        for kind in KINDS:
            times, told = flooded(server.port, kind, clients, seconds)
            worst = max(worst, late(times))
            print(_said(kind, times), dict(sorted(told.items())))
    return 1 if worst > 0.5 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
