"""What the tests of the reports read of them: blocks by name, and figures by cell."""

from data.compliance_report.block_words import words_of
from data.compliance_report.blocks import Bullets, Free, Table


def named(report):
    """Return the blocks of a report by their name; a free one by its section."""
    found = {}
    for block in report.blocks:
        name = block.section if isinstance(block, Free) else getattr(block, "name", "")
        if name:
            assert name not in found, f"{name} is written twice"
            found[name] = block
    return found


def said(block):
    """Return the words of a block as one text."""
    return "\n".join(map(str, words_of(block)))


def refs(report):
    return [ref for block in report.blocks for words in words_of(block) for ref in words.refs]


def runs(report):
    return [words for block in report.blocks for words in words_of(block)]


def table(report, name):
    found = named(report)[name]
    assert isinstance(found, Table)
    return found


def items(report, name):
    found = named(report).get(name)
    assert found is None or isinstance(found, Bullets)
    return list(map(str, found.items)) if found else []
