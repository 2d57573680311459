"""Compare what two checkouts answer: ``python -m tests.load.same_bytes ANOTHER_CHECKOUT``.

About 300 addresses of the contract (pages, views, files, charts, images, embeds, session) are
asked of both, each in a process of its own; every body that differs is named. Status 1 then.
"""

import hashlib
import json
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parents[2]
_YEARS = ("", "anio=2023", "anio=2022", "anio=2021")
_STATES = (*_YEARS, "sector=mujer", "eje=proteccion", "semaforo=rojo", "entidad=pnp")
_FEWER = ("", "anio=2023", "sector=interior")
_ASK = """
import json, re, sys
sys.path.insert(0, ".")
from callbacks.board import create_app
try:
    from data.publish.versions import Archive
except ImportError:
    from data.archive import Archive
from data.loader import load
client = create_app(load(kept=Archive())).server.test_client()
found = {}
for path in json.load(sys.stdin):
    answer = client.get(path)
    text = answer.get_data().decode("latin-1")
    # What Dash draws at random in each process is no difference of ours.
    found[path] = [answer.status_code, re.sub(r',?"end_id":"[^"]*"', "", text)]
json.dump(found, sys.stdout)
"""


def _joined(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path


def addresses() -> list[str]:
    """Return the addresses that are compared: every kind of the contract, in some states."""
    from components.charts.registry import CHARTS
    from components.pages import PAGES
    from data.model import TABLES

    pages = [_joined(page.example, query) for page in PAGES for query in _STATES]
    rows = [_joined(f"/datos/{name}.csv", query) for name in TABLES for query in ("", "anio=2023")]
    charts = [
        _joined(f"{stem}/{slug}{ending}", query)
        for slug in CHARTS
        for stem, ending in (
            ("/graficos", ".json"),
            ("/datos/graficos", ".csv"),
            ("/incrustar", ""),
        )
        for query in _FEWER
    ]
    rest = [
        "/presentar",
        "/presentar?vista=acta",
        "/incrustar",
        "/salud",
        "/datos/datapackage.json",
    ]
    return [*pages, *rows, *charts, *rest, "/no-hay", "/indicadores/X", "/datos/nada.csv"]


def answers(checkout: Path, asked: list[str]) -> dict[str, list[object]]:
    """Return status and body of each address as a checkout answers it."""
    run = subprocess.run(
        [sys.executable, "-c", _ASK], input=json.dumps(asked), cwd=checkout, text=True,
        capture_output=True, check=True,
    )  # fmt: skip
    found: dict[str, list[object]] = json.loads(run.stdout)
    return found


def main(arguments: list[str]) -> int:
    """Print every address whose answers differ, and how many are equal."""
    if len(arguments) != 1:
        print(__doc__)
        return 2
    asked = addresses()
    here, there = (answers(place, asked) for place in (HERE, Path(arguments[0]).resolve()))
    differ = [path for path in asked if here[path] != there[path]]
    for path in differ:
        sums = [
            hashlib.sha256(repr(found[path]).encode()).hexdigest()[:8] for found in (here, there)
        ]
        print(path, *sums)
    print(f"{len(asked) - len(differ)} of {len(asked)} equal")
    return 1 if differ else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
