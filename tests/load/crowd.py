"""A crowd of readers on the board as the Procfile serves it, one worker killed in the middle.

python -m tests.load.crowd [READERS] [SECONDS]     (make carga: 200 for 60 s)
"""

import asyncio
import os
import random
import re
import signal
import statistics
import sys
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from components.charts.registry import CHARTS
from components.pages import PAGES
from tests.load.server import Served, served
from tests.load.told import numbers

ALONE = 30.0
_FILE = re.compile(r'(?:href|src)="(/(?:assets|_dash)[^"]+)"')
_CODINGS = ("br", "gzip, deflate, br;q=0.9", "br;q=0, gzip", "identity")
_YEARS = ("", "?anio=2022", "?anio=2023", "?anio=2023&sector=interior", "?sector=mujer~salud")


@dataclass
class Tally:
    """What the crowd lived through."""

    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    errors: list[tuple[float, str]] = field(default_factory=list)
    cut: list[float] = field(default_factory=list)
    killed: float = 0.0
    replaced: float = 0.0
    begun: float = field(default_factory=time.monotonic)

    @property
    def late(self) -> list[tuple[float, str]]:
        """Return what failed once the killed worker was replaced."""
        return [error for error in self.errors if error[0] > self.replaced]


class Reader:
    """One browser: a connection kept alive, a memory of tags, one try more if it is cut."""

    def __init__(self, port: int, tally: Tally, seed: int) -> None:
        self._port, self._tally, self._dice = port, tally, random.Random(seed)
        self._tags: dict[str, str] = {}
        self._coding = self._dice.choice(_CODINGS)
        self._line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def read(self, until: float) -> None:
        """Go from page to page until it is time to leave."""
        while time.monotonic() < until:
            for path in self._journey():
                if time.monotonic() > until:
                    break
                await self._get(path)
        self._hang_up()

    def _journey(self) -> list[str]:
        page = self._dice.choice(PAGES)
        view = "/panorama" if page.path == "/" else page.example
        slug = self._dice.choice(list(CHARTS))
        return [page.example, *FILES, f"/vistas{view}.json{self._dice.choice(_YEARS)}",
                f"/incrustar/{slug}", f"/graficos/{slug}.json", page.example,
                self._tracked(page.example)]  # fmt: skip

    def _tracked(self, path: str) -> str:
        """Return an address as a reader comes to it from elsewhere: no two are the same."""
        return f"{path}?utm_source=boletin&fbclid={self._dice.random()}"

    async def _get(self, path: str) -> None:
        begun = time.monotonic()
        try:
            try:
                status, tag = await asyncio.wait_for(self._ask(path), ALONE)
            except (OSError, EOFError):
                self._tally.cut.append(time.monotonic())
                self._hang_up()
                status, tag = await asyncio.wait_for(self._ask(path), ALONE)
        except (OSError, EOFError, TimeoutError) as error:
            self._hang_up()
            self._tally.errors.append((time.monotonic(), f"{path}: {type(error).__name__}"))
            return
        self._tags[path] = tag
        self._tally.times.append(time.monotonic() - begun)
        self._tally.statuses[status] += 1
        if status not in (200, 304):
            self._tally.errors.append((time.monotonic(), f"{path}: {status}"))

    async def _ask(self, path: str) -> tuple[int, str]:
        if self._line is None:
            self._line = await asyncio.open_connection("127.0.0.1", self._port)
        into, out = self._line
        known = f"If-None-Match: {self._tags[path]}\r\n" if path in self._tags else ""
        out.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n"
                  f"Accept-Encoding: {self._coding}\r\n{known}\r\n".encode())  # fmt: skip
        head = (await into.readuntil(b"\r\n\r\n")).decode("latin-1")
        fields = dict(line.split(": ", 1) for line in head.split("\r\n")[1:] if ": " in line)
        status = int(head[9:12])
        if status != 304:
            await into.readexactly(int(fields["Content-Length"]))
        if fields.get("Connection") == "close":
            self._hang_up()
        return status, fields.get("ETag", "")

    def _hang_up(self) -> None:
        if self._line is not None:
            self._line[1].close()
        self._line = None


FILES: list[str] = []


async def crowd(server: Served, readers: int, seconds: float) -> Tally:
    """Let the readers in all at once; kill a worker when half of the time is over."""
    tally = Tally()
    until = time.monotonic() + seconds
    people = [Reader(server.port, tally, seed).read(until) for seed in range(readers)]
    await asyncio.gather(*people, _kill(server, tally, seconds / 2))
    return tally


async def _kill(server: Served, tally: Tally, after: float) -> None:
    await asyncio.sleep(after)
    victim, *others = server.workers()
    os.kill(victim, signal.SIGKILL)
    tally.killed = time.monotonic()
    while len(now := server.workers()) <= len(others) or victim in now:
        await asyncio.sleep(0.02)
    tally.replaced = time.monotonic()


async def _files(port: int) -> list[str]:
    into, out = await asyncio.open_connection("127.0.0.1", port)
    out.write(b"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    text = (await into.read()).decode()
    out.close()
    return list(dict.fromkeys(_FILE.findall(text)))


def run(readers: int, seconds: float) -> tuple[Tally, str]:
    """Serve with two workers and let the crowd in; return what it says and the server's log."""
    # A thread of its own: the one that asks may have the loop of a browser running.
    with served(WEB_CONCURRENCY="2") as server, ThreadPoolExecutor(1) as apart:
        FILES[:] = apart.submit(lambda: asyncio.run(_files(server.port))).result()
        tally = apart.submit(lambda: asyncio.run(crowd(server, readers, seconds))).result()
        return tally, server.log.read_text("utf-8")


def told(tally: Tally, readers: int, seconds: float) -> str:
    """Return what happened as Markdown."""
    cuts = statistics.quantiles(tally.times, n=100)
    moment = [cut for cut in tally.cut if abs(cut - tally.killed) < 2]
    return "\n".join(
        (
            f"{readers} lectores a la vez, {seconds:g} s, 2 procesos, uno muerto con -9 a la mitad",
            f"- peticiones: {len(tally.times):,} ({len(tally.times) / seconds:,.0f} por segundo)",
            f"- p50 {cuts[49] * 1000:,.0f} ms, p95 {cuts[94] * 1000:,.0f} ms, "
            f"máximo {max(tally.times) * 1000:,.0f} ms",
            f"- respuestas: {dict(sorted(tally.statuses.items()))}",
            f"- conexiones cortadas: {len(tally.cut)}, de ellas al morir el proceso {len(moment)}",
            f"- reemplazado en {tally.replaced - tally.killed:.2f} s",
            f"- errores: {len(tally.errors)}; después del reemplazo: {len(tally.late)}",
            *(f"  - {error}" for _, error in tally.errors[:10]),
        )
    )


def main(arguments: list[str]) -> int:
    """Run and report; fail on any error."""
    readers, seconds = numbers(arguments, 200, 60)
    tally, log = run(readers, seconds)
    print(told(tally, readers, seconds))
    faults = [line for line in log.splitlines() if "ERROR" in line and "SIGKILL" not in line]
    print(*faults[:10], sep="\n")
    return 1 if tally.errors or faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
