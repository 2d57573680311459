"""Takes the pictures of the guide of the Registro: ``python -m tests.guides.registro_pictures``.

A demonstration of its own is served on a port of its own: everything in the pictures is invented.
"""

import shutil
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright
from sqlalchemy import Engine, select
from werkzeug.serving import WSGIRequestHandler, make_server

from callbacks.registro.server import create_app
from callbacks.registro.visit import COOKIE, Parts
from data.loader import load
from data.registro.accounts import sessions
from data.registro.accounts.tokens import Vault
from data.registro.database import connect, migrate, writing
from data.registro.demonstration import fill
from data.registro.evidences import Shelf
from data.registro.schema.people import persona
from tests.guides.picture import _FLAGS
from tests.load.server import ROOT

FOLDER = ROOT / "data" / "registro"
BUDGET = 220_000
_SIZE = {"width": 1100, "height": 860}
# Each picture: who looks, at what.
PICTURES = {
    "tareas.png": ("registrador.pnp@demo.invalid", "/"),
    "reporte.png": ("registrador.pnp@demo.invalid", "/reportes/2025-S1/{code}"),
}
_CODE = "IOP.02.02"


class _Quiet(WSGIRequestHandler):
    """Answers and says nothing of it."""

    def log(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def _served(folder: Path) -> Iterator[tuple[Engine, str]]:
    engine, vault = connect(f"sqlite:///{folder / 'demo.sqlite'}"), Vault.of(folder / "secreto")
    migrate(engine)
    with writing(engine) as connection:
        fill(connection, vault, load())
    server = make_server("127.0.0.1", 0, lambda *_: [], threaded=True, request_handler=_Quiet)
    url = f"http://localhost:{server.port}"
    server.app = create_app(Parts(engine, vault, Shelf(folder / "archivos"), url, demo=True))
    running = threading.Thread(target=server.serve_forever)
    running.start()
    try:
        yield engine, url
    finally:
        server.shutdown()
        running.join()
        server.server_close()
        engine.dispose()


def _entered(engine: Engine, mail: str) -> str:
    with writing(engine) as connection:
        number = connection.execute(select(persona.c.id).where(persona.c.correo == mail)).scalar()
        return sessions.begin(connection, int(number or 0), datetime.now(UTC), "", second=True)


def take(folder: Path) -> dict[str, int]:
    """Write each picture as PNG; return their bytes."""
    with tempfile.TemporaryDirectory() as name, _served(Path(name)) as (engine, url), \
            sync_playwright() as playwright:  # fmt: skip
        found = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        for file, (mail, place) in PICTURES.items():
            # The cookie is of https alone; here it goes as a header.
            cookie = {"Cookie": f"{COOKIE}={_entered(engine, mail)}"}
            context = browser.new_context(viewport=_SIZE, locale="es-PE", color_scheme="light",
                                          extra_http_headers=cookie)  # fmt: skip
            page = context.new_page()
            page.goto(url + place.format(code=_CODE))
            page.evaluate("document.fonts.ready")
            page.screenshot(path=folder / file, animations="disabled")
            context.close()
        browser.close()
    return {file: (folder / file).stat().st_size for file in PICTURES}


def main(arguments: list[str]) -> int:
    """Take them and say their size; 1 if one weighs more than a guide should."""
    sizes = take(Path(arguments[0]) if arguments else FOLDER)
    for file, size in sizes.items():
        print(f"{file}: {size / 1000:,.0f} kB")
    return 0 if max(sizes.values()) <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
