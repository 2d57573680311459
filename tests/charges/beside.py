"""Rows and items held to the reasons of their own indicator, and to no other."""

from components.texts import t
from tests.charges import explained, reader
from tests.charges.reader import plain


def hold(parts, rows, said=explained.beside):
    """Hold what stands beside each row to what the files say of its own indicator."""
    for part, one in zip(parts, rows, strict=True):
        expected = said(one.code, one.year)
        found = [node.text for node in part.all("p", "explained")]
        assert found == expected, f"beside {one.code} in {one.year} stands {expected}"
        alone(part, one)


def alone(part, one):
    """Hold that a piece says nothing of what the sources say of another."""
    strange = [text for text in explained.foreign(one.code, one.year) if text in part.text]
    assert not strange, f"{one.code} in {one.year} has the reason of another: {strange}"


def hold_silence(part, rows):
    """Hold that a list says once that a reason is lacking, exactly where one is."""
    amount = part.text.count(plain(t("explained.none")))
    assert amount == explained.unexplained(rows), "say once that there is no reason, if any lacks"


def table(part):
    """Return the rows of the first table of a part, as nodes."""
    shown = part.one("table")
    return shown.one("tbody").all("tr") if shown else []


def hold_received(part, entities, year):
    """Hold what passed to some institutions: from whom, which and its words, in their order."""
    expected = [one for sigla in entities for one in explained.received(sigla, year)]
    lead = plain(t("explained.received", entity="|", from_="|").split("|")[0])
    found = [node for node in part.all("p", "remark") if node.text.startswith(lead)]
    assert len(found) == len(expected), f"{entities} in {year}: say each move once"
    for node, (said, code) in zip(found, expected, strict=True):
        assert node.text.startswith(said)
        assert reader.code(node) == code
