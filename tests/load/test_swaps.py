"""Hundreds of swaps while people read: nothing fails, no answer mixes two versions."""

import http.client
import itertools
import json
import os
import re
import resource
import shutil
import signal
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from data.loader import load
from data.model import TABLES
from tests.load.server import served

pytestmark = pytest.mark.load

# Each change is taken by two workers.
CHANGES = int(os.environ.get("TABLERO_CAMBIOS", "105"))
# A busy machine makes fewer changes, not a longer test; the fewest are awaited.
SECONDS = int(os.environ.get("TABLERO_SEGUNDOS", "8"))
FEWEST = 11
# How often the memory is looked at, and how much of it what comes after the first may add.
STEP, MOST_GROWN = 5, 1.25
KEPT = frozenset(
    {"indicadores", "valores", "avances", "objetivos", "lineamientos", "servicios", "entidades",
     "fuentes", "conteos", "territorios", "periodos", "normas", "ejercicios", "vigencias",
     "coberturas", "lugares", "ivo_2017_2021", "incidencia"}
)  # fmt: skip
PARTS = {"indicadores": "IOP", "valores": "IOP", "vigencias": "IOP", "incidencia": ",PE,"}
ADDRESSES = (
    "/?anio=2023", "/indicadores?anio=2023", "/indicadores/IOP.02.02",
    "/vistas/panorama.json?anio=2023", "/vistas/indicadores.json", "/graficos/objetivos.json",
    "/datos/indicadores.csv", "/datos/graficos/objetivos.csv?anio=2023",
    "/incrustar/objetivos", "/salud",
)  # fmt: skip
VERSION = re.compile(r'(?:versión de datos |"version_datos": ?")([0-9a-f]{12})')


@pytest.fixture
def folders(tmp_path, frozen):
    """The live folder and the tables of two editions: small, so that a swap is quick.

    Every name of an indicator and the text of every objective say the edition.
    """
    live = tmp_path / "live"
    shutil.copytree(frozen, live)
    for file in live.glob("*.csv"):
        lines = file.read_text("utf-8").splitlines(keepends=True)
        if file.stem not in KEPT:
            rows = 1 if TABLES[file.stem].empty_says else 2
            file.write_text("".join(lines[:rows]), "utf-8")
        elif begun := PARTS.get(file.stem):
            file.write_text("".join([lines[0], *(x for x in lines if begun in x)]), "utf-8")
    text = (live / "indicadores.csv").read_text("utf-8")
    editions = [re.sub(r"(?m)^(IOP[^,]+,\"?)", rf"\1Edición {name}: ", text) for name in "AB"]
    (live / "indicadores.csv").write_text(editions[0], "utf-8")
    return live, editions


class Reader(threading.Thread):
    """Reads one address after another over one connection, and keeps what it was told."""

    def __init__(self, base, start):
        super().__init__(daemon=True)
        self.host, self.asked = base.removeprefix("http://"), start
        self.told, self.faults, self.done = set(), [], threading.Event()
        self.amount = 0

    def run(self):
        line = http.client.HTTPConnection(self.host, timeout=30)
        for path in itertools.islice(itertools.cycle(ADDRESSES), self.asked, None):
            if self.done.is_set():
                return line.close()
            try:
                line.request("GET", path)
                answer = line.getresponse()
                body = answer.read().decode("utf-8", "replace")
            except (OSError, http.client.HTTPException) as error:
                self.faults.append((path, repr(error)))
                line.close()
                continue
            self.amount += 1
            if answer.status != 200:
                self.faults.append((path, answer.status))
            # A reader, not a flood: the two processes are to swap while they answer.
            self.done.wait(0.08)
            self.told.add((path, frozenset(VERSION.findall(body)), editions(body)))
        return None


def editions(body):
    return frozenset(re.findall(r"Edición ([AB])", body))


def health(base):
    with urllib.request.urlopen(f"{base}/salud", timeout=30) as answer:
        return json.load(answer)


def until(base, key, value):
    """Wait until six new connections in a row, thus both workers, say so."""
    end, right = time.monotonic() + 30, 0
    while right < 6:
        right = right + 1 if health(base)[key] == value else 0
        assert time.monotonic() < end, (key, value, health(base))
        time.sleep(0.01 if right else 0.05)


def test_hundreds_of_swaps_lose_nothing_and_mix_nothing(folders):
    live, texts = folders
    table = live / "indicadores.csv"
    versions = [write(table, text) or load(live).version for text in texts]
    assert len(set(versions)) == 2
    watch = {"TABLERO_DATOS": str(live), "TABLERO_REVISAR": "0.02", "WEB_CONCURRENCY": "2"}
    watch["TABLERO_ENSAYO"] = "0"
    with served(**watch) as server:
        base = server.base
        readers = [Reader(base, start) for start in range(4)]
        for reader in readers:
            reader.start()
        held = []
        made = swap(base, table, texts, versions, lambda: held.append(memory(server)))
        held.append(memory(server))
        for reader in readers:
            reader.done.set()
        for reader in readers:
            reader.join(60)
        assert [fault for reader in readers for fault in reader.faults] == []
        told = set().union(*(reader.told for reader in readers))
        check_whole(told, dict(zip(versions, "AB", strict=True)))
        print(f"{made} cambios; memoria de los workers, MB: {held}")
        # What the first swaps leave is kept; what each of them left would grow without end.
        assert held[-1] < MOST_GROWN * held[1], held
        swaps = server.log.read_text("utf-8").count('"evento":"tablas nuevas"')
        assert swaps > 1.8 * made, "both workers take every change"
        assert sum(reader.amount for reader in readers) > 2 * made
        check_a_new_worker(server, live, versions[(made - 1) % 2])


def memory(server):
    """Return the memory of the workers together, in MB."""
    pages = (Path(f"/proc/{pid}/statm").read_text().split()[1] for pid in server.workers())
    return sum(map(int, pages)) * resource.getpagesize() // 2**20


def swap(base, table, texts, versions, measure):
    """Change the tables again and again, now and then for broken ones; return how often."""
    end = time.monotonic() + SECONDS
    for turn in range(CHANGES):
        if turn % STEP == 0:
            measure()
        if time.monotonic() > end and turn >= FEWEST:
            return turn
        if turn % 15 == 7:
            write(table, texts[turn % 2].replace("IOP", "XXX", 1))
            until(base, "estado", "degradado")
        write(table, texts[turn % 2])
        until(base, "version_datos", versions[turn % 2])
        until(base, "estado", "bien")
    return CHANGES


def write(file: Path, text: str) -> None:
    aside = file.with_suffix(".new")
    aside.write_text(text, "utf-8")
    aside.replace(file)


def check_whole(told, names):
    """Every answer speaks of one version, and what it shows is of that version."""
    for path, said, shown in told:
        assert len(said) <= 1, path
        assert len(shown) <= 1, path
        if said and shown:
            assert shown == {names[next(iter(said))]}, path
    both = [path for path, said, shown in told if said and shown]
    for path in ("/?anio=2023", "/indicadores?anio=2023", "/indicadores/IOP.02.02"):
        assert both.count(path) == 2, f"{path} was not seen in both editions"


def check_a_new_worker(server, live, version):
    """A worker born when the folder is gone serves what the others serve, and says so."""
    shutil.rmtree(live)
    until(server.base, "estado", "degradado")
    killed = server.workers()[0]
    os.kill(killed, signal.SIGKILL)
    end = time.monotonic() + 20
    while len(now := server.workers()) < 2 or killed in now:
        assert time.monotonic() < end
        time.sleep(0.05)
    for _ in range(20):
        record = health(server.base)
        assert (record["version_datos"], record["estado"]) == (version, "degradado")
        assert str(live) not in json.dumps(record)
