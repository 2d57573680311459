"""What the older plans ask of some institutions, in a sentence."""

from collections.abc import Iterable

from components.filter_words import document
from components.format import count, joined
from components.texts import t
from data.codes import Document
from data.model import Entidad, Mencion
from data.query.commitments import Promises
from data.store import Store
from data.text_normalisation import alphabetical


def older(store: Store, found: Promises, members: Iterable[Entidad]) -> str:
    """Say how many actions, targets and metas of the older plans name them, or who else does."""
    parts = []
    if found.actions:
        actions = count(len(found.actions), t("words.action"), t("words.actions"))
        targets = count(len(found.targets), t("words.target"), t("words.targets"))
        parts.append(t("sectores.plan_2017", actions=actions, targets=targets))
    if found.metas:
        metas = count(len(found.metas), t("words.target"), t("words.targets"))
        parts.append(t("sectores.plan_2007", metas=metas))
    return " ".join(parts) or mentioned(store, members, t("sectores.no_older"))


def mentioned(store: Store, members: Iterable[Entidad], nowhere: str) -> str:
    """Say in which older plans the text names some institutions that hold no part in them."""
    initials = {row.sigla for row in members}
    rows = [row for row in store.rows(Mencion) if row.sigla in initials]
    if initials - {row.sigla for row in rows}:
        return t("sectores.uncounted")
    times: dict[Document, int] = {}
    for row in rows:
        times[row.documento] = times.get(row.documento, 0) + row.veces
    times = {name: amount for name, amount in times.items() if amount}
    if not times:
        return nowhere
    parts = [f"{document(store, name)} ({count(amount, t('words.time'), t('words.times'))})"
             for name, amount in times.items()]  # fmt: skip
    names = joined(sorted({row.sigla for row in rows if row.veces}, key=alphabetical))
    return t("sectores.mentioned", names=names, parts=joined(parts))
