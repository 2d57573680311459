"""Writes a session to take away: one HTML file, and its record as a tagged PDF."""

import sys
from dataclasses import replace
from pathlib import Path

from callbacks.commands import plainly
from callbacks.commands.command_arguments import unused, unwritable
from callbacks.http.session import opened
from components.compliance_report.missing_package import REQUIREMENTS, MissingPackageError
from components.links import given
from components.session import record_pdf
from components.session.drawings import showable
from components.session.offline_file import alone
from components.session.slides import Session
from components.texts import t
from data import session_loader
from data.loader import load
from data.publish.versions import Archive
from data.query.filters import Filters
from data.store import Store

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


def acta(store: Store, query: str = "") -> bytes:
    """Return the record of a session as a tagged PDF."""
    scripts = session_loader.load(store.vocabulary, showable(store))
    return record_pdf.write(opened(store, scripts, query), given())


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
    else:
        try:
            written.write_bytes(acta(store, query))
        except MissingPackageError:
            return _refused(t("reporte.missing", file=REQUIREMENTS), 1)
    print(f"{written}: {written.stat().st_size / 1024:,.0f} KiB, datos {store.version}")
    return 0


def _refused(said: str, status: int = 2) -> int:
    print(said, file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(plainly.run(main))
