"""The log: one JSON object per line, with nothing in it of who visits or what they search.

No address, no browser, no query, no text of an exception: a visitor could have written it.
"""

import json
import logging
import re
import sys
import traceback
from functools import lru_cache
from pathlib import Path
from time import gmtime, strftime
from typing import Any

_NAME = "tablero"
_ROOT = Path(__file__).parents[2]
_LEVELS = {"WARNING": "AVISO", "ERROR": "ERROR", "CRITICAL": "ERROR"}
# gunicorn puts into words of its own the address and the request of who broke the rules.
_TOLD = re.compile(r"^(Invalid request|Error handling request).*", re.DOTALL)
_SECOND = "%Y-%m-%dT%H:%M:%S"
_WRITER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_log = logging.getLogger(_NAME)


class Lines(logging.Formatter):
    """A record as one line of JSON."""

    def format(self, record: logging.LogRecord) -> str:
        """Write the time, the level, the event and what was put beside it."""
        line: dict[str, Any] = {
            "hora": f"{_second(int(record.created))}.{int(record.msecs):03d}Z",
            "nivel": _LEVELS.get(record.levelname, "INFO"),
            "evento": _TOLD.sub(r"\1", record.getMessage())[:300],
            **getattr(record, "datos", {}),
        }
        error = record.exc_info[1] if record.exc_info else None
        if isinstance(error, BlockingIOError):
            line |= {"nivel": "AVISO", "evento": "cliente que calla"}
        elif error:
            line |= fault(error)
        return _WRITER.encode(line)


@lru_cache(1)
def _second(moment: int) -> str:
    return strftime(_SECOND, gmtime(moment))


def start() -> None:
    """Write the events of the board to the standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines())
    _log.handlers, _log.propagate = [handler], False
    _log.setLevel(logging.INFO)


def said(event: str, **data: Any) -> None:
    """Log that something happened as it should."""
    if listening():
        # Where it was said from, which `info` looks for at every request, stands in no line.
        extra = {"datos": data}
        _log.handle(_log.makeRecord(_NAME, logging.INFO, "", 0, event, (), None, extra=extra))


def warned(event: str) -> None:
    """Log what the operator should know, though nothing failed."""
    _log.warning(event)


def failed(event: str, error: BaseException, **data: Any) -> None:
    """Log a failure: its kind and where it arose, not its words."""
    _log.error(event, extra={"datos": {**data, **fault(error)}})


def listening() -> bool:
    """Say whether somebody reads the requests that went well."""
    return _log.isEnabledFor(logging.INFO)


def fault(error: BaseException) -> dict[str, Any]:
    """Return the kind of an error and the last places of our code and others' it went through."""
    frames = traceback.extract_tb(error.__traceback__)[-8:]
    places = [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
    return {"fallo": type(error).__name__, "donde": places}


def _short(file: str) -> str:
    path = Path(file)
    own = path.is_relative_to(_ROOT) and "site-packages" not in path.parts
    return str(path.relative_to(_ROOT)) if own else "/".join(path.parts[-2:])
