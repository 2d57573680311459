"""The title of a page in one state of the address: it says each choice in its words."""

from components.filter_words import label
from components.format import joined
from components.pages.page import Seen
from components.texts import t
from data.query.filters import Filters
from data.store import Store


def titled(title: str, filters: Filters, store: Store) -> str:
    """Return a title with what the address chooses: «Panorama (2023, Salud)»."""
    chosen = _chosen(filters, store)
    return f"{title} ({', '.join(chosen)})" if chosen else title


def told(seen: Seen, filters: Filters, store: Store) -> str:
    """Return what a card says of a page: what it finds, with what was chosen to find it.

    What a visitor searches for is no finding of ours, and nobody else's to read.
    """
    if filters.buscar:
        return seen.title
    chosen = ", ".join(_chosen(filters, store))
    return f"{chosen}: {seen.announcement}" if chosen else seen.announcement


def _chosen(filters: Filters, store: Store) -> list[str]:
    return [word for name in Filters.__dataclass_fields__ for word in _words(name, filters, store)]


def _words(name: str, filters: Filters, store: Store) -> list[str]:
    value = getattr(filters, name)
    values = value if isinstance(value, tuple) else (str(value),) if value else ()
    said = [_word(name, one, store) for one in values]
    if name == "buscar" and said:
        return [t("access.buscar")]
    if name in ("orden", "pagina", "corte") and said:
        return [t(f"access.{name}", value=said[0])]
    return [joined(said)] if said else []


def _word(name: str, value: str, store: Store) -> str:
    if name == "orden":
        return t(f"columns.{value.removeprefix('-')}").lower() + (" ↓" if value[0] == "-" else "")
    return value if name == "codigo" else label(store, name, value)


def shortened(name: str, longest: int = 70) -> str:
    """Cut a name at a word, with an ellipsis."""
    return name if len(name) <= longest else name[:longest].rsplit(" ", 1)[0] + "…"
