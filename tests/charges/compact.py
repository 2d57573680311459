"""A charge in few lines, as the front page writes it, read back into its parts."""

import re

from components.texts import t
from tests.charges import reader
from tests.charges.reader import Node, plain

_PAIR = re.compile(
    "(.+)".join(map(re.escape, re.split(r"\{\w+\}", plain(t("panorama.pair"))))) + "$"
)


def items(part):
    """Return the charges of a part: none where it has no list of them."""
    shown = part.one("ul", "charges")
    return [n for n in shown.parts if isinstance(n, Node) and n.tag == "li"] if shown else []


def row(item):
    """Return a charge as `Charge.row` writes it."""
    far = item.one("p", "who")
    advance = far.one("strong")
    return (reader.code(item), reader.whose(far), *pair(item), reader.number(advance),
            reader.ours(advance), reader.light(far))  # fmt: skip


def pair(item):
    """Return the target and the result of a charge."""
    found = [_PAIR.match(node.text) for node in item.all("p") if _PAIR.match(node.text)]
    assert len(found) == 1, "say the target and the result once"
    return found[0].groups()


def hold_names(item, one):
    """Hold the short name that leads to the sheet, and the one of the report below."""
    assert item.one("p", "what").text == plain(one.short), f"{one.code} has another short name"
    assert plain(one.name) in item.one("details").text, f"{one.code} has the name of another"


def hold_opening(item, notes):
    """Hold the line that opens the reason: it begins with the reason itself, if there is one."""
    said = item.one("summary").text
    if not notes:
        assert said == plain(t("panorama.more"))
        return
    assert notes[0].startswith(said.rstrip("…")), f"begin with «{notes[0]}»"
    assert len(said) > len(notes[0].split(" ")[0]), "say something of it"
