"""Takes the picture of the README: ``python -m tests.guides.picture [assets/tablero.png]``.

The board is served on a port of its own and photographed as a reader sees it on a laptop.
"""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from callbacks.commands.command_arguments import unwritable
from tests.load.server import ROOT, served

PICTURE = ROOT / "assets" / "tablero.png"
BUDGET = 250_000
_SIZE = {"width": 1280, "height": 860}
_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


def take(target: Path) -> int:
    """Write the first screen of the home page as PNG; return its bytes."""
    with served() as server, sync_playwright() as playwright:
        found = shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        context = browser.new_context(viewport=_SIZE, locale="es-PE", color_scheme="light")
        page = context.new_page()
        page.goto(server.base)
        page.wait_for_selector("body.live-board")
        page.evaluate("document.fonts.ready")
        page.screenshot(path=target, animations="disabled")
        browser.close()
    return target.stat().st_size


def main(arguments: list[str]) -> int:
    """Take the picture and say its size; 1 if it weighs more than a README should.

    Where it cannot be written it says so before anything is served, and makes no folder.
    """
    target = Path(arguments[0]) if arguments else PICTURE
    if said := unwritable(target, "FOTO"):
        print(said, file=sys.stderr)
        return 1
    size = take(target)
    print(f"{target}: {size / 1000:,.0f} kB")
    return 0 if size <= BUDGET else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
