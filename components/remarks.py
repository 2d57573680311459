"""The line that says what of an address was not used."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.texts import t
from data.query.filters import Remark
from data.text_normalisation import legible

_MOST_REMARKS = 3
_LONGEST = 40
# Without a value of these, everything is shown; any other has a value to begin with.
_NARROWING = frozenset(
    {"sector", "entidad", "eje", "semaforo", "tipo", "zona", "lugar", "documento", "severidad"}
)


def remarks(found: Sequence[Remark]) -> Component | None:
    """Return the one visible line that says what of the address was not used."""
    if not found:
        return None
    said = [
        t(f"remarks.{_key(r)}", name=_cut(r.name), value=_cut(r.value))
        for r in found[:_MOST_REMARKS]
    ]
    if len(found) > _MOST_REMARKS:
        said.append(t("remarks.more", amount=len(found) - _MOST_REMARKS))
    return html.P(" ".join(said), className="remark", role="note")


def _key(found: Remark) -> str:
    """Return the words for it: without the value all is shown, or what the rest leaves."""
    whole = found.name in _NARROWING and not found.others
    return found.kind if whole or found.kind != "unknown-value" else "unknown-one"


def _cut(text: str) -> str:
    clean = legible(text)
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + "…"
