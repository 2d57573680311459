"""Words of a text without what scanning changes, and hashes of their n-grams with their parts."""

import hashlib
import json
import re
import unicodedata
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, chain, islice, pairwise
from typing import NamedTuple

from tests.quotes.parts import Chunk, Part, joined

SIZES = (1, 2, 4)
BYTES = 3
_TAGS = re.compile(r"<sup>.*?</sup>|</?[a-z]+[^<>]*>|https?:\S+|[ºª°¹²³]")
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[a-z]+")
_ALIKE = str.maketrans("jlq", "iig")

Grams = dict[int, frozenset[Part]]


class Index(NamedTuple):
    """The parts of the documents and, by size and hash, the parts that have an n-gram."""

    parts: tuple[Part, ...]
    grams: dict[int, Grams]


def words(text: str) -> list[str]:
    """Return the words without accents, capitals, marks, punctuation or hyphens of a line's end.

    Letters that scanning takes for one another are one letter: «trabaio» is «trabajo».
    """
    plain = unicodedata.normalize("NFKD", _TAGS.sub(" ", joined(text)))
    bare = "".join(mark for mark in plain if not unicodedata.combining(mark)).lower()
    return _WORD.findall(bare.translate(_ALIKE))


def grams(found: Sequence[str], size: int) -> Iterator[int]:
    """Return the hash of each run of so many words."""
    for start in range(len(found) - size + 1):
        run = " ".join(found[start : start + size]).encode()
        yield int.from_bytes(hashlib.blake2b(run, digest_size=BYTES).digest(), "big")


def _streams(chunks: Iterable[Chunk]) -> Iterator[tuple[Part, list[str]]]:
    """Return each part's own words, and each piece's words with the first of those that follow.

    A sentence may go on in the next piece, or in the same column of the next row where a page
    ends: what runs over counts for the part in which it starts.
    """
    own: dict[Part, list[str]] = {}
    pieces = [(chunk, words(chunk.text)) for chunk in chunks]
    ahead: dict[int | None, list[str]] = {}
    for chunk, found in reversed(pieces):
        for way in (None, chunk.column):
            after = ahead.get(way, [])
            yield from ((part, [*found, *after] if found else []) for part in chunk.parts)
            ahead[way] = [*found, *after][: max(SIZES) - 1]
    for chunk, found in pieces:
        for part in chunk.parts:
            own.setdefault(part, []).extend(found)
    yield from own.items()


def take(documents: Iterable[Iterable[Chunk]]) -> Index:
    """Return the fingerprints of the documents."""
    held: dict[int, dict[int, set[Part]]] = {size: {} for size in SIZES}
    parts: Counter[Part] = Counter()
    for part, found in chain.from_iterable(map(_streams, documents)):
        parts[part] += len(found)
        for size in SIZES:
            for gram in grams(found, size):
                held[size].setdefault(gram, set()).add(part)
    found_in = {
        size: {gram: frozenset(places) for gram, places in sets.items()}
        for size, sets in held.items()
    }
    return Index(tuple(part for part, _ in parts.most_common()), found_in)


def _planes(numbers: Iterable[int]) -> bytes:
    """Return the high bytes of the numbers, then the middle ones, then the low ones."""
    data = b"".join(number.to_bytes(BYTES, "big") for number in numbers)
    return b"".join(data[plane::BYTES] for plane in range(BYTES))


def _numbers(data: bytes) -> list[int]:
    count = len(data) // BYTES
    planes = [data[plane * count : (plane + 1) * count] for plane in range(BYTES)]
    return [int.from_bytes(number, "big") for number in zip(*planes, strict=True)]


def _coded(found: Mapping[int, frozenset[Part]], rank: Mapping[Part, int]) -> list[bytes]:
    """Return the gaps of the sorted hashes, how many parts has each, and the gaps of its parts."""
    hashes = sorted(found)
    held = [sorted(rank[part] for part in found[gram]) for gram in hashes]
    gaps = [after - before for before, after in pairwise([0, *hashes])]
    steps = [after - before for ranks in held for before, after in pairwise([0, *ranks])]
    return [_planes(gaps), _planes(map(len, held)), _planes(steps)]


def _decoded(coded: Sequence[bytes], parts: Sequence[Part]) -> Grams:
    gaps, counts, steps = map(_numbers, coded)
    step = iter(steps)
    ranks = (accumulate(islice(step, count)) for count in counts)
    held = (frozenset(parts[rank] for rank in row) for row in ranks)
    return dict(zip(accumulate(gaps), held, strict=True))


def pack(index: Index) -> bytes:
    """Return the fingerprints as one compressed file: a line that says what follows, then it."""
    rank = {part: number for number, part in enumerate(index.parts)}
    blocks = [block for size in SIZES for block in _coded(index.grams[size], rank)]
    head = json.dumps({"parts": index.parts, "lengths": list(map(len, blocks))}, ensure_ascii=False)
    return zlib.compress(b"\n".join([head.encode(), b"".join(blocks)]), 9)


def unpack(packed: bytes) -> Index:
    """Return the fingerprints of a file that `pack` wrote."""
    line, _, body = zlib.decompress(packed).partition(b"\n")
    head = json.loads(line)
    parts = tuple(Part(*part) for part in head["parts"])
    ends = [0, *accumulate(head["lengths"])]
    blocks = [body[start:end] for start, end in pairwise(ends)]
    coded = (blocks[3 * number : 3 * number + 3] for number in range(len(SIZES)))
    return Index(parts, {size: _decoded(of, parts) for size, of in zip(SIZES, coded, strict=True)})
