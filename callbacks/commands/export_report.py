"""Writes a document of a year: ``python -m callbacks.commands.export_report YEAR FOLDER KIND``."""

import sys
from pathlib import Path

from callbacks.commands import plainly
from components.compliance_report import docx_writer, json_writer, pdf_writer
from components.compliance_report.document import Document
from components.compliance_report.missing_package import REQUIREMENTS, MissingPackageError
from components.links import given
from components.texts import t
from data.compliance_report.report import KINDS, REPORT, reason, years
from data.loader import load
from data.publish.versions import Archive
from data.store import Store

_WRITERS = {"docx": docx_writer, "pdf": pdf_writer, "json": json_writer}


def main(arguments: list[str]) -> int:
    """Write the three files of a document; 0 if they could be, 2 if what is asked is not known."""
    asked, folder, kind = [*arguments, "", "", ""][:3]
    store = load(kept=Archive())
    year = int(asked) if asked.isascii() and asked.isdigit() else 0
    if wrong := _unknown(store, asked, year, kind):
        return _refused(wrong, 2)
    try:
        written = files(store, year, kind or REPORT, Path(folder or "."))
    except MissingPackageError:
        return _refused(t("reporte.missing", file=REQUIREMENTS), 1)
    for path in written:
        print(path)
    return 0


def _unknown(store: Store, asked: str, year: int, kind: str) -> str:
    """Say what of an order is not known, and what may stand there; '' if all is."""
    known = years(store)
    if year not in known:
        why = t(f"errors.404.report_{reason(store, year)}", year=year)
        return t("reporte.unknown_year", asked=asked, why=why, years=", ".join(map(str, known)))
    if kind and kind not in KINDS:
        return t("reporte.unknown_kind", asked=kind, kinds=", ".join(KINDS))
    return ""


def _refused(said: str, status: int) -> int:
    print(said, file=sys.stderr)
    return status


def files(store: Store, year: int, kind: str, folder: Path) -> list[Path]:
    """Write a document in every format into a folder."""
    document = Document.of(store, year, kind, given())
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for form, writer in _WRITERS.items():
        path = folder / f"{kind}-{year}.{form}"
        path.write_bytes(writer.write(document))
        found.append(path)
    for doubt in document.report.doubts:
        print(doubt, file=sys.stderr)
    return found


if __name__ == "__main__":
    sys.exit(plainly.run(main))
