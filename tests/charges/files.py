"""The files as they stand, read with no help from the board."""

import csv
import unicodedata
from functools import cache

from data.loader import folder


@cache
def read(name):
    """Return the rows of a table as they stand in its file, of the folder that is served."""
    with (folder() / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def folded(text):
    """Return a text as it is compared: lower case, no accents."""
    split = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in split if not unicodedata.combining(letter))


def called(initials):
    """Return how an institution is named: by its name where its code is that name, plainer."""
    names = {row["sigla"]: row["nombre"] for row in read("entidades")}
    name = names.get(initials, initials)
    spelt = folded(name).upper().replace(" ", "-").startswith(initials)
    return name if spelt and initials not in name else initials
