"""Who says so: sources as sentences, and the citation of what the board shows."""

import re
from collections.abc import Iterable

from data.model import Fuente
from data.store import Store

BOARD = "Tablero contra la Trata"
_UNKEPT = "no se guarda: la dirección da las cifras del día"
# How a locator says that what was read is not the original (`python -m data.importar --copia`).
_COPY = "; copia: "


def places(sources: Iterable[Fuente]) -> str:
    """Return sources as a reader looks them up: institution (year), document, places in it."""
    documents: dict[str, list[str]] = {}
    for source in sources:
        documents.setdefault(document(source), []).append(source.localizador)
    return " ".join(f"{name}: {_together(found)}." for name, found in documents.items())


def _together(found: list[str]) -> str:
    """Join places in a document, each once, and after them the copies that were read, once."""
    split = [place.partition(_COPY) for place in found]
    copies = dict.fromkeys(mark.lstrip("; ") + copy for _, mark, copy in split if copy)
    return "; ".join([*dict.fromkeys(place for place, _, _ in split), *copies])


def credit(sources: Iterable[Fuente]) -> str:
    """Return who published some sources, and when, each once: institution (year)."""
    return "; ".join(dict.fromkeys(_publisher(source) for source in sources))


def documents(sources: Iterable[Fuente]) -> str:
    """Return the documents of some sources, each once."""
    return "; ".join(dict.fromkeys(document(source) for source in sources))


def copied(sources: Iterable[Fuente]) -> bool:
    """Say whether any of them was read in a file that is not the original."""
    return any(_COPY in source.localizador for source in sources)


def document(source: Fuente) -> str:
    """Return the document of a cited place: institution (year), title, each once."""
    if source.documento in source.institucion:
        return _publisher(source)
    return f"{_publisher(source)}. {source.documento}"


def _publisher(source: Fuente) -> str:
    """Return the institution with the year of the document, unless its name says it already."""
    said = re.search(rf"\b{source.anio}\b(?!-)", source.institucion)
    dated = source.anio and not said
    return f"{source.institucion} ({source.anio})" if dated else source.institucion


def version(store: Store) -> str:
    """Return the version of some data, and whether an address can ask for it again.

    An address that names a version that is not kept dies with the next change of the tables: it
    is not given, and that is said instead.
    """
    return store.version if store.reopens else f"{store.version} ({_UNKEPT})"


def board_citation(store: Store) -> str:
    """Return the plain-text citation of the data of the board as a whole."""
    return (
        f"{BOARD}, versión de datos {version(store)}, corte {store.latest}. "
        "Cítese además la institución que figura en la columna «fuente»."
    )


def bibtex(key: str, subject: str, store: Store, address: str) -> str:
    """Return a citation as BibTeX; `address` is that of the frozen figures, if they are kept."""
    cutoff = store.latest
    return (
        f"@misc{{{key}-{store.version},\n"
        f"  author = {{{{{BOARD}}}}},\n  title = {{{subject}}},\n  year = {{{cutoff}}},\n"
        f"  note = {{Corte {cutoff}, versión de datos {version(store)}}},\n"
        f"  url = {{{address}}}\n}}\n"
    )


def citation(source: Fuente, subject: str, address: str, cutoff: int) -> str:
    """Return the plain-text citation of one figure as the board shows it."""
    return f"{places([source])} Vía {BOARD}, «{subject}», corte {cutoff}. {address}"
