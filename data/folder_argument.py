"""The folder that a command is told, said in one line if it is not one."""

import sys
from collections.abc import Sequence
from importlib.resources.abc import Traversable
from pathlib import Path


def chosen(arguments: Sequence[str], default: Traversable) -> Traversable:
    """Return the folder of the first argument, or a default; end with 2 if there is none."""
    found = Path(arguments[0]) if arguments else default
    if found.is_dir():
        return found
    said = f"{found}: no es una carpeta de tablas; escriba la ruta de una que exista"
    print(said, file=sys.stderr)
    raise SystemExit(2)
