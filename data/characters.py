"""Characters that an output of the board cannot hold, or that nobody sees in a code.

A text may be written with any letter; a code, a figure or a date is compared letter by letter.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cache

from data.faults import Fault
from data.model import TABLES, Row
from data.publish import column_schema

_AROUND = 20
_ENDS = "".join(chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
# No letter of any language: SVG, PNG or a spreadsheet breaks on it, or a reader is misled by it.
_NEVER: tuple[tuple[str, str], ...] = (
    ("\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufff9-\ufffb", "un carácter de control"),
    ("\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069", "una orden que cambia el sentido del texto"),
    ("\ud800-\udfff", "medio carácter (un sustituto suelto)"),
    (f"\ufdd0-\ufdef{_ENDS}", "un código que no es ningún carácter"),
    ("\ufeff\U000e0000-\U000e007f", "una marca invisible"),
    ("\ue000-\uf8ff", "un carácter de uso privado, que cada letra dibuja distinto"),
    ("\ufffd", "la marca de una letra que se perdió"),
)
_BAD = re.compile("[" + "".join(letters for letters, _ in _NEVER) + "]")
_KINDS = tuple((re.compile(f"[{letters}]"), reason) for letters, reason in _NEVER)
_RETURN = re.compile(r"\r(?!\n)")
_ODD = re.compile(r"^\s|\s$|[^\S ]|[\u00ad\u180e\u200b-\u200d\u2060-\u2064]")
_FIGURE = re.compile(r"[^!-~]|_|(?<=\d)[eE]|\+")
_REMOVE = "bórrelo, o escriba lo que el documento muestra en su lugar"
_RETYPE = "vuelva a escribir la celda a mano, sin copiarla"
_DIGITS = "escriba todas sus cifras, sin exponente, signo + ni espacios"


def of_text(name: str, text: str) -> list[Fault]:
    """Return the fault of a file that has a return without a new line: other readers end rows."""
    found = _RETURN.search(text)
    if not found:
        return []
    line = text.count("\n", 0, found.start()) + 1
    reason = "tiene un retorno de carro suelto (U+000D)"
    remedy = "guarde el archivo con fin de línea LF o CRLF, y bórrelo dentro de una celda"
    return [Fault(name, line, "texto", _around(text, found.start()), reason, remedy)]


def looked_at(text: str, model: type[Row]) -> Collection[str] | None:
    """Return the columns whose cells are to be looked at, of a table with some text; None: all.

    Where all of its characters are admitted somewhere, those are enough that admit fewer.
    """
    return None if _BAD.search(text) else _strict(model)


def faults(
    name: str,
    line: int,
    cells: Mapping[str, str],
    model: type[Row],
    columns: Collection[str] | None = None,
) -> list[Fault]:
    """Return the cells of a row, of some columns or of all, with a character not admitted there."""
    coded, figures = _coded(model), _figures(model)
    found = []
    for column in cells if columns is None else columns:
        cell = cells.get(column, "")
        if bad := _BAD.search(cell):
            reason, remedy = f"tiene {_kind(bad[0])}", _REMOVE
        elif column in figures and (bad := _FIGURE.search(cell)):
            reason, remedy = "no se escribe solo con cifras", _DIGITS
        elif column in coded and (bad := _ODD.search(cell)):
            reason, remedy = "tiene un espacio o una marca que no se ve en un código", _RETYPE
        elif column in coded and not unicodedata.is_normalized("NFC", cell):
            bad, reason = re.search("[\u0300-\u036f]", cell), "tiene una tilde aparte de su letra"
            remedy = _RETYPE
        else:
            continue
        at = bad.start() if bad else 0
        where = f"{reason} (U+{ord(cell[at]):04X})"
        found.append(Fault(name, line, column, _around(cell, at), where, remedy))
    return found


def misread(text: str) -> str:
    """Return why some words would be refused by the tables, with where and the remedy; or ''."""
    bad = _BAD.search(text)
    if bad is None:
        return ""
    # What stands before it has no such sign: it is safe to show.
    after = " ".join(text[max(0, bad.start() - _AROUND) : bad.start()].split())
    where = f", después de «{after}»" if after else ", al comienzo"
    return (
        f"tiene {_kind(bad[0])} (U+{ord(bad[0]):04X}){where}: bórrelo, o escríbalo otra vez a mano"
    )


def _kind(letter: str) -> str:
    return next(reason for letters, reason in _KINDS if letters.match(letter))


def _around(text: str, at: int) -> str:
    """Return the piece of a text in which a character stands; a fault writes it escaped."""
    return text[max(0, at - _AROUND) : at + _AROUND]


@cache
def _strict(model: type[Row]) -> tuple[str, ...]:
    """Return the columns that do not admit each character of a text: codes, figures and dates."""
    return tuple(name for name in model.columns() if name in _coded(model))


@cache
def _coded(model: type[Row]) -> frozenset[str]:
    """Return the columns that are compared letter by letter with others, or with a list."""
    here = next((name for name, known in TABLES.items() if known is model), "")
    owned = {column for own in model.joins.values() for column in own}
    for other in TABLES.values():
        if any(here in targets for targets in other.refs.values()):
            owned.add(model.key[0])
        if here in other.joins:
            owned.update(model.key)
    return frozenset({*model.refs, *model.lists, *owned, *_held(model)})


def _held(model: type[Row]) -> Iterator[str]:
    for name, schema in model.model_json_schema()["properties"].items():
        asked = column_schema.constraints(schema)
        if column_schema.kind(schema) != "string" or {"pattern", "enum"} & asked.keys():
            yield name


@cache
def _figures(model: type[Row]) -> frozenset[str]:
    properties = model.model_json_schema()["properties"].items()
    return frozenset(
        name for name, schema in properties
        if column_schema.kind(schema) in ("integer", "number")
    )  # fmt: skip
