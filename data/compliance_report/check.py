"""Checks the free text of the reports: ``python -m data.compliance_report.check [YEAR]``.

Each doubt has its place and its remedy; exit status 1 while there is any.
"""

import sys
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from data.compliance_report import free, free_text, report
from data.compliance_report.vocabulary import known
from data.faults import Fault, TableError
from data.loader import load
from data.store import Store


def doubts(store: Store, folder: Traversable | None = None, only: int = 0) -> Iterator[str]:
    """Give what is doubtful in the free text of each year that has a file, or of one."""
    place = folder or files("data") / free_text.FOLDER
    for year in free_text.years(place):
        if only and year != only:
            continue
        try:
            texts = free_text.read(place, year)
        except TableError as error:
            yield from map(str, error.faults)
            continue
        yield from _unknown(store, texts)
        if year not in report.years(store):
            yield str(Fault(texts.file, 0, "archivo", year, "no hay datos de ese año", "quítelo"))
            continue
        found = (write(store, year, texts).doubts for write in report.WRITE.values())
        yield from dict.fromkeys(doubt for each in found for doubt in each)


def _unknown(store: Store, texts: free_text.FreeTexts) -> Iterator[str]:
    aims = {free.aim(row.codigo) for row in report.objectives(store)}
    for section, written in texts.sections.items():
        if section not in aims and not known(f"libre.{section}"):
            remedy = "use una de las secciones que el documento dice «Por redactar»"
            reason = "ningún documento tiene esa sección"
            yield str(Fault(texts.file, written.line, section, section, reason, remedy))


def main(arguments: list[str]) -> int:
    """Print the doubts; 0 if there are none, else 1."""
    only = int(arguments[0]) if arguments and arguments[0].isdigit() else 0
    found = list(doubts(load(), only=only))
    print("\n".join(found) or "El texto libre no tiene dudas.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
