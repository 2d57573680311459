"""The board made once: ``env TABLERO_DATOS=FOLDER python -m callbacks.registro.rehearsal``.

The board writes one page of each kind when it starts, and its health says which it could not.
"""

import sys

from werkzeug.test import Client


def main() -> int:
    """Start the board and ask for its health; the last line said is what went wrong; 0 or 1."""
    # The board reads its tables, or refuses them, when it is imported.
    from app import server

    said = Client(server).get("/salud", base_url="http://localhost").get_json()
    if said["estado"] == "bien":
        return 0
    sys.stderr.write(f"{said['razon']}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
