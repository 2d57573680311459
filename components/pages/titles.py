"""The title of a page in one state of the address: no two states share it."""

from components.filter_words import chosen_word
from components.format import joined
from components.texts import t
from data.query.filters import Filters


def titled(title: str, filters: Filters) -> str:
    """Return a title with what the address chooses: «Panorama (2023, Salud)»."""
    chosen = [word for name in Filters.__dataclass_fields__ for word in _words(name, filters)]
    return f"{title} ({', '.join(chosen)})" if chosen else title


def _words(name: str, filters: Filters) -> list[str]:
    value = getattr(filters, name)
    values = value if isinstance(value, tuple) else (str(value),) if value else ()
    said = [_word(name, one) for one in values]
    if name in ("orden", "pagina", "corte") and said:
        return [t(f"access.{name}", value=said[0])]
    return [joined(said)] if said else []


def _word(name: str, value: str) -> str:
    if name == "orden":
        return t(f"columns.{value.removeprefix('-')}").lower() + (" ↓" if value[0] == "-" else "")
    return chosen_word(name, value)
