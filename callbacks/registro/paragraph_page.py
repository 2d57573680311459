"""The pages of the free texts of a report: a year with its sections, and one section."""

from dataclasses import dataclass
from pathlib import Path

from flask import abort
from sqlalchemy import Connection, select

from callbacks.registro.pages import page
from callbacks.registro.visit import parts
from components.registro.texts import word
from data.registro.paragraphs import generator, work
from data.registro.paragraphs.steps import ACTS, STEPS
from data.registro.publication import destination
from data.registro.rights import Person, puede
from data.registro.schema.paragraphs import informe_salida
from data.store import Store

LIST = "/informes"
_PART = "parrafos"


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page says besides what is kept: a notice, faults, and what was typed."""

    notice: str = ""
    faults: tuple[str, ...] = ()
    typed: str | None = None
    reason: str = ""


NOTHING = Shown()


def store() -> Store:
    """Return the tables over which the texts are checked: those that the board reads."""
    place = parts().place
    return generator.tables(place.tables if place else destination.tables_of())


def texts() -> Path:
    """Return the folder in which the generator reads the texts."""
    return parts().texts or destination.texts_of(parts().demo)


def asked(year: int) -> dict[str, str]:
    """Return the sections of a year, with what each is for; 404 for a year without a report."""
    held = store()
    if year not in generator.years(held):
        abort(404)
    return generator.asked(held, year)


def write_year(connection: Connection, who: Person, year: int, shown: Shown = NOTHING) -> str:
    """Return the page of a year: every section and where it stands."""
    sections, found = asked(year), work.of_year(connection, year)
    rows = [(name, guide, found.get(name, work.Paragraph(name)))
            for name, guide in sections.items()]  # fmt: skip
    out = select(informe_salida).where(informe_salida.c.anio == year).order_by(informe_salida.c.id)
    missing = sum(one.estado != "firmado" for _, _, one in rows)
    return page("report_texts.html", anio=year, filas=rows, faltan=missing, aviso=shown.notice,
                fallos=shown.faults, salidas=connection.execute(out).all(),
                publica=puede(who, "publicar-informe") and missing < len(rows))  # fmt: skip


def write_one(
    connection: Connection, who: Person, year: int, section: str, shown: Shown = NOTHING
) -> str:
    """Return the page of a section: its text, what the lints say of it, and what may be done."""
    guide = asked(year).get(section)
    if guide is None:
        abort(404)
    now = work.find(connection, year, section)
    text = now.texto if shown.typed is None else shown.typed
    judged = generator.judged(store(), year, section, text) if text.strip() else None
    can = [name for name in ACTS if puede(who, name, now.draft)]
    return page("paragraph.html", anio=year, uno=now, guia=guide, texto=text, juicio=judged,
                acciones=can, motivos={name: STEPS[now.estado, name].motivo for name in can},
                escribe=puede(who, "escribir", now.draft), largo=work.MOST, aviso=shown.notice,
                fallos=shown.faults, razon=shown.reason,
                distinto=shown.typed is not None and shown.typed != now.texto)  # fmt: skip


def reopened(connection: Connection, who: Person, place: str, fields: dict[str, str]) -> str:
    """Return the form of a section with what was typed before the session ended; or ''."""
    year, _, rest = place.removeprefix(LIST).strip("/").partition("/")
    part, _, section = rest.partition("/")
    known = year.isdecimal() and int(year) in generator.years(store())
    name = section.partition("/")[0]
    if not known or part != _PART or name not in generator.asked(store(), int(year)):
        return ""
    shown = Shown(word("informe.recuperado"), (), fields.get("texto"), fields.get("razon", ""))
    return write_one(connection, who, int(year), name, shown)
