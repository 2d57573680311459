"""Each kind of page written once before it is asked for, and who is to blame where one is not."""

from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile
from time import monotonic

from flask import Flask

from callbacks.hot_reload.refusals import BrokenPage, CodeFault
from callbacks.hot_reload.rehearsal_plan import plan
from callbacks.http.errors import REHEARSAL
from components.pages import PAGES
from components.texts import TextError
from data.faults import TableError
from data.publish.versions import Archive
from data.settings import setting
from data.store import Store


def rehearse(board: Flask, addresses: Iterable[str] | None = None) -> None:
    """Ask for some addresses, or raise BrokenPage: valid rows may still not fit a page.

    Without addresses, for each kind of page once. Raises TextError where a text asks for what it
    is not given.
    """
    kinds = [page.example for page in PAGES]
    for one in kinds if addresses is None else addresses:
        _ask(board, one)


def rehearse_rest(board: Flask, store: Store) -> None:
    """Ask for all that the plan has, while there is time, but for the kinds of page.

    Its 850 addresses take some 15 seconds of one core.
    """
    asked = {page.example for page in PAGES}
    rest = (one for one in plan(store) if one not in asked)
    rehearse(board, _in_time(rest, monotonic() + seconds()))


def seconds() -> float:
    """Return for how long, at most, tables that stand are tried; 0: they are not."""
    return float(setting("TABLERO_ENSAYO"))


def _in_time(addresses: Iterable[str], end: float) -> Iterator[str]:
    yield from takewhile(lambda _: monotonic() < end, addresses)


def _ask(board: Flask, path: str) -> None:
    with board.test_request_context(path, environ_base={REHEARSAL: True}):
        try:
            broken = board.full_dispatch_request().status_code >= 500
        except TextError:
            raise
        except Exception as error:
            raise BrokenPage(path) from error
    if broken:
        raise BrokenPage(path)


def is_out_of_memory(error: BaseException | None) -> bool:
    """Say whether memory was what failed: neither the tables nor the program are to blame."""
    if error is None or isinstance(error, MemoryError):
        return error is not None
    return is_out_of_memory(error.__cause__)


def blamed(error: Exception, build: Callable[[Store], Flask]) -> Exception:
    """Return a fault of the code where tables known to be good meet one too, else the error.

    Those are the last version that was published; without one the error stays as it is.
    """
    archive = Archive()
    if isinstance(error, TableError | TextError) or not archive.versions:
        return error
    asked = [str(error)] if isinstance(error, BrokenPage) else None
    try:
        rehearse(build(archive.read([*archive.versions][-1])), asked)
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
    told = CodeFault(said).with_traceback(first.__traceback__)
    told.__cause__ = cause
    return told
