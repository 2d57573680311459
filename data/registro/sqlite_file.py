"""The file of a SQLite database while it is open: nothing is written where no file is any more."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DisconnectionError


def there(engine: Engine) -> Callable[..., None]:
    """Return what keeps a base that goes away from being made again, empty, by who asks next."""
    known: list[str] = []

    def open_(*_: Any) -> None:
        file = Path(engine.url.database or "")
        if known and not file.exists():
            gone = sqlite3.OperationalError("the file of the database is gone")
            gone.sqlite_errorname = "SQLITE_CANTOPEN"
            raise gone
        known[:] = [str(file)]

    return open_


def identity(raw: Any) -> tuple[int, int] | None:
    """Return which file stands where the base was opened; None for one that is no file, or gone."""
    name = raw.execute("PRAGMA database_list").fetchone()[2]
    try:
        found = Path(name).stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino) if name else None


def same(raw: Any, record: Any, _: Any) -> None:
    """Leave a connection whose file was taken away: what is written there is in no file."""
    if record.info["archivo"] != identity(raw):
        raise DisconnectionError
