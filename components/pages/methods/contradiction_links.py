"""A contradiction wherever it is named: its address, and what each place says."""

from dash import html
from dash.development.base_component import Component

from components.texts import t
from data.model import Discrepancia
from data.store import Store

PATH = "/metodologia"
PLACE = "discrepancias"


def sides(row: Discrepancia) -> list[tuple[str, str]]:
    """Return each place with what it says, and what recomputing gives."""
    found = [(row.donde_a, row.dice_a), (row.donde_b, row.dice_b)]
    found.append((t("metodologia.recomputed"), row.recalculo))
    return [(where or "", says) for where, says in found if says]


def link(row: Discrepancia, text: str | None = None) -> Component:
    """Return a link to the page of a contradiction."""
    return html.A(text or row.id, href=f"{PATH}/{PLACE}/{row.id}",
                  className=None if text else "code")  # fmt: skip


def about(store: Store, names: list[str]) -> list[Discrepancia]:
    """Return the contradictions that name any of these, each once (see Discrepancia.named)."""
    return list(
        {row.id: row for name in names for row in store.contradictions.get(name, [])}.values()
    )
