"""Writes a session to take away: one HTML file, and its record as a tagged PDF."""

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from callbacks.commands.command_arguments import unused, unwritable
from callbacks.http.session import opened
from components.links import given
from components.session.drawings import showable
from components.session.inside import Inside
from components.session.offline_file import alone
from components.session.record import record
from components.session.slides import Session
from data import session_loader
from data.loader import load
from data.publish.versions import Archive
from data.query.filters import Filters
from data.store import Store

_PRINT = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
          "--generate-pdf-document-outline", "--export-tagged-pdf")  # fmt: skip

# Each kind of file, with the variable of make that names it.
_SETTINGS = {"sesion": "SESION", "acta": "ACTA"}
_USAGE = "uso: python -m callbacks.commands.export_session sesion|acta ARCHIVO [CONSULTA]"


def file(store: Store, query: str = "") -> str:
    """Return the file of a session: its year, sector or axis can be changed in the room."""
    scripts = session_loader.load(store.vocabulary, showable(store))
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
    years = [None, *(year for year in store.years if year != store.latest)]
    return [way.with_(anio=year).to_query() for year in years for way in ways]


def acta(store: Store, query: str = "") -> str:
    """Return the record of a session with its styles and shapes inside, to be printed."""
    scripts = session_loader.load(store.vocabulary, showable(store))
    return record(opened(store, scripts, query), given(), Inside())


def main(arguments: list[str]) -> int:
    """Write `sesion FILE [QUERY]` or `acta FILE.pdf [QUERY]`; say its size and the data in it."""
    if len(arguments) not in (2, 3) or arguments[0] not in _SETTINGS:
        return _refused(_USAGE)
    kind, target, *rest = arguments
    store, query, written = load(kept=Archive()), "".join(rest), Path(target)
    scripts = session_loader.load(store.vocabulary, showable(store))
    wrong = unwritable(written, _SETTINGS[kind]) or unused(store, scripts, query)
    if wrong:
        return _refused(wrong)
    if kind == "sesion":
        written.write_text(file(store, query), "utf-8")
    elif not _printed(acta(store, query), written.resolve()):
        return _refused("Falta Chromium: instale el paquete «chromium» de Debian.", 1)
    print(f"{written}: {written.stat().st_size / 1024:,.0f} KiB, datos {store.version}")  # noqa: T201
    return 0


def _refused(said: str, status: int = 2) -> int:
    print(said, file=sys.stderr)  # noqa: T201
    return status


def _printed(text: str, target: Path) -> bool:
    browser = shutil.which("chromium")
    if browser is None:
        return False
    with TemporaryDirectory() as folder:
        page = Path(folder) / "acta.html"
        page.write_text(text, "utf-8")
        command = [browser, *_PRINT, f"--user-data-dir={folder}/profile",
                   f"--print-to-pdf={target}", page.as_uri()]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=90)
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
