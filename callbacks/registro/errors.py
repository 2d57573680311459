"""What is said when something is not done: always in words, never more than one may know."""

import json
import logging
from collections.abc import Iterator

from flask import Flask, request
from flask import Response as Answer
from sqlalchemy.exc import IntegrityError
from werkzeug.exceptions import HTTPException

from callbacks.registro import outage_page
from callbacks.registro.pages import page
from callbacks.registro.visit import now
from callbacks.serving.log import fault
from components.registro.texts import word
from data.faults import TableError
from data.registro import outage
from data.registro.moves import ConflictError, ForbiddenError, ImpossibleError, UnmetError
from data.registro.periods import PeriodError
from data.registro.reports import NotFoundError
from data.registro.screening.files import FileError
from data.registro.screening.texts import TextError
from data.settings import SettingError

_LOG = logging.getLogger("registro")
_MOST = 20
_SAID = (400, 403, 404, 405, 409, 413, 422, 500)
Told = tuple[str, int]


def register(server: Flask) -> None:
    """Say each fault on a page of its own."""
    handle = server.register_error_handler
    handle(HTTPException, lambda error: _told(error.code or 500))
    handle(NotFoundError, lambda _: _told(404))
    handle(ForbiddenError, lambda _: _told(403))
    handle(ConflictError, lambda _: _told(409))
    # Two who begin the same thing at once: the database lets one.
    handle(IntegrityError, lambda _: _told(409))
    handle(ImpossibleError, _locked)
    handle(UnmetError, lambda error: _told(422, (*error.words, *_typed())))
    handle(PeriodError, lambda error: _told(422, tuple(str(error).splitlines())))
    handle(FileError, lambda error: _told(422, (str(error),)))
    handle(SettingError, lambda error: _told(422, (str(error),)))
    handle(TableError, _unread)
    handle(TextError, _private)
    # Who sends a form stopped in the middle of it.
    handle(BlockingIOError, lambda _: _told(400))
    handle(ConnectionError, lambda _: _told(400))
    handle(Exception, _failed)


def _told(code: int, listed: tuple[str, ...] = ()) -> Told | Answer:
    said = code if code in _SAID else 400
    try:
        return _page(word(f"errores.{said}"), listed), code
    except Exception as error:
        # Who asks is in the database, which may be what failed: then nobody is known.
        return _failed(error)


def _page(words: str, listed: tuple[str, ...] = ()) -> str:
    titled = word("errores.titulo")
    return page("message.html", titulo=titled, texto=words, lista=listed, volver="/")


def _private(error: TextError) -> Told | Answer:
    """Say what identifies somebody, with what was typed: it is nowhere else."""
    return _told(422, (str(error), *_typed()))


def _unread(error: TableError) -> Told | Answer:
    """Say why the tables of the board cannot be read now, with what was typed meanwhile."""
    return _told(422, (*map(str, error.faults[:_MOST]), *_typed()))


def _typed() -> Iterator[str]:
    mine = word("acuerdos.suyo")
    # A number alone is of a hidden field.
    return (f"{mine}: {said}" for name, said in request.form.items()
            if not (name.startswith("_") or said.isdecimal() or not said.strip()))  # fmt: skip


def _locked(error: ImpossibleError) -> Told | Answer:
    words = word("errores.imposible", estado=word(f"estados.{error.estado}"),
              roles=", ".join(error.abren))  # fmt: skip
    return _page(words), 409


def _failed(error: Exception) -> Told | Answer:
    """Log a failure, and say it: of what is out of reach, what mends it is for who serves."""
    outage_page.unknown()
    found = note(error)
    return outage_page.answer() if found else (_page(word("errores.500")), 500)


def note(error: BaseException) -> str:
    """Log a failure; return what mends it where something is out of reach, '' elsewhere."""
    found = outage.cause(error)
    # Only its kind and place: what was typed is in the words of an error, and not for the log.
    line = {"momento": now().isoformat(timespec="milliseconds"), "lugar": request.endpoint}
    line |= {"remedio": found} if found else {}
    _LOG.error("%s", json.dumps(line | fault(error), ensure_ascii=True))
    return found
