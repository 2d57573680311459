"""The line that says what of an address was not used."""

from collections.abc import Sequence

from dash import html
from dash.development.base_component import Component

from components.texts import t
from data.query.filters import Remark

_MOST_REMARKS = 3
_LONGEST = 40


def remarks(found: Sequence[Remark]) -> Component | None:
    """Return the one visible line that says what of the address was not used."""
    if not found:
        return None
    said = [
        t(f"remarks.{r.kind}", name=_cut(r.name), value=_cut(r.value))
        for r in found[:_MOST_REMARKS]
    ]
    if len(found) > _MOST_REMARKS:
        said.append(t("remarks.more", amount=len(found) - _MOST_REMARKS))
    return html.P(" ".join(said), className="remark", role="note")


def _cut(text: str) -> str:
    clean = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return clean if len(clean) <= _LONGEST else clean[:_LONGEST] + "…"
