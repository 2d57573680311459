"""Every sentence of the board stands in a table with what it claims and what it reads."""

import ast
import csv
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from components.texts import keys, t
from data.model import TABLES

_ROOT = Path(__file__).parents[2]
_FILE = _ROOT / "tests" / "claims" / "sentences.csv"
_REMEDY = "add the key to tests/claims/sentences.csv with what it claims and the columns it reads"
_COLUMNS = ["clave", "afirma", "columnas"]
_NO_CLAIM = "—"
_LONGEST = 140
# Families of mere words: names, labels, help with an address, pages of errors, dates, nouns.
_INTERFACE = (
    "access.", "acta.tables.", "axes.", "columns.", "counted.", "counted_one.", "counted_the.",
    "dates.", "datos.types.", "documents.", "errors.", "exit.", "help.", "kit.", "nav.",
    "perfil.columns.", "planes.csv.", "planes.kind.", "planes.norm.", "planes.plan.", "remarks.",
    "sectors.", "share.", "words.",
)  # fmt: skip
_CODE = ("components", "callbacks", "data")
_PLACEHOLDER = re.compile(r"\{\w+\}")
# A text built with an f-string: what the code fills in is one part of the key, or the end of it.
_FILLED = r"([\w-]*)"


@cache
def table():
    with _FILE.open(encoding="utf-8", newline="") as file:
        found = list(csv.reader(file))
    assert found[0] == _COLUMNS, f"give {_FILE.name} the columns {_COLUMNS}"
    assert len(found) > 1, f"{_FILE.name} has no rows"
    short = [row for row in found[1:] if len(row) != len(_COLUMNS)]
    assert not short, f"give these rows three cells: {short}"
    return tuple(map(tuple, found[1:]))


@cache
def demanded():
    """Return the keys that must be accounted for: with a placeholder, or whole sentences."""
    return [key for key in keys() if _PLACEHOLDER.search(t(key)) or t(key).rstrip().endswith(".")]


def unaccounted(rows):
    """Return the keys that must be accounted for and are not."""
    held = {key for key, _, _ in rows}
    return [key for key in demanded() if key not in held and not key.startswith(_INTERFACE)]


def twice(rows):
    """Return the keys that stand in two rows, or in a row and in an interface family."""
    amounts = Counter(key for key, _, _ in rows)
    return [key for key, amount in amounts.items() if amount > 1 or key.startswith(_INTERFACE)]


def read(cell):
    """Return the columns of a cell as pairs of table and column."""
    parts = [part.removeprefix("calculado:").partition(".") for part in cell.split(";") if part]
    return [(name, column) for name, _, column in parts]


@cache
def code():
    """Return the strings that the code holds, and the patterns of the keys that it builds."""
    strings, patterns = set(), set()
    for folder in _CODE:
        for path in sorted((_ROOT / folder).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    patterns.add(_pattern(node))
                elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                    strings.add(node.value)
    for path in (_ROOT / "components" / "templates").glob("*.html"):
        strings |= set(re.findall(r'"([a-z_]+(?:\.[a-z0-9_-]+)+)"', path.read_text("utf-8")))
    assert strings, "no code was read"
    return strings, [re.compile(one) for one in patterns if re.match(r"[a-z_]+\\\.", one)]


def _pattern(node):
    parts = [
        re.escape(part.value) if isinstance(part, ast.Constant) else None for part in node.values
    ]
    # Two fillings side by side are one part of the key.
    return re.sub(r"(\0)+", lambda _: _FILLED, "".join(part or "\0" for part in parts))


def used(key):
    """Say whether the code names a key whole, or builds it from words that it holds."""
    strings, patterns = code()
    found = (pattern.fullmatch(key) for pattern in patterns)
    return key in strings or any(all(map(_held, hit.groups())) for hit in found if hit)


def _held(word):
    strings, _ = code()
    return word in strings or any(
        word[:cut] in strings and word[cut:] in strings for cut in range(1, len(word))
    )


def test_every_sentence_is_accounted_for_once():
    rows = table()
    assert demanded()
    assert not unaccounted(rows), f"{_REMEDY}: {unaccounted(rows)}"
    assert not twice(rows), f"keep each key in one place only: {twice(rows)}"


def test_no_row_or_family_outlives_its_texts():
    gone = [key for key, _, _ in table() if key not in set(keys())]
    assert not gone, f"take out of tests/claims/sentences.csv what texts.toml has no more: {gone}"
    empty = [name for name in _INTERFACE if not any(key.startswith(name) for key in keys())]
    assert not empty, f"take out of _INTERFACE: {empty}"


def test_every_column_read_exists():
    named = [(key, *pair) for key, _, cell in table() for pair in read(cell)]
    assert named
    wrong = [one for one in named if one[1] not in TABLES or one[2] not in TABLES[one[1]].columns()]
    assert not wrong, f"name columns of data/model: {wrong}"


def test_every_claim_says_what_in_one_line_and_from_which_columns():
    wrong = [
        key for key, claim, cell in table()
        if not claim or len(claim) > _LONGEST or (claim == _NO_CLAIM) == bool(read(cell))
    ]  # fmt: skip
    assert not wrong, f"give a claim its columns, and none to what claims nothing (—): {wrong}"


def test_every_key_is_used():
    unused = [key for key, _, _ in table() if not used(key)]
    assert not unused, f"take out of texts.toml and of the table, or use: {unused}"
    assert not used("sesion.nothing-of-the-kind"), "what no code fills in must not pass as used"


@pytest.mark.parametrize("mark", ["{", "."])
def test_a_dropped_row_is_missed(mark):
    rows = table()
    already = {*unaccounted(rows)}
    owed = [key for key, _, _ in rows if key in demanded() and mark in t(key)]
    assert owed
    for key in owed[:: max(len(owed) // 20, 1)]:
        assert {*unaccounted([row for row in rows if row[0] != key])} - already == {key}
    assert twice([*rows, rows[0]]) == [rows[0][0]]
