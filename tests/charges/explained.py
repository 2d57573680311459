"""What stands beside a charge by the files: its reasons and who took it over, of it alone."""

from components.texts import t
from tests.charges.files import read
from tests.charges.nodes import plain

PLACES = {row["codigo"]: row["localizador"] for row in read("fuentes")}


def of(code, year):
    """Return what the sources say of an indicator in a year."""
    return [row for row in read("explicaciones")
            if (row["codigo"], int(row["anio"])) == (code, year)]  # fmt: skip


def moved(code, year):
    """Return who took over an indicator in a year: one at most."""
    found = {row["entidad"] for row in of(code, year) if row["clase"] == "traslado"}
    assert len(found) <= 1, f"{code} passed to {sorted(found)} in {year}: to one only"
    return tuple(found)


def named(entity, code, year):
    """Return who answers in plain words, with who took it over."""
    words = [t("explained.named", entity=entity, other=one) for one in moved(code, year)]
    return plain(words[0] if words else entity)


def notes(code, year):
    """Return what the sources say, each with its place."""
    return [plain(f"{_said(row)} ({PLACES[row['fuente']]})") for row in of(code, year)]


def _said(row):
    return t(f"explained.{row['clase']}", text=row["texto"], entity=row["entidad"])


def missing(code, year):
    """Return that the report counts it as missing, if it does."""
    keys = [(row["codigo"], int(row["anio"])) for row in read("sin_reporte")]
    return [plain(t("explained.missing"))] if (code, year) in keys else []


def beside(code, year):
    return [*missing(code, year), *notes(code, year)]


def reasons(code, year):
    """Return what the room says of a charge: also that there is no reason."""
    said = notes(code, year) or [plain(t("explained.no_reason"))]
    return [*missing(code, year), *said]


def moves(rows):
    """Return the sentence of each of some charges that passed on, in their order."""
    return [plain(t("charts.semaforo.moved", code=one.code, entity=one.entity, other=other))
            for one in rows for other in moved(one.code, one.year)]  # fmt: skip


def received(entity, year):
    """Return the indicators that passed to an institution: who answered before, and which."""
    own = {row["codigo"]: row for row in read("indicadores")}
    return [
        (plain(t("explained.received", entity=entity, from_=own[row["codigo"]]["responsable"])),
         row["codigo"])
        for row in read("explicaciones")
        if (row["entidad"], int(row["anio"])) == (entity, year)
    ]  # fmt: skip


def unexplained(rows):
    """Say whether some of what is listed has no reason beside it."""
    given = {(row["codigo"], int(row["anio"])) for row in read("explicaciones")
             if row["clase"] in ("razon", "traslado")}  # fmt: skip
    return any((one.code, one.year) not in given for one in rows)


def foreign(code, year):
    """Return the words that the sources say of others, or of other years, and not of this."""
    own = {row["texto"] for row in of(code, year)}
    return [plain(row["texto"]) for row in read("explicaciones") if row["texto"] not in own]
