"""Takes the pictures of the guide of the Registro: ``python -m tests.guides.registro_pictures``.

The whole way of a report is walked, as its test does: everything in the pictures is invented.
"""

import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from data.loader import folder as tables_of_the_board
from data.loader import load
from data.registro.database import connect, migrate
from data.registro.publication.publish import Place
from tests.guides.picture import _FLAGS
from tests.load.server import ROOT
from tests.registro.conftest import fill
from tests.registro.journey import BY_FORM, YEAR, board, registry

FOLDER = ROOT / "data" / "registro"
BUDGET = 80_000
_WIDE = 860
_LIGHT = {"viewport": {"width": _WIDE, "height": 600}, "color_scheme": "light"}
# Each picture, by the moment of the way at which it is taken: how high it is.
PICTURES = {"tareas.png": 430, "reporte.png": 640, "excel.png": 480, "observado.png": 600,
            "corte.png": 320, "tablero.png": 400}  # fmt: skip
_FROM = {"tablero.png": "Lo que la entidad declaró"}


def _picture(target: Path) -> Callable[[str, Page], None]:
    def look(name: str, page: Page) -> None:
        file = f"{name}.png"
        page.set_viewport_size({"width": _WIDE, "height": PICTURES[file]})
        if file in _FROM:
            heading = page.get_by_role("heading", name=_FROM[file])
            heading.evaluate("node => node.scrollIntoView()")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=target / file, animations="disabled")

    return look


def _walked(browser: Browser, room: Path, target: Path) -> None:
    engine, look = connect(f"sqlite:///{room / 'registro.sqlite'}"), _picture(target)
    migrate(engine)
    fill(engine, load())
    shutil.copytree(str(tables_of_the_board()), room / "tablas")
    place = Place(room / "tablas", room / "versiones", judge=lambda *_: "0" * 12,
                  keep=lambda *_: "0" * 12)  # fmt: skip
    with registry(engine, room, place, demo=True) as walk:
        walk.whole(browser, room, look, **_LIGHT)
    engine.dispose()
    page = browser.new_context(locale="es-PE", **_LIGHT).new_page()
    with board(room / "tablas") as url:
        page.goto(f"{url}/indicadores/{BY_FORM}?anio={YEAR}")
        look("tablero", page)
        page.context.close()


def take(target: Path) -> dict[str, int]:
    """Write each picture as PNG; return their bytes."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        found = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        _walked(browser, Path(name), target)
        browser.close()
    return {file: (target / file).stat().st_size for file in PICTURES}


def main(arguments: list[str]) -> int:
    """Take them and say their size; 1 if one weighs more than a guide should."""
    sizes = take(Path(arguments[0]) if arguments else FOLDER)
    for file, size in sizes.items():
        print(f"{file}: {size / 1000:,.0f} kB")
    return 0 if max(sizes.values()) <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
