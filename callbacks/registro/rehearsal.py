"""The board made once: ``env TABLERO_DATOS=FOLDER python -m callbacks.registro.rehearsal``.

The board writes one page of each kind before it serves new tables. Here they are written by two
processes at once, so that who publishes waits half as long.
"""

import gc
import multiprocessing
import sys

from flask import Flask

from callbacks.board import create_app
from callbacks.hot_reload import refusals
from callbacks.hot_reload.rehearsal import blamed, rehearse
from components.pages import PAGES
from data.loader import folder, load
from data.publish.versions import Archive
from data.store import Store

_PROCESSES = 2


def main() -> int:
    """Write each kind of page; the last line said is what went wrong; 0 or 1."""
    try:
        board = _build(load(folder(), Archive()))
    except Exception as error:
        sys.stderr.write(f"{refusals.reason(blamed(error, _build))}\n")
        return 1
    kinds = [page.example for page in PAGES]
    # The processes part once the tables are read and the board is made.
    parted = multiprocessing.get_context("fork")
    writers = [
        parted.Process(target=_write, args=(board, kinds[first::_PROCESSES]))
        for first in range(_PROCESSES)
    ]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return int(any(writer.exitcode for writer in writers))


def _build(store: Store) -> Flask:
    server: Flask = create_app(store).server
    return server


def _write(board: Flask, addresses: list[str]) -> None:
    try:
        rehearse(board, addresses)
    except Exception as error:
        sys.exit(refusals.reason(blamed(error, _build)))


if __name__ == "__main__":
    # What is no longer needed goes with the processes, which are short.
    gc.disable()
    sys.exit(main())
