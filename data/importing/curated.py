"""What a person wrote about figures is kept, and told, when a new cut replaces them."""

import re
from dataclasses import dataclass

from data.importing.decide import Change, held
from data.writing.folder import Cells, Folder

_PENAL = "(, pero |; )todas las filas son de especialidad PENAL: pueden faltar otras fiscalías"
_MONTHS = r"[A-Z][a-zñ ]+ de \d{4}"
_OURS = {
    "coberturas": re.compile(rf"\d+ de \d+({_PENAL})?"),
    "periodos": re.compile(
        rf"Año entero|{_MONTHS}(: meses con filas en la base)?|"
        rf"{_MONTHS}, corte [\d/]+; \d+ de \d+ distritos fiscales({_PENAL})?"
    ),
}
"""How the importer itself words its notes; any other wording is of a person."""

_EARLIER = re.compile(r".* Nota anterior: «(?P<note>.*)»", re.DOTALL)


@dataclass(frozen=True)
class Kept:
    """A note that a person wrote: its table, the source or the period it speaks of, its words."""

    table: str
    key: str
    note: str


def kept(changes: list[Change], folder: Folder) -> list[Kept]:
    """Return the notes of persons on what is about to be replaced."""
    found: list[Kept] = []
    for change in changes:
        if change.verdict == "reemplaza":
            code = change.unit.source.codigo
            codes = {row["periodo"] for row in held(change.unit, folder)}
            covered = [row for row in folder.rows("coberturas") if row["fuente"] == code]
            periods = [row for row in folder.rows("periodos") if row["codigo"] in codes]
            found += [Kept("coberturas", code, _person("coberturas", row)) for row in covered]
            found += [Kept("periodos", r["codigo"], _person("periodos", r)) for r in periods]
    return [one for one in dict.fromkeys(found) if one.note]


def put_back(notes: list[Kept], folder: Folder) -> list[str]:
    """Add the notes to what replaced them, and say which there are to look at."""
    said = []
    for one in notes:
        name = "fuente" if one.table == "coberturas" else "codigo"
        for row in folder.rows(one.table):
            if row[name] == one.key and one.note not in row["nota"]:
                row["nota"] = f"{row['nota']}. Nota anterior: «{one.note}»".lstrip(". ")
                said.append(f"Nota que se conserva en {one.table} ({one.key}): revísela.")
    return said


def _person(table: str, row: Cells) -> str:
    note = row["nota"]
    if found := _EARLIER.fullmatch(note):
        return found["note"]
    return "" if not note or _OURS[table].fullmatch(note) else note
