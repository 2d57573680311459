"""Every chart on every surface and theme, to look at: ``python -m tests.guides.contact_sheet``.

Each chart becomes one picture per theme, with its surfaces beside each other at their own size;
`index.html` shows them all.
"""

import base64
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from components import assets
from components.charts.layouts.surface import NARROW, ROOM, WIDE
from components.charts.registry import CHARTS
from components.charts.view import View
from components.images import layouts, raster
from data.loader import load
from tests.load.server import ROOT, served

TARGET = ROOT / "build" / "hoja"
THEMES = ("light", "dark")
_CARD = 600
_FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run"]
_STYLE = """body{margin:16px;width:2700px}
main{display:flex;gap:48px;align-items:start;padding:0;margin:0;max-width:none}
h1{font-size:24px}.still .drawing{display:block!important;min-width:0}"""
_INDEX = """<!doctype html><html lang="es"><meta charset="utf-8"><title>Hoja de contactos</title>
<style>body{margin:0;background:#888}img{display:block;width:100%;margin-bottom:8px}</style>"""


def sheet(view: View) -> str:
    """Return a document with the chart on each surface, then its card."""
    drawn = "".join(
        f'<div class="still" style="flex:none;width:{surface.width}px">'
        f"{view.chart.drawing(view.frame, surface)}</div>"
        for surface in (WIDE, NARROW, ROOM)
    )
    picture = base64.b64encode(raster.png(layouts.card(view), _CARD)).decode()
    return (
        '<!doctype html><meta charset="utf-8">'
        f'<link rel="stylesheet" href="{assets.url("board.css")}">'
        f"<style>{_STYLE}</style><h1>{view.chart.slug}: {view.title}</h1>"
        f'<main>{drawn}<img width="{_CARD}" src="data:image/png;base64,{picture}"></main>'
    )


def shoot(page: Page, view: View, base: str, target: Path) -> list[str]:
    """Write the picture of a chart in each theme; return their names."""
    body = sheet(view)
    page.route(f"{base}/hoja", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto(f"{base}/hoja")
    page.evaluate("document.fonts.ready")
    names = []
    for theme in THEMES:
        page.evaluate(f"document.documentElement.dataset.theme = '{theme}'")
        names.append(f"{view.chart.slug}-{theme}.png")
        page.screenshot(path=target / names[-1], full_page=True)
    page.unroute(f"{base}/hoja")
    return names


def take(target: Path, slugs: Sequence[str]) -> int:
    """Write the pictures of some charts and their index; return how many there are."""
    target.mkdir(parents=True, exist_ok=True)
    store, names = load(), []
    with served() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        page = browser.new_page(viewport={"width": 2732, "height": 400})
        for slug in slugs:
            names += shoot(page, View.shown(CHARTS[slug], store), server.base, target)
        browser.close()
    images = "".join(f'<img src="{name}" alt="{name}" loading="lazy">' for name in names)
    (target / "index.html").write_text(_INDEX + images, "utf-8")
    return len(names)


def main(arguments: list[str]) -> int:
    """Take the charts named, or all."""
    print(f"{TARGET / 'index.html'}: {take(TARGET, arguments or list(CHARTS))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
