"""Looking again and again for newer tables, in a thread that nothing ends."""

from collections.abc import Callable
from threading import Event

from callbacks.serving import log

_ROOM = "falta memoria: suba MemoryMax o reinicie; mientras tanto se sirven las tablas de antes"


def watch(look: Callable[[], None], wake: Event, pause: Callable[[], float]) -> None:
    """Look whenever it is asked for, and after each pause, in seconds."""
    while True:
        wake.wait(pause())
        wake.clear()
        safely(look)


def safely(act: Callable[[], None]) -> None:
    """Go on serving what stands, whatever happens while looking for something newer."""
    try:
        act()
    except MemoryError as error:
        log.failed("las tablas no se pudieron mirar", error, remedio=_ROOM)
    except Exception as error:
        log.failed("las tablas no se pudieron mirar", error)
