"""What blocks say, in the order in which it is read: their words, references and numbers."""

from collections.abc import Iterator

from data.compliance_report.blocks import Block, Bullets, Chart, Free, Signature, Table
from data.compliance_report.references import Ref, Words


def words_of(block: Block) -> Iterator[Words]:
    """Return every run of words of a block, in the order in which it is read."""
    if isinstance(block, Table):
        yield block.caption
        yield from block.head
        for row in block.rows:
            yield from row.cells
    elif isinstance(block, Bullets):
        yield from block.items
    elif isinstance(block, Chart):
        yield block.caption
    elif isinstance(block, Free):
        yield block.guide
    elif isinstance(block, Signature):
        yield block.post
    else:
        yield block.words


def numbered(blocks: tuple[Block, ...]) -> dict[int, int]:
    """Return the number of each table and of each chart, by the place of its block."""
    found: dict[int, int] = {}
    for kind in (Table, Chart):
        places = [index for index, block in enumerate(blocks) if isinstance(block, kind)]
        found |= {place: number for number, place in enumerate(places, 1)}
    return found


def refs_of(blocks: tuple[Block, ...]) -> Iterator[Ref]:
    """Return every reference of some blocks, in the order in which they are read."""
    for block in blocks:
        for words in words_of(block):
            yield from words.refs
