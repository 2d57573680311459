"""Sends garbage to the board and keeps what went wrong: `make fuzz`, 100,000 requests.

A tenth as many are what other sites ask for, `outside`, and a twentieth have a shape whose right
answer is known, `shapes`.

python -m tests.load.fuzz [NUMBER] [SEED]
"""

import logging
import re
import resource
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from flask import Flask
from werkzeug.test import EnvironBuilder, run_wsgi_app

from callbacks.board import create_app
from callbacks.http.routes import form_at
from data.loader import load
from data.publish.versions import Archive
from tests.load import outside, shapes
from tests.load.garbage import Asked, Garbage
from tests.load.told import numbers
from tests.load.words import MARK

_PRINTED = "".join(chr(code) for code in range(33, 127))
_OWN_FILE = re.compile(r'(?:href|src|data-plotly)="(/(?:assets|_dash)[^"]+)"')


@dataclass
class Found:
    """What a run found."""

    statuses: Counter[int] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: dict[str, tuple[float, str]] = field(default_factory=dict)
    memory: list[float] = field(default_factory=list)
    seconds: float = 0.0


class _Heard(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(f"{record.getMessage()} {getattr(record, 'datos', '')}")


def run(server: Flask, garbage: Garbage, number: int) -> Found:
    """Send the requests one after the other; keep every answer that should not be."""
    found, heard = Found(), _Heard()
    logging.getLogger().addHandler(heard)
    begun = time.perf_counter()
    for index in range(number):
        asked = garbage[index]
        _check(server, asked, index, found)
        if heard.said:
            found.faults.append(f"{index} {asked.path[:80]!r}: log: {heard.said.pop()[:300]}")
        if index % max(number // 20, 1) == 0:
            found.memory.append(memory())
            done = f"{index:,} de {number:,}: {found.memory[-1]:.0f} MB, {len(found.faults)} fallos"
            print(done, file=sys.stderr, flush=True)
    found.memory.append(memory())
    found.seconds = time.perf_counter() - begun
    logging.getLogger().removeHandler(heard)
    return found


def _check(server: Flask, asked: Asked, index: int, found: Found) -> None:
    before = time.perf_counter()
    status, headers, body = send(server, asked)
    spent = time.perf_counter() - before
    found.statuses[status] += 1
    route = form_at(server, asked.path)
    address = f"{asked.method} {asked.path}?{asked.query}"[:160]
    found.slowest[route] = max(found.slowest.get(route, (0.0, "")), (spent, address))
    wrong = []
    # The contract's answer to a form that is not offered, and the only one of the server's fault.
    not_offered = status == 501 and "/" + asked.path.lstrip("/") == "/oembed"
    if status >= 500 and not not_offered:
        wrong.append(f"{status}")
    if b"Traceback" in body:
        wrong.append("a traceback")
    if MARK.encode() in body and "html" in headers.get("content-type", ""):
        wrong.append("reflected")
    if "content-security-policy" not in headers or "set-cookie" in headers:
        wrong.append("headers")
    if wrong:
        found.faults.append(f"{index} {address!r}: {', '.join(wrong)}")


def send(server: Flask, asked: Asked) -> tuple[int, dict[str, str], bytes]:
    """Give a request to the server as gunicorn would, without a socket."""
    headers = {**asked.headers, "Content-Length": str(len(asked.body))}
    builder = EnvironBuilder(method=asked.method, path="/", headers=headers, data=asked.body)
    environ = builder.get_environ()
    builder.close()
    # Whatever bytes a socket brings: the path percent-decoded, the query as it came.
    environ["PATH_INFO"] = asked.path.encode().decode("latin-1")
    environ["QUERY_STRING"] = quote(asked.query, safe=_PRINTED)
    answer, status, given = run_wsgi_app(server.wsgi_app, environ, buffered=True)
    return int(status[:3]), {k.lower(): v for k, v in given.items()}, b"".join(answer)


def memory() -> float:
    """Return the memory of this process now, in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


def prepared(seed: int) -> tuple[Flask, Garbage]:
    """Return the board of today and what to throw at it."""
    store = load(kept=Archive())
    server = create_app(store).server
    front = server.test_client().get("/").get_data(as_text=True)
    return server, Garbage(store, server.url_map, seed, _OWN_FILE.findall(front))


def main(arguments: list[str]) -> int:
    """Run, report in Markdown, and fail where something was wrong."""
    number, seed = numbers(arguments, 100_000, 7)
    server, garbage = prepared(seed)
    found = run(server, garbage, number)
    begun = time.perf_counter()
    outer = outside.ask(server.test_client(), garbage.store, number // 10, seed)
    known = shapes.ask(server.test_client(), garbage.store, number // 20, seed)
    found.seconds += time.perf_counter() - begun
    for more in (outer, known):
        found.faults += more.faults
        found.statuses += more.statuses
    told = ", ".join(f"{status}: {times:,}" for status, times in sorted(found.statuses.items()))
    print(
        f"{found.statuses.total():,} peticiones en {found.seconds:,.0f} s (semilla {seed}); {told}"
    )
    print(f"memoria, MB: {', '.join(f'{said:.0f}' for said in found.memory)}")
    for route, (spent, address) in sorted(found.slowest.items(), key=lambda item: -item[1][0])[:8]:
        print(f"más lenta en {route}: {spent * 1000:,.0f} ms · {address!r}")
    print(f"fallos: {len(found.faults)}", *found.faults[:40], sep="\n")
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
