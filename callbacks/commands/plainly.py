"""A command that says what is wrong with what it reads in its own words, as the server does."""

import sys
from collections.abc import Callable

from components import texts
from data import settings
from data.faults import TableError


def run(command: Callable[[list[str]], int]) -> int:
    """Return the status of a command on its arguments: 1 where it cannot begin, or cannot write."""
    try:
        settings.check()
        texts.check()
        return command(sys.argv[1:])
    except (TableError, settings.SettingError, texts.TextError) as error:
        said = str(error)
    except OSError as error:
        said = f"{error.filename or 'disco'}: {error.strerror}"
    print(said, file=sys.stderr)
    return 1
