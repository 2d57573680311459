"""Writes a document of a year: ``python -m callbacks.commands.export_report YEAR FOLDER KIND``."""

import sys
from pathlib import Path

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
    """Write the three files of a document; 0 if they could be, else 1."""
    asked, folder, kind = [*arguments, "", "", ""][:3]
    kind = kind if kind in KINDS else REPORT
    store = load(kept=Archive())
    year = int(asked) if asked.isdigit() else 0
    if year not in years(store):
        why = t(f"errors.404.report_{reason(store, year)}", year=year)
        print(f"{asked}: {why}", file=sys.stderr)
        return 1
    try:
        written = files(store, year, kind, Path(folder or "."))
    except MissingPackageError:
        print(t("reporte.missing", file=REQUIREMENTS), file=sys.stderr)
        return 1
    for path in written:
        print(path)
    return 0


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
    sys.exit(main(sys.argv[1:]))
