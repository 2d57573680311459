"""What the plan says of a pair: its sentences, its zones, the places that it touches."""

from collections.abc import Iterable, Mapping

from data.model import FraseRuta, Ruta
from data.text_normalisation import alphabetical, slug

Pair = tuple[str, str | None]
Stated = Mapping[Pair, tuple[FraseRuta, ...]]
_ARROW, _NONE = " → ", "(sin destino)"


def pairs(sentence: FraseRuta) -> list[Pair]:
    """Return the pairs that a sentence states; the destination is None where it names none."""
    written = [part.split(_ARROW) for part in (sentence.pares or "").split("; ") if part]
    return [(start, None if end == _NONE else end) for start, end in written]


def stated(sentences: Iterable[FraseRuta]) -> Stated:
    """Return the sentences that state each pair, in the order of the text."""
    found: dict[Pair, tuple[FraseRuta, ...]] = {}
    for sentence in sentences:
        for pair in pairs(sentence):
            found[pair] = (*found.get(pair, ()), sentence)
    return found


def pair(row: Ruta) -> Pair:
    """Return origin and destination of a row."""
    return row.origen_lugar, row.destino_lugar


def zones(row: Ruta, sentences: Stated) -> set[str]:
    """Return the headings, as the address writes them, under which the plan says a pair."""
    said = {sentence.zona for sentence in sentences.get(pair(row), ())} | {row.zona}
    return {slug(zone) for zone in said if zone}


def origins(row: Ruta) -> set[str]:
    """Return the origin and its region, as the address writes them."""
    return {slug(name) for name in (row.origen_lugar, row.origen_region) if name}


def destinations(row: Ruta) -> set[str]:
    """Return the destination and its region, as the address writes them."""
    return {slug(name) for name in (row.destino_lugar, row.destino_region) if name}


def places(rows: Iterable[Ruta]) -> dict[str, str]:
    """Return every place and region that a pair names, by how the address writes it."""
    named = [
        name
        for row in rows
        for name in (row.origen_lugar, row.origen_region, row.destino_lugar, row.destino_region)
        if name
    ]
    return {slug(name): name for name in sorted(named, key=alphabetical)}
