"""A reader of pages: their sections by their headings, their tables by columns."""

import re

from components.texts import t
from tests.charges.expected import LIGHTS
from tests.charges.files import read
from tests.charges.nodes import Node, plain, tree

__all__ = [
    "Node", "code", "codes", "column", "entity", "items", "light", "number", "ours", "plain",
    "rows", "says", "section", "table_rows", "tree", "whose",
]  # fmt: skip
_FIGURE = re.compile(r"-?\d[\d,]*(?:\.\d+)?(?: %)?|—")


def says(node, words):
    """Say whether a heading says some words; what stands in braces may be anything."""
    parts = re.split(r"\{\w+\}", plain(words))
    return re.fullmatch(".+".join(map(re.escape, parts)), node.text) is not None


def section(page, heading, tags=("h2", "h3")):
    """Return what stands under a heading, by the words of its key; it must be there once."""
    found = [node for node in page.walk() if node.tag in tags and says(node, heading)]
    assert len(found) == 1, f"«{heading}» is a heading {len(found)} times: it must be there once"
    return found[0].parent


def items(part):
    """Return the items of the first list of a part, without those of lists inside them."""
    shown = part.one("ul")
    return [n for n in shown.parts if isinstance(n, Node) and n.tag == "li"] if shown else []


def rows(part):
    """Return the rows of the first table of a part, each by the words of its columns."""
    return table_rows(part.one("table"))


def table_rows(table):
    if table is None:
        return []
    head = [cell.text for cell in table.one("thead").all("th")]
    body = [
        [cell for cell in row.parts if isinstance(cell, Node)]
        for row in table.one("tbody").all("tr")
    ]
    return [dict(zip(head, cells, strict=True)) for cells in body]


def column(row, key):
    return row[plain(t(f"columns.{key}"))]


def code(node):
    """Return the indicator that the first link of a piece leads to."""
    link = next(a for a in node.all("a") if "/indicadores/" in a.attrs.get("href", ""))
    return link.attrs["href"].split("/indicadores/")[1].split("?")[0]


def codes(row):
    """Return the code of a row of a table, which its first two cells must agree on."""
    found = {code(cell) for cell in list(row.values())[:2]}
    assert len(found) == 1, f"the code and the name of a row lead to {sorted(found)}: to one only"
    return found.pop()


def entity(node):
    """Return the first institution that a piece names; its full name must be its own."""
    return _called(node.one("abbr"))


def _called(mark):
    names = {row["sigla"]: row["nombre"] for row in read("entidades")}
    own = plain(names.get(mark.text, mark.text))
    assert plain(mark.attrs["title"]) == own, f"{mark.text} is «{own}»: give it its own name"
    return mark.text


def whose(node):
    """Return who answers by the matrix and, after them, who took it over by the report."""
    first, *others = map(_called, node.all("abbr"))
    for other in others:
        said = plain(f"{first} {t('explained.moved_to', entity=other)}")
        assert said in node.text, f"say «{said}»: by the matrix one, by the report the other"
    return (first, *others)


def number(node):
    """Return the first figure of a piece, with its sign of percent."""
    found = _FIGURE.search(node.text)
    return found[0] if found else node.text


def ours(node):
    """Say whether a figure is marked as computed by the board."""
    mark = node.one("small", "computed")
    assert mark is None or mark.text == plain(t("words.calculated")), "the mark has other words"
    return mark is not None


def light(node):
    """Return the state of a piece; its colour and its word must say the same."""
    shown = node if "status" in node.classes else node.one(name="status")
    found = [name for name in LIGHTS if name in shown.classes]
    words = {t(f"lights.{name}") for name in found} | {t(f"lights_plural.{name}") for name in found}
    assert any(word in shown.text for word in words), f"{found} is called «{shown.text}»"
    return found[0]
