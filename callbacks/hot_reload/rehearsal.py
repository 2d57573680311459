"""Each kind of page written once before it is asked for, and who is to blame where one is not."""

from collections.abc import Callable

from flask import Flask

from callbacks.hot_reload.refusals import BrokenPage, CodeFault
from callbacks.http.errors import REHEARSAL
from components.pages import PAGES
from components.texts import TextError
from data.faults import TableError
from data.publish.versions import Archive
from data.store import Store


def rehearse(board: Flask) -> None:
    """Write each kind of page once, or raise BrokenPage: valid rows may still not fit a page.

    Raises TextError where a text asks for what it is not given.
    """
    for page in PAGES:
        with board.test_request_context(page.example, environ_base={REHEARSAL: True}):
            try:
                broken = board.full_dispatch_request().status_code >= 500
            except TextError:
                raise
            except Exception as error:
                raise BrokenPage(page.example) from error
        if broken:
            raise BrokenPage(page.example)


def blamed(error: Exception, build: Callable[[Store], Flask]) -> Exception:
    """Return a fault of the code where tables known to be good meet one too, else the error.

    Those are the last version that was published; without one the error stays as it is.
    """
    archive = Archive()
    if isinstance(error, TableError | TextError) or not archive.versions:
        return error
    try:
        rehearse(build(archive.read([*archive.versions][-1])))
    except TextError as wrong:
        return wrong
    except TableError:
        return error
    except BrokenPage as again:
        return _fault(f"la página {again} no se puede escribir", again)
    except Exception as again:
        return _fault("el tablero no se puede armar", again)
    return error


def _fault(said: str, cause: Exception) -> CodeFault:
    # The log tells where the first of the causes arose.
    first = cause.__cause__ or cause
    return CodeFault(said).with_traceback(first.__traceback__)
