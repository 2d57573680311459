"""Writes a session to take away: one HTML file, and its record as a tagged PDF."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from callbacks.session import opened
from components.session.alone import alone
from components.session.build import Session
from components.session.drawings import showable
from data import sessions
from data.filters import Filters
from data.loader import load
from data.store import Store

_PRINT = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
          "--generate-pdf-document-outline", "--export-tagged-pdf")  # fmt: skip


def file(store: Store, query: str = "") -> str:
    """Return the file of a session: its year, sector or axis can be changed in the room."""
    scripts = sessions.load(store.vocabulary, showable(store))
    session = opened(store, scripts, query)
    name = session.script.name
    views = {
        asked: opened(store, scripts, f"guion={name}&{asked}") for asked in queries(store, session)
    }
    own = replace(session, scripts={name: session.script})
    return alone(own, views)


def queries(store: Store, session: Session) -> list[str]:
    """Return the queries of the views: each year, whole, by one sector, or by one axis."""
    rows = store.indicators.values()
    ways = [Filters()]
    ways += [Filters(sector=(code,)) for code in sorted({row.sector for row in rows})]
    ways += [Filters(eje=(code,)) for code in dict.fromkeys(row.eje for row in rows)]
    years = [None, *(year for year in store.years if year < store.latest)]
    return [way.with_(anio=year).to_query() for year in years for way in ways]


def main(arguments: list[str]) -> int:
    """Write `sesion FILE [QUERY]` or `acta FILE.pdf [QUERY]`; say its size and its checksum."""
    kind, target, *rest = arguments
    text = file(load(), rest[0] if rest else "")
    page = Path(target).resolve().with_suffix(".html")
    page.write_text(text, "utf-8")
    if kind == "acta" and not _printed(page, Path(target).resolve()):
        print("Falta Chromium: instale el paquete «chromium» de Debian.", file=sys.stderr)  # noqa: T201
        return 1
    written = Path(target)
    size = written.stat().st_size / 1024
    print(f"{written}: {size:,.0f} KiB")  # noqa: T201
    return 0


def _printed(page: Path, target: Path) -> bool:
    browser = shutil.which("chromium")
    if browser is None:
        return False
    command = [browser, *_PRINT, f"--print-to-pdf={target}", page.as_uri()]
    subprocess.run(command, check=True, capture_output=True, timeout=90)
    page.unlink()
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
