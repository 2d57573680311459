"""The sectors that an address without one may have meant."""

import difflib

from components.format import joined
from components.pages.page import Near
from components.pages.sectors.sector_cards import PATH
from components.texts import t
from data.model import Entidad
from data.query import commitments
from data.store import Store
from data.text_normalisation import plain


def near(store: Store, subject: str) -> list[Near]:
    """Return the sectors whose code, name or entities look like what was asked for."""
    wanted = plain(subject.replace("-", " "))
    known: dict[str, str] = {}
    for row in store.rows(Entidad):
        for word in (row.sector.replace("-", " "), t(f"sectors.{row.sector}"), row.sigla,
                     row.nombre):  # fmt: skip
            known.setdefault(plain(word), row.sector)
    close = difflib.get_close_matches(wanted, known, n=5, cutoff=0.5)
    inside = [words for words in known if len(wanted) > 3 and wanted in words]
    codes = list(dict.fromkeys(known[words] for words in [*close, *inside]))
    if not codes:
        return [(PATH, t("nav.sectores"), t("sectores.headline"))]
    return [(f"{PATH}/{code}", code, _named(store, code)) for code in codes]


def _named(store: Store, code: str) -> str:
    initials = joined([row.sigla for row in commitments.members(store, code)])
    return f"{t(f'sectors.{code}')} ({initials})"
