"""A crowd of readers while a worker, and then the master of gunicorn, are killed with -9.

python -m tests.load.killed_processes [READERS] [SECONDS]     (200 for 60 s)

The service is started again as systemd does, a second after it ended, until it stands.
"""

import asyncio
import os
import signal
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass

from tests.load import crowd
from tests.load.server import Served, served
from tests.load.told import numbers

_RESTART = 1.0
_TRIES = 60
_SERVING = {"WEB_CONCURRENCY": "2"}


@dataclass
class Death:
    """When the master was killed, and when the service stood again."""

    killed: float = 0.0
    back: float = 0.0


class Patient(crowd.Reader):
    """A reader who waits a little before asking a server again that is not there."""

    async def _get(self, path: str) -> None:
        lost = len(self._tally.errors)
        await super()._get(path)
        if len(self._tally.errors) > lost:
            await asyncio.sleep(0.25)


def again(stack: ExitStack, port: int) -> None:
    """Start the service until it stands."""
    for _ in range(_TRIES):
        time.sleep(_RESTART)
        try:
            stack.enter_context(served(port=port, **_SERVING))
        except RuntimeError:
            continue
        return
    raise RuntimeError("the service did not come back")


async def deaths(server: Served, stack: ExitStack, readers: int, seconds: float) -> crowd.Tally:
    """Let the readers in; kill a worker after a third of the time and the master after two."""
    tally, death = crowd.Tally(), Death()
    until = time.monotonic() + seconds
    people = [Patient(server.port, tally, seed).read(until) for seed in range(readers)]
    await asyncio.gather(*people, _kill(server, stack, tally, death, seconds / 3))
    told(tally, death, readers, seconds)
    return tally


async def _kill(
    server: Served, stack: ExitStack, tally: crowd.Tally, death: Death, third: float
) -> None:
    await crowd._kill(server, tally, third)
    await asyncio.sleep(third)
    death.killed = time.monotonic()
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait()
    # KillMode=mixed: what is left of the service ends with its master.
    with suppress(ProcessLookupError):
        os.killpg(server.process.pid, signal.SIGKILL)
    await asyncio.to_thread(again, stack, server.port)
    death.back = time.monotonic()
    tally.replaced = death.back


def told(tally: crowd.Tally, death: Death, readers: int, seconds: float) -> None:
    """Print what the readers lived through."""
    outage = [error for error in tally.errors if death.killed <= error[0] <= death.back + 0.5]
    print(f"{readers} lectores, {seconds:g} s: {len(tally.times):,} respuestas "
          f"{dict(tally.statuses)}; conexiones cortadas {len(tally.cut)}")  # fmt: skip
    print(f"el servicio volvió en {death.back - death.killed:.1f} s; respuestas perdidas "
          f"{len(tally.errors)}, de ellas mientras no estaba {len(outage)}")  # fmt: skip
    print(f"peticiones con error después: {len(tally.errors) - len(outage)}")


def main(arguments: list[str]) -> int:
    """Run and report; fail if anything is lost but while there was no service."""
    readers, seconds = numbers(arguments, 200, 60)
    with served(**_SERVING) as server, ExitStack() as stack, ThreadPoolExecutor(1) as apart:
        crowd.FILES[:] = apart.submit(lambda: asyncio.run(crowd._files(server.port))).result()
        run = deaths(server, stack, readers, seconds)
        tally = apart.submit(lambda: asyncio.run(run)).result()
    wrong = [said for when, said in tally.errors if when > tally.replaced + 0.5]
    return 1 if wrong or set(tally.statuses) - {200, 304} else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
