"""What gunicorn says where a request is none that the board could read: in Spanish, with headers.

gunicorn writes its own page for these, in English and without a header of safety, and has no
setting for it: `register` puts ours in the place of the function that writes it.
"""

import socket
from collections.abc import Callable
from http import HTTPStatus

from gunicorn import util

from callbacks.serving.security_headers import always
from components.page_document import brief
from components.texts import t

_TOLD = (400, 414, 431, 500)


def register(answer: Callable[[int], bytes]) -> None:
    """Have gunicorn write the answer of an application, in every worker that is forked after it.

    Nothing of what a request said is repeated.
    """

    def write(sock: socket.socket, status_int: int, reason: str, mesg: str) -> None:
        util.write_nonblock(sock, answer(status_int))

    util.write_error = write


def answer(status: int) -> bytes:
    """Return the whole answer of the board to a status, headers and page."""
    known = status if status in _TOLD else 500 if status >= 500 else 400
    return whole(status, brief(t(f"errors.{known}.title"), t(f"errors.{known}.text")), always())


def whole(status: int, page: str, headers: dict[str, str]) -> bytes:
    """Return an answer as it goes over the line."""
    body = page.encode()
    given = headers | {
        "Connection": "close",
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": str(len(body)),
        "Cache-Control": "no-store",
    }
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
    lines += [f"{name}: {value}" for name, value in given.items()]
    return "\r\n".join([*lines, "", ""]).encode("latin-1") + body
