"""How an embed is shown, beside what it shows: theme, own filters, height."""

from dataclasses import dataclass
from typing import Self

from data.query.filters import Filters, Remark
from data.query.query_string import split

# A frame stays light in a dark system unless the page that holds it says otherwise: nobody else
# knows what is around it. `auto` is for pages that follow the system themselves.
THEMES = {
    "claro": "light",
    "oscuro": "dark",
    "alto-contraste": "high-contrast",
    "auto": "auto",
}
LOWEST, HIGHEST = 200, 2_000
_NAMES = ("tema", "controles", "alto")


@dataclass(frozen=True, slots=True)
class Options:
    """The options of an embed; the empty value is light, without filters, as high as it needs."""

    tema: str = "claro"
    controles: bool = False
    alto: int = 0

    @classmethod
    def from_query(cls, query: str) -> tuple[Self, str, list[Remark]]:
        """Read the options; return them, the rest of the query, and what could not be used."""
        parts = split(query, _NAMES)
        wrong = [Remark("unknown-value", n, v) for n, v in parts.own.items() if not _fits(n, v)]
        good = {name: value for name, value in parts.own.items() if _fits(name, value)}
        options = cls(
            good.get("tema", "claro"), good.get("controles") == "1", int(good.get("alto", 0))
        )
        return options, parts.rest, wrong

    def to_query(self, filters: Filters) -> str:
        """Write the address's query: what is shown, then how."""
        how = [
            f"tema={self.tema}" if self.tema != "claro" else "",
            "controles=1" if self.controles else "",
            f"alto={self.alto}" if self.alto else "",
        ]
        return "&".join(part for part in (filters.to_query(), *how) if part)


def _fits(name: str, value: str) -> bool:
    if name == "tema":
        return value in THEMES
    if name == "controles":
        return value in ("0", "1")
    return (
        value.isascii() and value.isdigit() and len(value) < 9 and LOWEST <= int(value) <= HIGHEST
    )
