"""The lists that several pages share, read row by row and held to the files."""

import re

from components.texts import t
from tests.charges import reader
from tests.charges.expected import LIGHTS, shown
from tests.charges.reader import column, light, number, ours, whose


def full(row):
    """Return a row of a list of indicators as `Charge.row` writes it."""
    advance = column(row, "avance")
    return (reader.codes(row), whose(column(row, "responsable")),
            number(column(row, "logro_esperado")), number(column(row, "valor_obtenido")),
            number(advance), ours(advance), light(column(row, "semaforo")))  # fmt: skip


def names(row):
    """Return the code and the start of the name of a row, for its words to be held too."""
    return reader.codes(row), column(row, "nombre").text


def hold_names(text, one):
    """Hold what stands as the name of an indicator: the short one first, then the report's."""
    assert text.startswith(reader.plain(one.short)), f"{one.code} has the short name of another"
    assert reader.plain(one.name) in text, f"{one.code} has the name of another"


def hold(found, expected, what):
    """Hold the rows of a list to those of the files: each, in their order, and no other."""
    missing = [row for row in expected if row not in found]
    extra = [row for row in found if row not in expected]
    assert found == expected, (
        f"{what}: the files give {len(expected)} rows and {len(found)} are shown; "
        f"add {missing}, remove {extra}, keep the order of the files"
    )


def silent(part):
    """Return (who, code) of each item of a list of who was silent, with its words."""
    return [(whose(item), reader.code(item), item.text) for item in reader.items(part)]


def hold_silent(part, expected, what, *, reasons=True):
    found = silent(part)
    hold([(who, code) for who, code, _ in found], [(w, c) for w, c, _ in expected], what)
    for (_, code, text), (_, _, reason) in zip(found, expected, strict=True):
        assert not reasons or reader.plain(reason) in text, f"{what}: {code} lacks its reason"


def moved(part, year):
    """Return (code, who, light before, light now) of each row that changed band."""
    tables = [one for one in part.all("table") if _caption(one) == t("panorama.changes_moved")]
    return [
        (reader.codes(row), whose(column(row, "responsable")), light(row[str(year - 1)]),
         light(row[str(year)]))
        for one in tables for row in reader.table_rows(one)
    ]  # fmt: skip


def _caption(table):
    return table.one("caption").parts[0]


def counts(row, lights=LIGHTS):
    """Return the amounts of a row of counts by light, and its total."""
    marked = [(int(number(row[reader.plain(t(f"lights_plural.{n}"))])), n) for n in lights]
    return [pair for pair in marked if pair[0]], int(number(list(row.values())[-1]))


def below(part):
    """Return (who, code, advance) of each item of a list of who is below the target."""
    found = []
    for item in reader.items(part):
        rest = item.text.split(item.one("a").text, 1)[1]
        found.append((whose(item), reader.code(item), _percent(rest)))
    return found


def _percent(text):
    """Return the first figure in percent of what follows a name, whatever else is said there."""
    found = re.search(r"[\d,]+(?:\.\d+)? %|—", text)
    return found[0] if found else text


def as_below(found):
    return [(one.who, one.code, shown(one.advance.text, "%")) for one in found]
