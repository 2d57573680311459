"""``python -m data.importar ARCHIVO``: takes an official file into the tables of the board."""

import sys

from data.importing.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
