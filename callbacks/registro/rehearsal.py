"""The board written once from some tables: ``python -m callbacks.registro.rehearsal FOLDER``.

One page of each kind: before it takes the tables, the board rehearses the rest by itself.
"""

import sys
from pathlib import Path

from callbacks.hot_reload.refusals import BrokenPage
from callbacks.hot_reload.rehearsal import rehearse
from components.texts import TextError
from data.faults import TableError
from data.loader import load
from data.publish.versions import Archive


def main(words: list[str]) -> int:
    """Rehearse; the last line said is what went wrong; 0 or 1."""
    # The board reads the tables of today when it is imported.
    from app import create_app

    try:
        rehearse(create_app(load(Path(words[0]), Archive())).server)
    except BrokenPage as broken:
        sys.stderr.write(f"la página {broken} no se puede escribir\n")
        return 1
    except (TableError, TextError) as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
