"""The signed paragraphs of a year, written to the file where the generator of the report reads.

What was written by hand, and what was signed before and is open again, stays as it is there.
"""

import hashlib
import re
import tempfile
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, insert

from data.compliance_report import free_text, report
from data.faults import TableError
from data.registro.database import reading, writing
from data.registro.moves import ForbiddenError
from data.registro.paragraphs.generator import given
from data.registro.paragraphs.work import Paragraph, ParagraphError, of_year
from data.registro.publication.cut import LIMA
from data.registro.rights import Person, puede
from data.registro.schema.paragraphs import informe_salida
from data.store import Store

Sections = dict[str, tuple[str, str, date]]
_NOTHING = (
    "No se publicó nada. En la página de cada sección que se nombra, vuelva a abrirla y corríjala; "
    "la escrita a mano, en su archivo."
)
# The file is not written yet: a line is that of the text of its section.
_PLACE = re.compile(rf"^data/{free_text.FOLDER}/\d+\.toml:(\d+): ([\w-]+)=")
_HEADER = "# Texto libre del informe de {year}: lo firmado en el Registro y lo escrito a mano.\n"


def publish(engine: Engine, person: Person, year: int, folder: Path, store: Store) -> list[str]:
    """Write the signed paragraphs of a year; return their sections, or raise ParagraphError."""
    if not puede(person, "publicar-informe"):
        raise ForbiddenError("publicar-informe")
    with reading(engine, person.actor) as connection:
        signed = _signed(of_year(connection, year))
    if not signed:
        raise ParagraphError("No hay ningún párrafo firmado.")
    before = _held(folder, year)
    whole = before | signed
    if doubts := _doubts(store, year, whole):
        raise ParagraphError("\n".join((_NOTHING, *doubts)))
    content = _written(folder / f"{year}.toml", year, whole)
    with writing(engine, person.actor) as connection:
        _note(connection, person, year, content, signed)
        _put(folder, year, content, whole)
    return sorted(signed)


def _signed(found: dict[str, Paragraph]) -> Sections:
    return {name: _last(one) for name, one in found.items() if one.estado == "firmado"}


def _last(one: Paragraph) -> tuple[str, str, date]:
    now: Any = one.textos[0]
    return now.texto.strip("\n").rstrip(), now.nombre, now.momento.astimezone(LIMA).date()


def _held(folder: Path, year: int) -> Sections:
    try:
        found = free_text.read(folder, year).sections
    except TableError as error:
        raise ParagraphError("\n".join(map(str, error.faults))) from None
    return {name: (one.text, one.author, one.day) for name, one in found.items()}


def _doubts(store: Store, year: int, whole: Sections) -> list[str]:
    """Return what the lints say of all of it together, over the tables of now."""
    texts = given(year, whole)
    found = (write(store, year, texts).doubts for write in report.WRITE.values())
    return [_PLACE.sub(r"Sección «\2», línea \1: \2=", doubt)
            for doubt in dict.fromkeys(one for each in found for one in each)]  # fmt: skip


def _written(file: Path, year: int, whole: Sections) -> str:
    """Return the file: the comments that head it, and each section after the other."""
    text = file.read_text("utf-8-sig") if file.is_file() else _HEADER.format(year=year)
    lines = text.splitlines()
    first = next((n for n, line in enumerate(lines) if line and line[0] != "#"), len(lines))
    head = "\n".join(lines[:first]).rstrip()
    return "\n".join([head, *(_section(name, *whole[name]) for name in whole)])


def _section(name: str, text: str, author: str, day: date) -> str:
    words = f'"""\n{_escaped(text)}\n"""'
    return f'\n[{name}]\ntexto = {words}\nautor = "{_escaped(author)}"\nfecha = {day}\n'


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _put(folder: Path, year: int, content: str, whole: Sections) -> None:
    """Write the file in one moment, once it has been read back as what was meant."""
    with tempfile.TemporaryDirectory(dir=folder, prefix=".informe-") as made:
        file = Path(made) / f"{year}.toml"
        file.write_text(content, "utf-8")
        if _held(Path(made), year) != whole:
            raise ParagraphError("El texto no se lee igual que se escribió: quite signos raros.")
        file.replace(folder / file.name)


def _note(
    connection: Connection, person: Person, year: int, content: str, signed: Sections
) -> None:
    row = {"anio": year, "suma": hashlib.sha256(content.encode()).hexdigest(),
           "secciones": ";".join(sorted(signed)), "autor": person.id,
           "momento": datetime.now(UTC)}  # fmt: skip
    connection.execute(insert(informe_salida).values(row))
